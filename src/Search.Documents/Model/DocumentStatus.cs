namespace Search.Documents;

/// <summary>Whether the knowledge base holds a document, its abstract, or only knows of it. The first state that holds of
/// present, abstract, stub, known is a document's state.</summary>
public enum DocumentStatus
{
    /// <summary>Ingested from a source file.</summary>
    Present,

    /// <summary>Known only by being cited.</summary>
    Stub,

    /// <summary>Held as an abstract of our own; the full text is still wanted.</summary>
    Abstract,

    /// <summary>In the register of known documents and cited by nobody.</summary>
    Known,
}
