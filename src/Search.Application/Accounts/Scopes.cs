namespace Search.Application.Accounts;

/// <summary>What a caller may do.</summary>
public static class Scopes
{
    /// <summary>Search, suggest, look citations up.</summary>
    public const string Search = "search";

    /// <summary>Read documents, graphs, feeds and exports.</summary>
    public const string Read = "read";

    /// <summary>Keep follows, notes and lists of one's own. Whoever may <see cref="Read"/> under a name may do so: no key asks for it.</summary>
    public const string Own = "own";

    /// <summary>Correct fields, citations and documents.</summary>
    public const string Edit = "edit";

    /// <summary>Upload files and see the state of ingestion.</summary>
    public const string Ingest = "ingest";

    /// <summary>See metrics and everything else.</summary>
    public const string Admin = "admin";

    /// <summary>Sees documents marked MẬT, where the host has a collection for them. No other scope does.</summary>
    public const string Secret = "mat";

    /// <summary>Sees documents marked TỐI MẬT and below.</summary>
    public const string TopSecret = "toi-mat";

    /// <summary>Sees documents marked TUYỆT MẬT and below.</summary>
    public const string MostSecret = "tuyet-mat";

    /// <summary>Every scope.</summary>
    public static IReadOnlyList<string> All { get; } = [Search, Read, Edit, Ingest, Admin, Secret, TopSecret, MostSecret];

    /// <summary>The secrecy marks, the least first; also the names of the scopes that see them.</summary>
    public static IReadOnlyList<string> Levels { get; } = [Secret, TopSecret, MostSecret];

    /// <summary>How many of <see cref="Levels"/> somebody may see, from the least on.</summary>
    /// <param name="scopes">What is granted.</param>
    public static int ClearanceOf(IReadOnlyList<string> scopes)
    {
        var level = Levels.Count;
        while (level > 0 && !scopes.Contains(Levels[level - 1], StringComparer.Ordinal))
        {
            level--;
        }

        return level;
    }

    /// <summary>What is left of wanted scopes for somebody who was granted others: <see cref="Admin"/> grants everything but
    /// a level of secrecy.</summary>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="granted">What is granted.</param>
    public static IReadOnlyList<string> Within(IEnumerable<string> wanted, IReadOnlyList<string> granted) =>
    [
        .. wanted.Where(scope => granted.Contains(scope, StringComparer.Ordinal)
            || (granted.Contains(Admin, StringComparer.Ordinal) && !Levels.Contains(scope, StringComparer.Ordinal))),
    ];
}
