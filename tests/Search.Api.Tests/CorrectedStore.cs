using System.Globalization;
using System.Text;
using Search.Application;
using Search.Application.Contracts;
using Search.Application.Reading;
using Search.Documents;
using Search.Ingestion;

namespace Search.Api.Tests;

/// <summary>A store of its own over a folder of papers, for tests of what people correct.</summary>
public abstract class CorrectedStore : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corrections-").FullName;
    private SearchMetrics _metrics = null!;

    protected CorrectedStore()
    {
        Directory.CreateDirectory(Sources);
        Opened = Open("data");
    }

    private protected Collection Opened { get; set; }

    protected string Sources => Path.Combine(_folder, "nguon");

    public void Dispose()
    {
        Close();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>All documents and citations as text.</summary>
    /// <param name="isWhole">Whether title and issuer of documents that are known by citation alone are compared too.</param>
    protected string Digest(bool isWhole = true)
    {
        var digest = new StringBuilder();
        foreach (var document in Opened.System.Store.List(includeStubs: true))
        {
            var header = isWhole || document.Status.IsHeld() ? document.Header : document.Header with { Title = null, Issuer = null, Level = null };
            digest.AppendLine(CultureInfo.InvariantCulture, $"{document.Key} {document.Status} {header} {document.CitedBy}");
            foreach (var citation in Opened.System.Store.CitationsOf(document.Key))
            {
                // Why the program linked a mention tells what was there at the time; a person's word is the same at all times.
                var reason = citation.Reason.StartsWith("Do ", StringComparison.Ordinal) ? citation.Reason : "";
                digest.AppendLine(CultureInfo.InvariantCulture, $"  {citation.Span} {citation.Target?.Key} {citation.Relation} {reason}");
            }
        }

        return digest.ToString();
    }

    protected IReadOnlyList<Store.DocumentSummary> Present() => Opened.System.Store.List();

    protected async Task<CorrectionLine> CorrectAsync(CorrectionRequest request)
    {
        var correction = Opened.Corrections.Add(request, "ha", "Lê Thị Hà");
        await Opened.Corrections.ApplyAsync();
        return Opened.Corrections.Get(correction.Id);
    }

    protected Task IngestAsync() => Opened.System.IngestAsync([Sources]);

    protected void Plan(string name, int number, DateOnly date, string text, string signer = "Nguyễn Văn Nam") =>
        Paper(name, $"{number}-KH/TU", "KẾ HOẠCH", date, text, signer);

    protected void Paper(string name, string number, string type, DateOnly date, string text, string signer = "Nguyễn Văn Nam") => File.WriteAllText(
        Path.Combine(Sources, name),
        $"TỈNH ỦY LÂM ĐỒNG\tĐẢNG CỘNG SẢN VIỆT NAM\n\nSố {number}\tĐà Lạt, ngày {date.Day:00} tháng {date.Month:00} năm {date.Year}\n\n{type}\n"
        + $"về công tác số {name[0]}\n\n{text}\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\n{signer}\n");

    private protected Collection Open(string data)
    {
        var system = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = Path.Combine(_folder, data) });
        var reader = new CollectionReader(system, TimeProvider.System);
        _metrics = new SearchMetrics(reader, TimeProvider.System);
        return new Collection(system, reader, _metrics, TimeProvider.System);
    }

    protected void Close()
    {
        _metrics.Dispose();
        Opened.CollectionReader.Close();
        Opened.System.Dispose();
    }
}
