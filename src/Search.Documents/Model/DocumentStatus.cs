namespace Search.Documents;

/// <summary>Whether the knowledge base holds a document or only knows of it.</summary>
public enum DocumentStatus
{
    /// <summary>Ingested from a source file.</summary>
    Present,

    /// <summary>Known only by being cited.</summary>
    Stub,
}
