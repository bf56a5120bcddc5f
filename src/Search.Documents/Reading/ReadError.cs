namespace Search.Documents;

/// <summary>Why a file cannot be read.</summary>
/// <param name="Code">Stable name of the reason: <c>empty blank binary encoding too-large unknown-format</c> …</param>
/// <param name="Message">One Vietnamese sentence for the person who put the file there.</param>
/// <param name="MessageEn">The same in English.</param>
/// <param name="Offset">Byte offset of the trouble, where there is one.</param>
public sealed record ReadError(string Code, string Message, string MessageEn, long? Offset = null);
