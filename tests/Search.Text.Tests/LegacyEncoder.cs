using System.Text;
using Search.Text.Legacy;

namespace Search.Text.Tests;

/// <summary>Writes Unicode text in a legacy encoding by inverting the reader: the shortest units that read as the letter.</summary>
internal static class LegacyEncoder
{
    private static readonly Dictionary<LegacyEncoding, Dictionary<char, string>> Tables = [];

    internal static byte[] Encode(string text, LegacyEncoding encoding)
    {
        if (!Tables.TryGetValue(encoding, out var table))
        {
            Tables[encoding] = table = Build(encoding);
        }

        var bytes = new List<byte>();
        foreach (var c in text)
        {
            if (c < '\u0080' || (encoding == LegacyEncoding.Viqr && !table.ContainsKey(c)))
            {
                bytes.Add((byte)c);
            }
            else if (table.TryGetValue(c, out var units) || table.TryGetValue(char.ToLowerInvariant(c), out units))
            {
                bytes.AddRange(units.Select(unit => (byte)unit));
            }
            else
            {
                throw new EncoderFallbackException($"No {encoding} for {c}");
            }
        }

        return [.. bytes];
    }

    private static Dictionary<char, string> Build(LegacyEncoding encoding)
    {
        var table = new Dictionary<char, string>();
        var singles = Enumerable.Range(1, 255).Select(value => ((char)value).ToString()).ToList();
        var heads = encoding == LegacyEncoding.Viqr ? singles.Take(127).Concat(["a^", "a(", "e^", "o^", "o+", "u+", "A^", "A(", "E^", "O^", "O+", "U+"]) : singles;
        foreach (var head in heads)
        {
            Add(table, head, encoding);
            foreach (var tail in singles)
            {
                Add(table, head + tail, encoding);
            }
        }

        return table;
    }

    private static void Add(Dictionary<char, string> table, string units, LegacyEncoding encoding)
    {
        var read = LegacyReader.Read(units, 0, encoding, out var letter);
        if (read == units.Length && (!table.TryGetValue(letter, out var known) || known.Length > units.Length))
        {
            table[letter] = units;
        }
    }
}
