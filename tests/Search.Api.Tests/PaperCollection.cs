using Search.Application;
using Search.Application.Reading;
using Search.Ingestion;

namespace Search.Api.Tests;

/// <summary>A collection over a folder of papers that a test writes, both of its own.</summary>
internal sealed class PaperCollection : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("papers-").FullName;
    private readonly TimeProvider _clock;
    private SearchMetrics _metrics = null!;

    public PaperCollection(TimeProvider? clock = null)
    {
        _clock = clock ?? TimeProvider.System;
        Directory.CreateDirectory(Sources);
        Open();
    }

    public Collection Collection { get; private set; } = null!;

    public string Sources => Path.Combine(_folder, "nguon");

    public string DataFolder => Path.Combine(_folder, "data");

    public Task IngestAsync() => Collection.System.IngestAsync([Sources]);

    /// <summary>Closes the collection and opens it again, as a host that starts anew.</summary>
    public void Restart()
    {
        Close();
        Open();
    }

    public void Paper(string name, string number, string type, DateOnly date, string title, string text, string issuer = "TỈNH ỦY LÂM ĐỒNG") => File.WriteAllText(
        Path.Combine(Sources, name),
        $"{issuer}\tĐẢNG CỘNG SẢN VIỆT NAM\n\nSố {number}\tĐà Lạt, ngày {date.Day:00} tháng {date.Month:00} năm {date.Year}\n\n{type}\n{title}\n\n{text}\n\n"
        + "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nNguyễn Văn Nam\n");

    public void Dispose()
    {
        Close();
        Directory.Delete(_folder, recursive: true);
    }

    private void Open()
    {
        var system = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = DataFolder, Clock = _clock });
        var reader = new CollectionReader(system, _clock);
        _metrics = new SearchMetrics(reader, _clock);
        Collection = new Collection(system, reader, _metrics, _clock);
    }

    private void Close()
    {
        _metrics.Dispose();
        Collection.CollectionReader.Close();
        Collection.System.Dispose();
    }
}
