using System.Globalization;

namespace Search.Ingestion.Discovery;

/// <summary>Names of their own for files that come under one name: <c>scan.pdf</c>, <c>scan (2).pdf</c>, <c>scan (3).pdf</c>.</summary>
internal static class FreeNames
{
    /// <summary>The name itself where it is free, else the first numbered one that is.</summary>
    /// <param name="name">Name or path; the number goes before its extension.</param>
    /// <param name="tryTake">Takes a name; false when it is used already.</param>
    public static string Take(string name, Func<string, bool> tryTake)
    {
        var candidate = name;
        var extension = Path.GetExtension(name);
        var stem = name[..^extension.Length];
        for (var number = 2; !tryTake(candidate); number++)
        {
            candidate = string.Create(CultureInfo.InvariantCulture, $"{stem} ({number}){extension}");
        }

        return candidate;
    }
}
