namespace Search.Cli;

/// <summary>What the <c>search</c> command's exit codes mean; the same for every command.</summary>
public static class ExitCodes
{
    /// <summary>Everything asked for was done.</summary>
    public const int Done = 0;

    /// <summary>It failed: a damaged store, a disk error, a stopped run.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the query is wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>Done, but at least one file was quarantined.</summary>
    public const int Quarantined = 3;

    /// <summary>The document, file or folder asked for does not exist.</summary>
    public const int NotFound = 4;
}
