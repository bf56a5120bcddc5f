using System.Text;

namespace Search.Ingestion.Reading;

/// <summary>The strings of a PDF: in brackets with escapes, or in figures of base 16; UTF-16 or UTF-8 with a mark, else one byte a
/// letter.</summary>
internal static class PdfStrings
{
    private const int MaxLength = 1 << 16;

    /// <summary>Length of a string in brackets, which may hold balanced ones.</summary>
    public static int LiteralLength(ReadOnlySpan<byte> bytes)
    {
        var depth = 0;
        var limit = Math.Min(bytes.Length, MaxLength);
        for (var i = 0; i < limit; i++)
        {
            if (bytes[i] == '\\')
            {
                i++;
            }
            else if (bytes[i] == '(')
            {
                depth++;
            }
            else if (bytes[i] == ')' && --depth == 0)
            {
                return i + 1;
            }
        }

        return limit; // it never ends: no string, and nobody reads it twice
    }

    /// <summary>Length of a string of figures.</summary>
    public static int HexLength(ReadOnlySpan<byte> bytes)
    {
        var limit = Math.Min(bytes.Length, MaxLength);
        return bytes[..limit].IndexOf((byte)'>') is var end and > 0 ? end + 1 : limit;
    }

    /// <summary>The text of a string in brackets, these included.</summary>
    public static string Literal(ReadOnlySpan<byte> raw)
    {
        var bytes = new List<byte>(raw.Length);
        for (var i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\')
            {
                bytes.Add(raw[i]);
                continue;
            }

            i++;
            var value = 0;
            var figures = 0;
            while (figures < 3 && i + figures < raw.Length - 1 && raw[i + figures] is >= (byte)'0' and <= (byte)'7')
            {
                value = (value * 8) + raw[i + figures] - '0';
                figures++;
            }

            if (figures > 0)
            {
                bytes.Add((byte)value);
                i += figures - 1;
            }
            else if (raw[i] is not ((byte)'\r' or (byte)'\n'))
            {
                bytes.Add(raw[i] switch { (byte)'n' => (byte)'\n', (byte)'r' => (byte)'\r', (byte)'t' => (byte)'\t', var c => c });
            }
        }

        return Text(bytes.ToArray());
    }

    /// <summary>The text of a string of figures, its signs included.</summary>
    public static string Hex(ReadOnlySpan<byte> raw)
    {
        var figures = new List<byte>(raw.Length);
        foreach (var c in raw)
        {
            if (char.IsAsciiHexDigit((char)c))
            {
                figures.Add(c);
            }
        }

        if (figures.Count % 2 == 1)
        {
            figures.Add((byte)'0');
        }

        return Text(Convert.FromHexString(Encoding.ASCII.GetString(figures.ToArray())));
    }

    private static string Text(byte[] bytes) => bytes switch
    {
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        _ => Encoding.Latin1.GetString(bytes),
    };
}
