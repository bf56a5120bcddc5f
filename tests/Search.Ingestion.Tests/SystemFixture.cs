using System.IO.Compression;
using System.Text;

namespace Search.Ingestion.Tests;

/// <summary>A data folder and a source folder of their own that go when the test is done.</summary>
public abstract class SystemFixture : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-").FullName;
    private KnowledgeBase? _system;

    protected SystemFixture() => Directory.CreateDirectory(Sources);

    protected string Data => Path.Combine(_folder, "data");

    protected string Sources => Path.Combine(_folder, "sources");

    protected string Outside => _folder;

    protected string StoreFile => Path.Combine(Data, "knowledge.db");

    protected KnowledgeBase CollectionReader => _system ??= Open();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Configure(KnowledgeOptions options)
    {
    }

    protected virtual void Dispose(bool disposing)
    {
        _system?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    protected KnowledgeBase Reopen()
    {
        _system?.Dispose();
        return _system = Open();
    }

    protected void Close()
    {
        _system?.Dispose();
        _system = null;
    }

    /// <summary>Writes a source file; its time lies back far enough to tell by it that nothing changed.</summary>
    protected string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    protected string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Sources, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddMinutes(-5));
        return path;
    }

    protected async Task<(IngestSummary Summary, IReadOnlyList<IngestEvent> Events)> Ingest(params string[] paths)
    {
        var told = new Told();
        var summary = await CollectionReader.IngestAsync(paths.Length == 0 ? [Sources] : paths, told, CancellationToken.None);
        return (summary, told.Events);
    }

    /// <summary>Flips a bit of a text in the store's file; close the system first.</summary>
    protected void Flip(string text)
    {
        var file = File.ReadAllBytes(StoreFile);
        var at = file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text));
        Assert.True(at > 0, "the bytes lie in the store's file");
        file[at + 3] ^= 4;
        File.WriteAllBytes(StoreFile, file);
    }

    /// <summary>An archive of texts.</summary>
    protected static byte[] Zip(params (string Name, string Text)[] entries) => Zip(Encoding.UTF8, entries);

    /// <summary>An archive of texts whose names are written in a code page.</summary>
    protected static byte[] Zip(Encoding names, params (string Name, string Text)[] entries)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, text) in entries)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }

    private KnowledgeBase Open()
    {
        var options = new KnowledgeOptions { DataDirectory = Data };
        Configure(options);
        return KnowledgeBase.Open(options);
    }

    /// <summary>Keeps what is told, in order.</summary>
    private sealed class Told : IProgress<IngestEvent>
    {
        public List<IngestEvent> Events { get; } = [];

        public void Report(IngestEvent value) => Events.Add(value);
    }
}
