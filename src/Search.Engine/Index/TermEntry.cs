namespace Search.Engine;

/// <summary>A term of one segment: where its postings lie and how many there are. Equal by key.</summary>
/// <param name="kind">Its dictionary.</param>
/// <param name="key">Its key, see <see cref="TermKey"/>.</param>
/// <param name="count">Passages that hold it, deleted ones counted; at least 1.</param>
/// <param name="place">What the storage needs to read the postings without seeking again.</param>
internal sealed class TermEntry(TermKind kind, byte[] key, int count, object place) : IEquatable<TermEntry>
{
    /// <summary>Its dictionary.</summary>
    public TermKind Kind { get; } = kind;

    /// <summary>Its key.</summary>
    public byte[] Key { get; } = key;

    /// <summary>Passages that hold it, deleted ones counted.</summary>
    public int Count { get; } = count;

    /// <summary>What the storage needs to read the postings without seeking again.</summary>
    public object Place { get; } = place;

    /// <summary>A hash of kind and key, computed once.</summary>
    public int Hash { get; } = HashCode.Combine(kind, BytesComparer.HashOf(key));

    public bool Equals(TermEntry? other) => ReferenceEquals(this, other)
        || (other is not null && Hash == other.Hash && Kind == other.Kind && Key.AsSpan().SequenceEqual(other.Key));

    public override bool Equals(object? obj) => Equals(obj as TermEntry);

    public override int GetHashCode() => Hash;
}
