namespace Search.Store;

/// <summary>The store is not what it was written as, or was written by a newer version: it is not served.</summary>
public sealed class StoreDamagedException : IOException
{
    /// <summary>Creates the exception with the default message.</summary>
    public StoreDamagedException()
        : this("Kho dữ liệu bị hỏng. (The store is damaged.)")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    public StoreDamagedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public StoreDamagedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
