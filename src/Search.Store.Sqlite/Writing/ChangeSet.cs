using Search.Documents;

namespace Search.Store.Sqlite.Writing;

/// <summary>What the change of one file has touched so far. A transaction may hold the changes of many files; each has
/// a set of its own, so that a file meets the same store whether it came alone or with others.</summary>
internal sealed class ChangeSet
{
    /// <summary>What each touched document cited before the change, by the documents' ids.</summary>
    public Dictionary<long, HashSet<long>> Before { get; } = [];

    /// <summary>Documents written by this change, by the ids of their sources: no need to read them back.</summary>
    public Dictionary<long, Document> Fresh { get; } = [];

    /// <summary>Rows that came into being, or turned from stub to document, and that others may be waiting for.</summary>
    public SortedSet<long> Arrived { get; } = [];

    /// <summary>Those of them that others cited already, under this key or under a vaguer one: the reasons of these links change.</summary>
    public HashSet<long> Renewed { get; } = [];

    /// <summary>Keys of the stubs that became documents.</summary>
    public List<DocumentKey> ArrivedStubs { get; } = [];

    /// <summary>What has been said of documents by being cited, by their ids; what was forgotten is said again.</summary>
    public HashSet<(long Id, StubFact Fact)> Said { get; } = [];
}
