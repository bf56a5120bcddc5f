namespace Search.Text;

/// <summary>Bytes turned into text.</summary>
/// <param name="Text">The text, without a byte order mark; line breaks as they were.</param>
/// <param name="Encoding">Which encoding was read: utf-8, utf-16le, utf-16be, tcvn3, vni, vps, viscii, cp1258 or viqr;
/// with a plus and the name of a <see cref="TextRestoration"/> where the letters of the whole text had to be restored.</param>
/// <param name="Confidence">From 0 to 1: 1 where a byte order mark or the bytes themselves prove the encoding.</param>
public sealed record DecodedText(string Text, string Encoding, double Confidence);
