using System.Runtime.CompilerServices;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Search.Ingestion.Reading;

/// <summary>What a page shows or says of itself outside its text: its metadata, titles of elements, menus, buttons, values of fields, words in drawings and for pictures, what
/// lies outside its main content, and its header and footer, which are part of the text as well.</summary>
internal static class HtmlBeside
{
    /// <param name="page">The page.</param>
    /// <param name="content">The parts that were read as its text.</param>
    /// <param name="builder">Takes the lines.</param>
    public static void Read(IHtmlDocument page, IReadOnlyList<IElement> content, SourceBuilder builder)
    {
        builder.AddBeside(page.Title);
        foreach (var meta in page.Head?.QuerySelectorAll("meta[name][content]") ?? Enumerable.Empty<IElement>())
        {
            Attribute(meta, "content", builder);
        }

        if (page.Body is { } body)
        {
            var line = new StringBuilder();
            Walk(body, isText: false, content, builder, line);
            Flush(builder, line);
        }
    }

    private static void Walk(IElement element, bool isText, IReadOnlyList<IElement> content, SourceBuilder builder, StringBuilder line)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (HtmlElements.IsInvisible(element))
        {
            return;
        }

        isText = (isText || content.Contains(element)) && !HtmlElements.IsLeftOut(element) && element.LocalName is not ("header" or "footer");
        Attribute(element, "alt", builder);
        Attribute(element, "title", builder);
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
