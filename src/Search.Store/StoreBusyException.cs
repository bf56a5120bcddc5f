namespace Search.Store;

/// <summary>The store has its one writer already.</summary>
public sealed class StoreBusyException : InvalidOperationException
{
    /// <summary>Creates the exception with the default message.</summary>
    public StoreBusyException()
        : this("Kho dữ liệu đang được một tiến trình khác ghi. (Another process is writing to the store.)")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which store, and what to do.</param>
    public StoreBusyException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which store, and what to do.</param>
    /// <param name="innerException">The refused lock.</param>
    public StoreBusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
