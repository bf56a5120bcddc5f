using System.Text;
using Search.Application.Layout;
using Search.Application.Lines;
using Search.Citations;
using Search.Store;

namespace Search.Api.Exports;

/// <summary>A document as Markdown: front matter with its letterhead, its text, its citations as links.</summary>
internal static class MarkdownText
{
    public static string Of(DocumentRecord record, IReadOnlyList<Citation> citations)
    {
        var document = DocumentLines.Of(record.Summary);
        var text = new StringBuilder();
        text.Append("---\n");
        Field("key", document.Key);
        Field("number", document.Number);
        Field("type", document.Type);
        Field("issuer", document.Issuer);
        Field("date", Pages.SearchAddress.Day(document.Date));
        Field("title", document.Title);
        text.Append("---\n\n");
        foreach (var block in TextLayout.Of(record, citations, []))
        {
            if (block.Level > 0)
            {
                text.Append('#', block.Level).Append(' ');
            }

            foreach (var run in block.Runs)
            {
                var plain = Escape(run.Text);
                if (run.Citation is { IsSelf: false, Target: { } target })
                {
                    text.Append($"[{plain}]({DocumentLines.Url(target.Key)})");
                }
                else
                {
                    text.Append(plain);
                }
            }

            text.Append("\n\n");
        }

        return text.ToString();

        void Field(string name, string? value)
        {
            if (value is null)
            {
                return;
            }

            text.Append(name).Append(": \"")
                .Append(value.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))
                .Append("\"\n");
        }
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '*' or '_' or '[' or ']' or '<' or '`')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
