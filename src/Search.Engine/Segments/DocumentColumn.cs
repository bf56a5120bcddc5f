namespace Search.Engine;

/// <summary>Which document each passage of a segment belongs to, and the passages of each document.</summary>
internal sealed class DocumentColumn
{
    private readonly IStringColumn _keys;
    private readonly int[] _documents;
    private readonly int[] _starts;
    private readonly int[] _passages;

    public DocumentColumn(IStringColumn keys)
    {
        _keys = keys;
        _documents = keys.Ordinals();
        _starts = new int[keys.Count + 1];
        foreach (var document in _documents)
        {
            _starts[document + 1]++;
        }

        for (var d = 0; d < keys.Count; d++)
        {
            _starts[d + 1] += _starts[d];
        }

        var next = _starts.AsSpan(0, keys.Count).ToArray();
        _passages = new int[_documents.Length];
        for (var doc = 0; doc < _documents.Length; doc++)
        {
            _passages[next[_documents[doc]]++] = doc;
        }
    }

    /// <summary>Documents, those with deleted passages only counted.</summary>
    public int Count => _keys.Count;

    /// <summary>A document's key.</summary>
    public string Key(int document) => _keys[document];

    /// <summary>The document of that key, or -1.</summary>
    public int Find(string key) => _keys.Find(key);

    /// <summary>The documents of all passages.</summary>
    public ReadOnlySpan<int> All => _documents;

    /// <summary>The document of a passage.</summary>
    public int Of(int passage) => _documents[passage];

    /// <summary>The passages of a document, ascending, deleted ones included.</summary>
    public ReadOnlySpan<int> Passages(int document) => _passages.AsSpan(_starts[document], _starts[document + 1] - _starts[document]);
}
