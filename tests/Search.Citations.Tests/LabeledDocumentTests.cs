using System.Globalization;
using System.Text;
using Search.Citations.Tests.Support;
using Search.Documents;
using Search.Testing;
using Search.Text;

namespace Search.Citations.Tests;

/// <summary>
/// Documents labeled as wholes: every mention with its exact span, relation and target. Errors are weighed by what they do to a
/// reader: a wrong replacing, repeal or amendment 4, a wrong target 3, any other wrong relation 1.
/// </summary>
public sealed class LabeledDocumentTests
{
    private static readonly HashSet<string> Grave = new(StringComparer.Ordinal) { "thay-the", "bai-bo", "sua-doi-bo-sung" };

    [Fact]
    public void SpansRelationsAndTargetsAreRight()
    {
        var (found, labeled, exact, weight, grave, documents) = (0, 0, 0, 0, 0, 0);
        var report = new StringBuilder();
        foreach (var part in File.ReadAllText(Path.Combine(RepositoryFiles.Root, "tests", "Search.Citations.Tests", "Results", "labeled-documents.txt")).Split("\n=== ").Skip(1))
        {
            documents++;
            var (host, text, labels) = Read(part);
            var citations = Pipeline.Cite(DocumentReaders.FromText("a.txt", text), host);
            found += citations.Count;
            labeled += labels.Count;
            foreach (var label in labels)
            {
                if (citations.FirstOrDefault(citation => citation.Span.Equals(label.Span)) is not { } citation)
                {
                    report.AppendLine(CultureInfo.InvariantCulture, $"{host.Key}: not found: {label.Span.Slice(text)}");
                    continue;
                }

                exact++;
                var target = citation.IsSelf ? "self" : citation.Target?.Key.Value ?? "?";
                var cost = !string.Equals(citation.Relation, label.Relation, StringComparison.Ordinal) && !(citation.IsSelf && label.Target is "self")
                    ? Grave.Contains(citation.Relation) || Grave.Contains(label.Relation) ? 4 : 1
                    : !string.Equals(target, label.Target, StringComparison.Ordinal) && target is not "?" && label.Target is not "?" ? 3 : 0;
                weight += cost;
                grave += cost >= 3 ? 1 : 0;
                if (cost > 0)
                {
                    report.AppendLine(CultureInfo.InvariantCulture, $"{host.Key}: {label.Span.Slice(text)}: {label.Relation} {label.Target}, got {citation.Relation} {target} ({cost})");
                }
            }

            foreach (var citation in citations.Where(citation => !labels.Exists(label => label.Span.Equals(citation.Span))))
            {
                report.AppendLine(CultureInfo.InvariantCulture, $"{host.Key}: not labeled: {citation.Text}");
                grave += Grave.Contains(citation.Relation) ? 1 : 0;
            }
        }

        var score = 2.0 * exact / (found + labeled);
        Assert.Equal(20, documents);
        Assert.True(score >= 0.97 && grave == 0 && weight <= 0.03 * labeled, $"span F1 {score:0.000} of {labeled}, weighted errors {weight}\n{report}");
    }

    private static (Document Host, string Text, List<(TextSpan Span, string Relation, string Target)> Labels) Read(string part)
    {
        var lines = part.Split('\n', 2);
        var fields = lines[0].Split(" | ");
        var date = DateOnly.ParseExact(fields[2], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.True(Docket.TryParse(fields[1], out var docket));
        var province = fields[3] is "-" ? null : fields[3];
        var text = new StringBuilder();
        var labels = new List<(TextSpan, string, string)>();
        foreach (var (piece, inside) in lines[1].Split('{').SelectMany((piece, i) => i == 0
            ? [(piece, false)]
            : new[] { (piece[..piece.IndexOf('}', StringComparison.Ordinal)], true), (piece[(piece.IndexOf('}', StringComparison.Ordinal) + 1)..], false) }))
        {
            if (!inside)
            {
                text.Append(piece);
                continue;
            }

            var label = piece.Split('|', 3);
            labels.Add((new TextSpan(text.Length, text.Length + label[2].Length), label[0], label[1]));
            text.Append(label[2]);
        }

        return (new Document
        {
            Key = DocumentKey.ForNumber(docket.Canonical, province, date),
            Header = new DocumentHeader { Docket = docket, Type = fields[0], Date = date, ProvinceId = province },
            Span = new TextSpan(0, text.Length),
        }, text.ToString(), labels);
    }
}
