namespace Search.Text;

/// <summary>Thrown by the throwing twin of <see cref="TextDecoder.TryDecode"/>.</summary>
public sealed class TextDecodingException : Exception
{
    /// <summary>An exception for an error.</summary>
    public TextDecodingException(DecodeError error)
        : base(error?.Message)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>What was wrong, and where.</summary>
    public DecodeError Error { get; }
}
