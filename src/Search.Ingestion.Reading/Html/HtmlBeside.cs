using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Search.Ingestion.Reading;

/// <summary>What a page shows or says of itself outside its text: its metadata, titles of elements, style sheets, parts kept for scripts, inner frames, menus, buttons, values of fields, words in drawings and for pictures, what
/// lies outside its main content, and its header and footer, which are part of the text as well.</summary>
internal static class HtmlBeside
{
    private const int MostFrames = 2;

    /// <summary>Attributes whose words a browser shows or reads out; those that begin with <c>data-</c> are what style sheets and scripts show.</summary>
    private static readonly FrozenSet<string> Shown = new[]
    {
        "alt", "title", "aria-label", "aria-description", "placeholder", "label", "summary",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="page">The page.</param>
    /// <param name="content">The parts that were read as its text.</param>
    /// <param name="builder">Takes the lines.</param>
    public static void Read(IHtmlDocument page, IReadOnlyList<IElement> content, SourceBuilder builder)
    {
        Read(page, content, builder, depth: 0);
    }

    private static void Read(IHtmlDocument page, IReadOnlyList<IElement> content, SourceBuilder builder, int depth)
    {
        foreach (var title in page.Head?.QuerySelectorAll("title") ?? Enumerable.Empty<IElement>())
        {
            builder.AddBeside(title.TextContent);
        }

        foreach (var meta in page.QuerySelectorAll("meta[content]"))
        {
            Attribute(meta, "content", builder);
        }

        // What a style sheet writes before and after elements, and into the margins of printed pages.
        foreach (var style in page.QuerySelectorAll("style"))
        {
            foreach (var words in StyleWords.Of(style.TextContent))
            {
                builder.AddBeside(words);
            }
        }

        // Parts that show where scripts do not run, or once they have run.
        foreach (var hidden in page.QuerySelectorAll("template, noscript"))
        {
            builder.AddBeside(Plain((hidden as IHtmlTemplateElement)?.Content.TextContent ?? hidden.TextContent));
        }

        foreach (var frame in page.QuerySelectorAll("iframe[srcdoc]"))
        {
            if (depth < MostFrames && frame.GetAttribute("srcdoc") is { Length: > 0 } inner && HtmlGuard.IsTame(inner))
            {
                using var document = new HtmlParser().ParseDocument(inner);
                Read(document, [], builder, depth + 1);
            }
        }

        if (page.Body is { } body)
        {
            var line = new StringBuilder();
            Walk(body, isText: false, content, builder, line);
            Flush(builder, line);
        }
    }

    /// <summary>Words between tags: what a page keeps for browsers without scripts is not parsed where they run.</summary>
    private static string Plain(string markup) => markup.Contains('<', StringComparison.Ordinal)
        ? string.Join('\n', markup.Split('<').Select(part => part[(part.IndexOf('>', StringComparison.Ordinal) + 1)..].ReplaceLineEndings(" ")))
        : markup;

    private static void Walk(IElement element, bool isText, IReadOnlyList<IElement> content, SourceBuilder builder, StringBuilder line)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (HtmlElements.IsInvisible(element))
        {
            return;
        }

        isText = (isText || content.Contains(element)) && !HtmlElements.IsLeftOut(element) && element.LocalName is not ("header" or "footer");
        foreach (var attribute in element.Attributes)
        {
            if (Shown.Contains(attribute.LocalName) || attribute.LocalName.StartsWith("data-", StringComparison.Ordinal))
            {
                builder.AddBeside(attribute.Value);
            }
        }

        if (element.LocalName is "input" && !string.Equals(element.GetAttribute("type"), "hidden", StringComparison.OrdinalIgnoreCase))
        {
            Attribute(element, "value", builder);
        }

        var ends = !isText && (HtmlElements.IsBlock(element) || HtmlElements.IsLeftOut(element));
        if (ends)
        {
            Flush(builder, line);
        }

        foreach (var child in element.ChildNodes)
        {
            if (child is IText words && !isText)
            {
                line.Append(words.Data.ReplaceLineEndings(" "));
            }
            else if (child is IElement inner)
            {
                Walk(inner, isText, content, builder, line);
            }
        }

        if (ends)
        {
            Flush(builder, line);
        }
    }

    private static void Attribute(IElement element, string name, SourceBuilder builder)
    {
        if (element.GetAttribute(name) is { Length: > 0 } value)
        {
            builder.AddBeside(value);
        }
    }

    private static void Flush(SourceBuilder builder, StringBuilder line)
    {
        builder.AddBeside(line.ToString());
        line.Clear();
    }
}
