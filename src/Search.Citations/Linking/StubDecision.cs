namespace Search.Citations;

/// <summary>Whether a stub and an arrived document are one.</summary>
public enum StubDecision
{
    /// <summary>Something they both state differs: two documents.</summary>
    Different,

    /// <summary>Nothing contradicts, and not enough proves it: keep both until more is known.</summary>
    Unsure,

    /// <summary>One document: the stub gives way.</summary>
    Same,
}
