namespace Search.Documents;

/// <summary>Anything that has a document's header: the document, a stub, a line of a list, a node, a mention.</summary>
public interface IDescribed
{
    /// <summary>What is known of the document.</summary>
    DocumentHeader Header { get; }
}
