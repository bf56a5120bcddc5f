namespace Search.Text.Legacy;

/// <summary>
/// Windows code page 1252: legacy documents use its punctuation, and legacy bytes that went through it come back as its
/// characters.
/// </summary>
internal static class Cp1252
{
    /// <summary>Bytes 0x80–0x9F; the five holes keep their control code.</summary>
    private const string High =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    internal static char ToChar(byte value) => value is >= 0x80 and < 0xA0 ? High[value - 0x80] : (char)value;

    /// <summary>The byte a character was written as (0–255), or −1.</summary>
    internal static int ToByte(char c)
    {
        if (c < '\u0080' || c is >= '\u00A0' and <= '\u00FF')
        {
            return c;
        }

        var index = High.IndexOf(c, StringComparison.Ordinal);
        return index >= 0 ? index + 0x80 : -1;
    }
}
