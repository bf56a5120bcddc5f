using System.Globalization;

namespace Search.Engine.Tests;

/// <summary>The texts of passages, written in codes of one, two and four bytes, and read back.</summary>
public sealed class ForwardTests : IDisposable
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), "engine-forward-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    [Fact]
    public void Texts_read_as_they_were_written_before_and_after_a_merge()
    {
        // More words than one and two bytes can number; the first ones are frequent.
        const int Words = ForwardCode.Middle + 500;
        var random = new Random(7);
        var texts = new List<List<string>>();
        for (var start = 0; start < Words; start += 500)
        {
            var text = new List<string>();
            for (var word = start; word < start + 500; word++)
            {
                text.Add(Word(word));
                text.Add(Word(random.Next(150)));
                if (random.Next(9) == 0)
                {
                    text[^1] = "/" + text[^1];
                }
            }

            texts.Add(text);
        }

        Directory.CreateDirectory(_directory);
        var whole = Write("whole", texts);
        Check(whole, texts);
        var first = Write("first", texts[..20]);
        var second = Write("second", texts[20..]);
        var deleted = new DeleteSet(second.Docs);
        deleted.Add(3);
        var path = Path.Combine(_directory, "merged");
        new SegmentMerger([(first, null), (second, deleted)]).Write(DiskFileLayer.Instance, path, CancellationToken.None);
        using var merged = Segment.Open(path);
        Check(merged, [.. texts[..23], .. texts[24..]]);
        whole.Dispose();
        first.Dispose();
        second.Dispose();
    }

    private static string Word(int number) => string.Create(CultureInfo.InvariantCulture, $"w{number}");

    private static void Check(Segment segment, List<List<string>> texts)
    {
        var words = new string[segment.Terms.Count];
        for (var ordinal = 0; ordinal < words.Length; ordinal++)
        {
            words[segment.CodeOf(ordinal)] = TermKey.Split(segment.Terms.Key(ordinal)).Exact;
        }

        var table = words.Select(w => (byte)(w.Length * 3)).ToArray();
        for (var doc = 0; doc < texts.Count; doc++)
        {
            var found = new List<string>();
            var reader = new ForwardReader(segment.Text(doc));
            while (reader.MoveNext())
            {
                found.Add((reader.BeginsLine ? "/" : "") + words[reader.Code]);
            }

            Assert.Equal(texts[doc], found);

            var values = new byte[found.Count];
            new ForwardReader(segment.Text(doc)).LookUp(table, 0x80, values);
            Assert.Equal(found.Select(w => (byte)((w.TrimStart('/').Length * 3) | (w[0] == '/' ? 0x80 : 0))), values);
        }
    }

    private Segment Write(string name, IEnumerable<List<string>> texts)
    {
        var builder = new SegmentBuilder();
        foreach (var text in texts)
        {
            var body = string.Join(' ', text).Replace(" /", ". ", StringComparison.Ordinal);
            builder.Add(new IndexEntry
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{name}{builder.Count}"),
                Group = name,
                Text = new Dictionary<string, string>(StringComparer.Ordinal) { [IndexFields.Body] = body },
            });
        }

        var path = Path.Combine(_directory, name);
        builder.Write(DiskFileLayer.Instance, path);
        return Segment.Open(path);
    }
}
