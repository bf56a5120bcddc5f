namespace Search.Application.Contracts;

/// <summary>Limits that are part of the API's contract; passing one is answered with 400 or 413.</summary>
public static class ApiLimits
{
    /// <summary>Longest query, in UTF-16 units.</summary>
    public const int QueryLength = 4096;

    /// <summary>Most items of a page.</summary>
    public const int PageSize = 100;

    /// <summary>How far paging reaches.</summary>
    public const int Window = 10_000;

    /// <summary>Deepest graph.</summary>
    public const int GraphDepth = 3;

    /// <summary>Most nodes of a graph.</summary>
    public const int GraphNodes = 500;

    /// <summary>How many nodes of a graph further calls reach.</summary>
    public const int GraphReach = 2000;

    /// <summary>Largest body outside uploads, in bytes.</summary>
    public const int BodyBytes = 1 << 20;

    /// <summary>Longest text of one citation lookup, in UTF-16 units.</summary>
    public const int LookupLength = 64_000;

    /// <summary>Most mentions of documents that one call answers with; a megabyte of real documents has some four thousand.</summary>
    public const int Mentions = 20_000;

    /// <summary>Most values of one repeated parameter.</summary>
    public const int Values = 50;
}
