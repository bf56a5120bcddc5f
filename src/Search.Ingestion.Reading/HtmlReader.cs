using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Search.Documents;
using Search.Text;

namespace Search.Ingestion.Reading;

/// <summary>HTML pages: the main content with its headings, lists, tables and notes. Scripts never run, nothing is
/// fetched.</summary>
internal sealed class HtmlReader(int maxLength) : IDocumentReader
{
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "nav", "aside", "form", "button", "select", "svg", "iframe", "head",
        "object", "canvas", "video", "audio",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark",
        "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "label",
    };

    public IReadOnlyCollection<string> Extensions { get; } = [".html", ".htm", ".xhtml"];

    public bool TryRead(
        string name,
        ReadOnlyMemory<byte> bytes,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error)
    {
        text = null;
        error = null;
        if (!TextDecoder.TryDecode(bytes.Span, out var decoded, out var failure))
        {
            error = new ReadError("encoding", failure.Message, failure.MessageEn, failure.Offset);
            return false;
        }

        if (!HtmlGuard.IsTame(decoded.Text))
        {
            error = TooDeep();
            return false;
        }

        try
        {
            using var page = new HtmlParser().ParseDocument(decoded.Text);
            var builder = new SourceBuilder(maxLength);
            var root = page.QuerySelector("main, article, [role=main]") ?? page.Body;
            if (root is not null)
            {
                new Walk(builder).Block(root, 0);
            }

            text = builder.Build(name, decoded.Encoding);
            return true;
        }
        catch (ReadRefusedException refused)
        {
            error = refused.Error;
        }
        catch (InsufficientExecutionStackException)
        {
            error = TooDeep();
        }

        return false;
    }

    private static ReadError TooDeep() => new(
        "too-deep",
        "Trang HTML lồng thẻ quá sâu hoặc có thẻ quá dài; không phải văn bản thông thường.",
        "The page nests its tags too deep or has an overlong tag; it is no ordinary document.");

    /// <summary>One walk over the tree; inline text is gathered until a block begins or ends.</summary>
    private sealed class Walk(SourceBuilder builder)
    {
        private readonly StringBuilder _line = new();

        public void Block(INode node, int listDepth)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            foreach (var child in node.ChildNodes)
            {
                if (child is IText words)
                {
                    AppendText(words.Data);
                }
                else if (child is IElement element && !Dropped.Contains(element.LocalName))
                {
                    Element(element, listDepth);
                }
            }

            if (node is IElement owner && !Inline.Contains(owner.LocalName))
            {
                Flush(BlockKind.Paragraph, 0);
            }
        }

        private void Element(IElement element, int listDepth)
        {
            var name = element.LocalName;
            if (name is "br")
            {
                _line.Append('\n');
            }
            else if (name is "sup")
            {
                AppendNote(element);
            }
            else if (Inline.Contains(name))
            {
                Block(element, listDepth);
            }
            else if (name is "table" && element is IHtmlTableElement table)
            {
                Table(table);
            }
            else if (name is ['h', >= '1' and <= '6'])
            {
                Own(element, BlockKind.Heading, name[1] - '0', listDepth);
            }
            else if (name is "ul" or "ol") { Flush(BlockKind.Paragraph, 0); Block(element, listDepth + 1); }
            else if (name is "li")
            {
                ListItem(element, listDepth);
            }
            else if (name is "hr")
            {
                Flush(BlockKind.Paragraph, 0);
            }
            else
            {
                Own(element, BlockKind.Paragraph, 0, listDepth);
            }
        }

        private void Own(IElement element, BlockKind kind, int level, int listDepth)
        {
            Flush(BlockKind.Paragraph, 0);
            if (kind == BlockKind.Paragraph)
            {
                Block(element, listDepth);
                return;
            }

            AppendText(element.TextContent);
            Flush(kind, level);
        }

        private void ListItem(IElement element, int listDepth)
        {
            Flush(BlockKind.Paragraph, 0);
            if (element.ParentElement is IHtmlOrderedListElement ordered)
            {
                var number = ordered.Start + ordered.Children.TakeWhile(item => item != element).Count();
                _line.Append(number.ToString(CultureInfo.InvariantCulture)).Append(". ");
            }
            else
            {
                _line.Append("- ");
            }

            foreach (var child in element.ChildNodes)
            {
                if (child is IText words)
                {
                    AppendText(words.Data);
                }
                else if (child is IElement inner && !Dropped.Contains(inner.LocalName))
                {
                    if (inner.LocalName is "ul" or "ol")
                    {
                        Flush(BlockKind.ListItem, listDepth);
                        Block(inner, listDepth + 1);
                    }
                    else if (inner.LocalName is "p" or "div")
                    {
                        AppendText(inner.TextContent);
                        _line.Append('\n');
                    }
                    else
                    {
                        Element(inner, listDepth);
                    }
                }
            }

            Flush(BlockKind.ListItem, listDepth);
        }

        private void Table(IHtmlTableElement table)
        {
            Flush(BlockKind.Paragraph, 0);
            foreach (var row in table.Rows)
            {
                TableRows.Add(builder, [.. row.Cells.Select(cell => CellText(cell))]);
            }
        }

        private static string CellText(IElement cell)
        {
            var text = new StringBuilder();
            Gather(cell, text);
            return text.ToString();
        }

        private static void Gather(INode node, StringBuilder text)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            foreach (var child in node.ChildNodes)
            {
                if (child is IText words)
                {
                    text.Append(OneLine(words.Data));
                }
                else if (child is IElement element && !Dropped.Contains(element.LocalName))
                {
                    var isBlock = !Inline.Contains(element.LocalName);
                    if (isBlock && text.Length > 0 && text[^1] != '\n')
                    {
                        text.Append('\n');
                    }

                    Gather(element, text);
                    if (isBlock && text.Length > 0 && text[^1] != '\n')
                    {
                        text.Append('\n');
                    }
                }
            }
        }

        /// <summary>A raised number that links to a note stands in brackets, so that it does not run into the word
        /// before it; other raised text (m²) stays as it is.</summary>
        private void AppendNote(IElement raised)
        {
            var isNote = raised.QuerySelector("a") is not null || raised.ParentElement?.LocalName is "a";
            _line.Append(isNote ? $"[{raised.TextContent.Trim().Trim('[', ']')}]" : raised.TextContent);
        }

        private void AppendText(string text) => _line.Append(OneLine(text));

        private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');

        private void Flush(BlockKind kind, int level)
        {
            if (_line.Length == 0)
            {
                return;
            }

            builder.Add(kind, _line.ToString(), level);
            _line.Clear();
        }
    }
}
