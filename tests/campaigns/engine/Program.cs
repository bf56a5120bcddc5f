using System.Globalization;
using Search.Engine.Campaign;

// dotnet run -c Release --project tests/campaigns/engine -- [NAME…] [--count N]; without a name all of them.
if (args is [KillCampaign.Writer, var index])
{
    KillCampaign.Write(index);
}

var count = Array.IndexOf(args, "--count") is >= 0 and var at && at + 1 < args.Length
    ? int.Parse(args[at + 1], CultureInfo.InvariantCulture)
    : (int?)null;
var campaigns = new Dictionary<string, Func<Task<Outcome>>>(StringComparer.Ordinal)
{
    ["bugs"] = () => Task.FromResult(PlantedBugsCampaign.Run(every: 1)),
    ["damage"] = () => Task.FromResult(DamageCampaign.Run(count ?? 500)),
    ["disk"] = () => Task.FromResult(DiskCampaign.Run(step: 1)),
    ["kills"] = () => Task.FromResult(KillCampaign.Run(count ?? 100)),
    ["layouts"] = () => Task.FromResult(LayoutCampaign.Run(count ?? 2_000)),
    ["oracle"] = () => Task.FromResult(OracleCampaign.Run(count ?? 10_000)),
    ["readers"] = () => ReaderCampaign.RunAsync(count ?? 100),
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
