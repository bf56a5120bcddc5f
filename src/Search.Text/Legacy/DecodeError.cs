namespace Search.Text;

/// <summary>Why bytes could not be turned into text.</summary>
/// <param name="Offset">Offset of the first byte that cannot be read.</param>
/// <param name="Message">A sentence for the reader, in Vietnamese.</param>
public sealed record DecodeError(long Offset, string Message)
{
    /// <summary>The same sentence in English.</summary>
    public required string MessageEn { get; init; }
}
