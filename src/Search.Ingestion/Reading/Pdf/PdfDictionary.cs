namespace Search.Ingestion.Reading;

/// <summary>The strings and names of one dictionary of a PDF while it is read.</summary>
internal sealed class PdfDictionary
{
    private const int MaxEntries = 200;

    private readonly Dictionary<string, string> _entries = new(StringComparer.Ordinal);
    private bool _isArray;

    /// <summary>The key whose value comes next; null when a key does.</summary>
    public string? Key { get; private set; }

    /// <summary>Whether it has a parent, as items of outlines and fields of a group have.</summary>
    public bool HasParent { get; private set; }

    /// <summary>Whether it says that the strings of the file are encrypted.</summary>
    public bool HasEncryption { get; private set; }

    /// <summary>Whether a stream of objects follows it.</summary>
    public bool IsObjectStream => this["Type"] is "ObjStm";

    /// <summary>A string or name by its key; null for none. The strings of a list are lines.</summary>
    public string? this[string key] => _entries.GetValueOrDefault(key);

    /// <summary>The keys of its strings and names.</summary>
    public IReadOnlyCollection<string> Keys => _entries.Keys;

    /// <summary>A name: a key, or the value of one.</summary>
    public void Name(string name)
    {
        if (Key is null)
        {
            Key = name;
            HasParent |= name is "Parent";
            HasEncryption |= name is "Encrypt";
        }
        else if (!_isArray)
        {
            Add(name);
        }
    }

    /// <summary>A value that is a string.</summary>
    public void Add(string value)
    {
        if (Key is { } key && (_entries.Count < MaxEntries || _entries.ContainsKey(key)))
        {
            _entries[key] = _entries.TryGetValue(key, out var known) && _isArray ? $"{known}\n{value}" : value;
        }

        EndValue();
    }

    /// <summary>The beginning or the end of a list.</summary>
    public void Bracket(bool opens)
    {
        _isArray = opens;
        EndValue();
    }

    /// <summary>A value has ended, unless the list it stands in goes on.</summary>
    /// <param name="isScalar">Whether it was a number, a reference or a word.</param>
    public void EndValue(bool isScalar = false)
    {
        if (!_isArray || (isScalar && Key is null))
        {
            Key = null;
        }
    }
}
