namespace Search.Engine;

/// <summary>A file of the index is missing, truncated, of an unknown version or fails a checksum. Rebuild it from the store.</summary>
public sealed class IndexDamagedException : IOException
{
    /// <summary>Creates the exception without a place.</summary>
    public IndexDamagedException()
        : this(new IndexDamage("?", -1, "damaged"))
    {
    }

    /// <summary>Creates the exception without a place.</summary>
    /// <param name="message">What is wrong.</param>
    public IndexDamagedException(string message)
        : this(new IndexDamage("?", -1, message))
    {
    }

    /// <summary>Creates the exception without a place.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public IndexDamagedException(string message, Exception innerException)
        : base(message, innerException) => Damage = new IndexDamage("?", -1, message);

    /// <summary>Creates the exception.</summary>
    /// <param name="damage">The damaged place.</param>
    public IndexDamagedException(IndexDamage damage)
        : base(damage is { IsOtherVersion: true }
            ? "Chỉ mục do phiên bản khác của chương trình lập; cần dựng lại từ kho. (The index was written by another version of the program; rebuild it from the store.)"
            : $"Chỉ mục hỏng: {damage.File}, khối {damage.Block}: {damage.Message}. (The index is damaged; rebuild it from the store.)") => Damage = damage;

    /// <summary>The damaged place.</summary>
    public IndexDamage Damage { get; }
}
