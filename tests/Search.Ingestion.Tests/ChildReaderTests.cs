using System.Text;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Ingestion.Reading;
using Search.Testing.Files;
using Search.Testing;

namespace Search.Ingestion.Tests;

/// <summary>Parsers in a process of their own: they give what they give here, and nothing that is done to them gets out.</summary>
public sealed class ChildReaderTests : SystemFixture
{
    /// <summary>Gets past the guard, which takes all of it for a comment, and nests so many elements that it takes many minutes.</summary>
    private static readonly byte[] Slow = Encoding.UTF8.GetBytes("<!-- --!>" + string.Concat(Enumerable.Repeat("<rt>", 300_000)) + "-->");

    private static readonly KnowledgeOptions Options = new() { FileTimeout = TimeSpan.FromMinutes(10), ReaderMemory = 4L << 30 };

    private readonly long _memory = Unique();

    public static TheoryData<string> Forms => [".md", ".html", ".docx"];

    public static TheoryData<string> Hostile =>
        [.. HostileFiles.All.Keys.Where(name => Path.GetExtension(name) is ".md" or ".html" or ".docx")];

    [Theory]
    [MemberData(nameof(Forms))]
    public void GeneratedPapersReadTheSame(string extension)
    {
        var papers = new PaperGenerator(4711, Catalogue.Default);
        for (var i = 0; i < 40; i++)
        {
            var paper = papers.Next();
            AssertSame($"{i}{extension}", extension switch
            {
                ".md" => [.. Encoding.UTF8.GetBytes("---\ntitle: \"Đầu\u00A0mục\"\nlist: [a, b]\n---\n"), .. FileForms.Markdown(paper), .. Enumerable.Repeat((byte)'\n', ChildReader.SmallText)],
                ".html" => FileForms.Html(paper),
                _ => FileForms.Docx(paper),
            });
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void HostileFilesReadOrAreRefusedTheSame(string name) => AssertSame(name, HostileFiles.All[name]());

    [Fact]
    public void SampleFilesReadTheSame()
    {
        var files = SharedData.SampleFiles();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            AssertSame("sample.md", bytes);
            AssertSame("sample.html", bytes);
        }
    }

    [Fact]
    public void AFileLargerThanWhatAPipeHoldsReadsTheSame() => AssertSame(
        "large.html",
        Encoding.UTF8.GetBytes("<main>" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<p>Đoạn {i} của văn bản\u0110 𠀀</p><ul><li>mục</li></ul>"))));

    [Fact]
    public void ATextComesBackUnitByUnit()
    {
        // A lone surrogate has no UTF-8 form, and the metadata are quoted from the text.
        var large = string.Concat(Enumerable.Repeat("# Một \ud800 hai\r\n\n- ba\0\n\t- bốn\n\n", ChildReader.SmallText / 20));
        AssertSameText("a.md", "---\ntitle: \"a\\ud800b\"\n---\n\n" + large);
        AssertSameText("b.md", "---\ntitle: \"a\"\n---\n\n# Một");
    }

    [Fact]
    public void AFileThatRunsOverItsDeadlineIsRefusedAndItsProcessEnded()
    {
        var options = new KnowledgeOptions { FileTimeout = TimeSpan.FromSeconds(1), ReaderMemory = Unique() };
        Assert.False(Child(".html", options).TryRead("a.html", Slow, out var text, out var error));

        Assert.Null(text);
        Assert.Equal("timeout", error.Code);
        Assert.NotEqual(error.Message, error.MessageEn);
        Assert.Empty(Children(options));
    }

    [Fact]
    public async Task TheWorkerGoesOnAfterAFileThatRunsOverItsDeadline()
    {
        Write("a.html", Slow);
        Write("b.txt", FileForms.Text(new PaperGenerator(5, Catalogue.Default).Next()));

        var (summary, events) = await Ingest();

        Assert.Equal((1, 1), (summary.Ingested, summary.Quarantined));
        var refused = Assert.Single(events, told => told.Outcome == IngestOutcome.Quarantined);
        Assert.Equal(("sources/a.html", "timeout", "read"), (refused.Path, refused.Code, refused.Step));
        Assert.True(CollectionReader.Verify().IsSound);

        // The file is given up at its deadline and its process ended just after: this waits, however long it takes.
        while (ReaderPool.Running(_memory).Count > 0)
        {
            await Task.Yield();
        }
    }

    [Fact]
    public void AFileThatNeedsMoreMemoryThanThereMayBeIsRefusedAndTheNextOneRead()
    {
        var options = new KnowledgeOptions { FileTimeout = TimeSpan.FromMinutes(10), ReaderMemory = Unique() };
        var reader = Child(".html", options);
        var large = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<p>Chỉ thị<b>x</b><i>y</i>", 400_000)));

        Assert.False(reader.TryRead("a.html", large, out _, out var error));
        Assert.Equal("memory", error.Code);
        Assert.NotEqual(error.Message, error.MessageEn);

        Assert.True(reader.TryRead("b.html", "<p>Chỉ thị</p>"u8.ToArray(), out var text, out _));
        Assert.Equal("Chỉ thị", text.Text);
    }

    [Fact]
    public void AProcessServesFileAfterFileAndOneThatWasEndedIsReplaced()
    {
        var options = new KnowledgeOptions { FileTimeout = TimeSpan.FromMinutes(10), ReaderMemory = Unique() };
        var reader = Child(".html", options);
        Assert.True(reader.TryRead("a.html", "<p>một</p>"u8.ToArray(), out _, out _));
        var first = Assert.Single(Children(options));
        Assert.True(reader.TryRead("b.html", "<p>hai</p>"u8.ToArray(), out _, out _));
        Assert.Equal(first, Assert.Single(Children(options)));

        using (var process = System.Diagnostics.Process.GetProcessById(first))
        {
            process.Kill();
            process.WaitForExit();
        }

        Assert.True(reader.TryRead("c.html", "<p>ba</p>"u8.ToArray(), out var text, out _));
        Assert.Equal("ba", text.Text);
        Assert.NotEqual(first, Assert.Single(Children(options)));
    }

    [Fact]
    public void AMissingProgramIsToldAndNothingIsParsedHere()
    {
        var folder = Directory.CreateTempSubdirectory("no-reader-").FullName;
        try
        {
            var options = new KnowledgeOptions { ReaderFolder = folder };
            Assert.False(Child(".docx", options).TryRead("a.docx", FileForms.Docx("<w:p/>"), out _, out var error));
            Assert.Equal("needs-reader", error.Code);
            Assert.NotEqual(error.Message, error.MessageEn);
            var refused = Assert.Throws<FileRefusedException>(() => ((ITextReader)Child(".md", options)).Read("a.md", new string('a', ChildReader.SmallText + 1)));
            Assert.Equal("needs-reader", refused.Code);
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void NoParserRunsInTheProcessOfTheWorker(string extension) =>
        Assert.True(FormatReaders.Create(Options).For("a" + extension) is ChildReader or OfficeReader);

    protected override void Configure(KnowledgeOptions options)
    {
        options.FileTimeout = TimeSpan.FromSeconds(5);
        options.ReaderMemory = _memory;
    }

    private static void AssertSame(string name, byte[] bytes)
    {
        var isRead = Here(name).TryRead(name, bytes, out var expected, out var refused);
        Assert.Equal(isRead, Child(Path.GetExtension(name), Options).TryRead(name, bytes, out var text, out var error));
        Assert.Equal(refused, error);
        if (isRead && Here(name) is not ITextReader)
        {
            AssertEqual(expected!, text!);
        }

        if (expected is not null && Here(name) is ITextReader)
        {
            AssertSameText(name, expected.Text);
        }
    }

    private static void AssertSameText(string name, string text) => AssertEqual(
        ((ITextReader)Here(name)).Read(name, text, "tcvn3"),
        ((ITextReader)Child(Path.GetExtension(name), Options)).Read(name, text, "tcvn3"));

    private static void AssertEqual(SourceText expected, SourceText text)
    {
        Assert.Equal((expected.Name, expected.Encoding), (text.Name, text.Encoding));
        Assert.True(string.Equals(expected.Text, text.Text, StringComparison.Ordinal), expected.Name);
        Assert.Equal(expected.Blocks, text.Blocks);
        Assert.Equal(expected.Metadata.ToList(), text.Metadata.ToList());
    }

    private static IDocumentReader Here(string name) => DocumentReaders.For(name, Readers.Create(Options.MaxTextLength))!;

    private static IDocumentReader Child(string extension, KnowledgeOptions options) => FormatReaders.Create(options).For("a" + extension)!;

    /// <summary>A limit that no other test uses: processes are kept for it alone, and known by it.</summary>
    private static long Unique() => (64L << 20) + (Interlocked.Increment(ref _unique) << 12);

    private static int _unique;

    private static IReadOnlyList<int> Children(KnowledgeOptions options) => ReaderPool.Running(options.ReaderMemory);
}
