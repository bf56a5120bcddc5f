using System.Text.Json;
using Search.Documents;
using Search.Testing;
using Search.Text;

namespace Search.Citations.Tests.Support;

/// <summary>Hosts made from the labels of the gold set, so that citations are tested apart from the splitter.</summary>
internal static class GoldHosts
{
    public static (SourceText Source, IReadOnlyList<Document> Hosts) Read(string name)
    {
        var text = SharedData.ReadAllText("seeds", name);
        using var gold = JsonDocument.Parse(SharedData.ReadAllText("data", "seeds-gold.json"));
        var file = gold.RootElement.GetProperty("files").EnumerateArray().First(f => string.Equals(f.GetProperty("file").GetString(), name, StringComparison.Ordinal));
        var lines = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                lines.Add(i + 1);
            }
        }

        lines.Add(text.Length);
        var hosts = new List<Document>();
        foreach (var document in file.GetProperty("documents").EnumerateArray())
        {
            int Line(string property) => document.GetProperty(property).GetInt32();
            var titleLines = document.GetProperty("title_lines");
            var docket = Docket.Parse(document.GetProperty("number").GetString()!);
            var date = DateOnly.ParseExact(document.GetProperty("date").GetString()!, "yyyy-MM-dd");
            var province = document.GetProperty("province").GetString();
            var noiNhan = document.TryGetProperty("noi_nhan_lines", out var closing) && closing.ValueKind == JsonValueKind.Array
                ? new TextSpan(lines[closing[0].GetInt32() - 1], lines[closing[1].GetInt32()])
                : (TextSpan?)null;
            hosts.Add(new Document
            {
                Key = DocumentKey.ForNumber(docket.Canonical, province is null ? null : VietnameseFolding.Fold(province).Replace(' ', '-'), date),
                Header = new DocumentHeader
                {
                    Docket = docket,
                    Type = VietnameseFolding.Fold(document.GetProperty("type").GetString()!).Replace(' ', '-'),
                    Issuer = document.GetProperty("issuer").GetString(),
                    Province = province,
                    ProvinceId = province is null ? null : VietnameseFolding.Fold(province).Replace(' ', '-'),
                    Date = date,
                    Title = document.GetProperty("title").GetString(),
                },
                Span = new TextSpan(lines[Line("line_start") - 1], Math.Min(text.Length, lines[Line("line_end")])),
                TitleSpan = new TextSpan(lines[titleLines[0].GetInt32() - 1], lines[titleLines[1].GetInt32()]),
                Parts = noiNhan is { } span ? [new DocumentPart(DocumentPartKind.Closing, span)] : [],
            });
        }

        return (new SourceText { Name = name, Text = text, Encoding = "utf-8", Blocks = [] }, hosts);
    }
}
