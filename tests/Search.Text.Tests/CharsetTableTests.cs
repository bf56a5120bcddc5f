using System.Globalization;
using Search.Testing;

namespace Search.Text.Tests;

/// <summary>Every letter of the shared table of encodings, read from its bytes.</summary>
public sealed class CharsetTableTests
{
    [Theory]
    [InlineData("TCVN3_font(bamboo)", LegacyEncoding.Tcvn3)]
    [InlineData("VNI(bamboo)", LegacyEncoding.Vni)]
    [InlineData("VISCII(glibc)", LegacyEncoding.Viscii)]
    [InlineData("VPS(mozilla 0x80-0xFF)", LegacyEncoding.Vps)]
    [InlineData("CP1258(glibc)", LegacyEncoding.Cp1258)]
    public void EveryLetterIsRead(string column, LegacyEncoding encoding)
    {
        var lines = File.ReadAllLines(SharedData.PathOf("data", "text", "charset-tables.tsv")).Select(line => line.Split('\t')).ToList();
        var index = Array.IndexOf(lines[0], column);

        // TCVN3 shares codes between capitals and small letters; alone, a letter reads as the small one.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cells in lines.Skip(1).Where(cells => !cells[index].Contains("control", StringComparison.Ordinal)))
        {
            var isShared = !seen.Add(cells[index]);
            var expected = isShared ? cells[0].ToLowerInvariant() : cells[0];
            Assert.True(TextDecoder.TryDecode(Bytes(cells[index]), encoding, out var text, out _), cells[0]);
            Assert.Equal(expected, text.Text);
        }

        Assert.Equal(134, lines.Count - 1);
    }

    [Fact]
    public void EveryViqrLetterIsRead()
    {
        foreach (var line in File.ReadLines(SharedData.PathOf("data", "text", "charset-tables.tsv")).Skip(1))
        {
            var cells = line.Split('\t');
            Assert.True(TextDecoder.TryDecode(System.Text.Encoding.ASCII.GetBytes(cells[11]), LegacyEncoding.Viqr, out var text, out _));
            Assert.Equal(cells[0], text.Text);
        }
    }

    private static byte[] Bytes(string hex) =>
        [.. hex.Split(' ').Select(pair => byte.Parse(pair, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))];
}
