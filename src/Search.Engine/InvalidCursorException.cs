namespace Search.Engine;

/// <summary>A page cursor is garbled, or the index has moved to another revision since it was given out.</summary>
public sealed class InvalidCursorException : ArgumentException
{
    /// <summary>Creates the exception with the default message.</summary>
    public InvalidCursorException()
        : this("Con trỏ trang không còn hợp lệ; hãy tìm lại từ trang đầu. (The page cursor is no longer valid; search again.)")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong.</param>
    public InvalidCursorException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public InvalidCursorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
