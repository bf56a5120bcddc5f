namespace Search.Citations;

/// <summary>Which way edges are followed from a document.</summary>
public enum GraphDirection
{
    /// <summary>To what it cites.</summary>
    Out,

    /// <summary>To what cites it.</summary>
    In,

    /// <summary>Both.</summary>
    Both,
}
