using System.Buffers;

namespace Search.Text.Legacy;

/// <summary>Decodes whole files of a known legacy encoding.</summary>
internal static class LegacyDecoder
{
    /// <summary>Decodes bytes; a byte that is no letter of the encoding comes as its code page 1252 character.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="encoding">How to read it.</param>
    /// <param name="firstUnknown">Offset of the first byte that has no meaning at all, or −1.</param>
    internal static string Decode(ReadOnlySpan<byte> bytes, LegacyEncoding encoding, out int firstUnknown)
    {
        firstUnknown = -1;
        var rented = ArrayPool<char>.Shared.Rent(bytes.Length * 2);
        try
        {
            var units = rented.AsSpan(0, bytes.Length);
            for (var i = 0; i < bytes.Length; i++)
            {
                units[i] = (char)bytes[i];
            }

            var target = rented.AsSpan(bytes.Length, bytes.Length);
            var written = 0;
            for (var i = 0; i < units.Length;)
            {
                var read = LegacyReader.Read(units, i, encoding, out var letter);
                if (read == 0)
                {
                    letter = Cp1252.ToChar(bytes[i]);
                    if (firstUnknown < 0 && letter is >= '\u007F' and < '\u00A0')
                    {
                        firstUnknown = i;
                    }

                    read = 1;
                }

                target[written++] = letter;
                i += read;
            }

            if (encoding == LegacyEncoding.Tcvn3)
            {
                SharedCase.Raise(target[..written]);
            }

            return target[..written].ToString();
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }
}
