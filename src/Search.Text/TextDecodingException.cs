namespace Search.Text;

/// <summary>Thrown by <see cref="TextDecoder.Decode"/> for bytes that are no text.</summary>
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
