using System.Globalization;
using Search.Engine.Campaign;

// dotnet run -c Release --project tests/campaigns/engine -- [NAME…] [--count N]; without a name all of them.
var count = Array.IndexOf(args, "--count") is >= 0 and var at && at + 1 < args.Length
    ? int.Parse(args[at + 1], CultureInfo.InvariantCulture)
    : (int?)null;
var campaigns = new Dictionary<string, Func<Task<Outcome>>>(StringComparer.Ordinal)
{
    ["swaps"] = () => SwapCampaign.RunAsync(count ?? 300, readers: 16),
};

var names = args.Where((name, i) => campaigns.ContainsKey(name) && (i == 0 || args[i - 1] is not "--count")).ToList();
var isGood = true;
foreach (var name in names.Count > 0 ? names : [.. campaigns.Keys])
{
    var outcome = await campaigns[name]();
    Console.WriteLine(outcome);
    isGood &= outcome.IsGood;
}

return isGood ? 0 : 1;
