namespace Search.Engine;

/// <summary>The index has its one writer already.</summary>
public sealed class IndexBusyException : InvalidOperationException
{
    /// <summary>Creates the exception with the default message.</summary>
    public IndexBusyException()
        : this("Chỉ mục đang được ghi bởi một tiến trình khác. (The index is being written by another writer.)")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which index, and what to do.</param>
    public IndexBusyException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which index, and what to do.</param>
    /// <param name="innerException">The refused lock.</param>
    public IndexBusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
