using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Search.Ingestion.Reading;

/// <summary>What elements of a page mean for its text. An element that is not listed is inline, as the standard has it:
/// <c>wbr</c>, <c>acronym</c> and <c>st1:date</c> do not end a paragraph.</summary>
internal static class HtmlElements
{
    /// <summary>Left out with all they hold. A form is none of them: pages of WebForms stand in one.</summary>
    private static readonly FrozenSet<string> Dropped = new[]
    {
        "script", "style", "noscript", "template", "nav", "aside", "button", "select", "datalist", "svg", "math", "iframe", "head",
        "object", "canvas", "video", "audio", "map", "title", "rp", "rt",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Blocks = new[]
    {
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
        "hr", "html", "legend", "li", "listing", "main", "menu", "ol", "optgroup", "option", "p", "plaintext", "pre", "search",
        "section", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "ul", "xmp",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Struck out by an editor: it is no longer part of the text.</summary>
    private static readonly FrozenSet<string> Struck = new[] { "del", "s", "strike" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an element begins and ends lines.</summary>
    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>Whether an element holds nothing that a reader of the page sees as its text.</summary>
    public static bool IsLeftOut(IElement element) =>
        Dropped.Contains(element.LocalName) || Struck.Contains(element.LocalName) || element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { Length: > 0 } style && IsHidden(style));

    /// <summary>Whether an element and all it holds do not show at all.</summary>
    public static bool IsInvisible(IElement element) =>
        element.LocalName is "script" or "style" or "noscript" or "template" or "head" or "datalist" || Struck.Contains(element.LocalName)
        || element.HasAttribute("hidden") || (element.GetAttribute("style") is { Length: > 0 } style && IsHidden(style));

    /// <summary>Whether line feeds in the source of an element show; null where it does not say.</summary>
    public static bool? KeepsLines(IElement element)
    {
        if (element.GetAttribute("style") is { Length: > 0 } style && Value(style, "white-space") is { } space)
        {
            return space.StartsWith("pre", StringComparison.Ordinal) || space is "break-spaces";
        }

        return element.LocalName is "pre" or "textarea" or "listing" or "xmp" or "plaintext" ? true : null;
    }

    /// <summary>Whether an element turns its text bold.</summary>
    public static bool IsBold(IElement element) => element.LocalName is "b" or "strong"
        || (element.GetAttribute("style") is { Length: > 0 } style && Value(style, "font-weight") is "bold" or "bolder" or "600" or "700" or "800" or "900");

    /// <summary>Value of one property in a style attribute, in lower case; null where it is not set.</summary>
    public static string? Value(string style, string property)
    {
        foreach (var part in style.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && part.AsSpan(0, colon).Trim().Equals(property, StringComparison.OrdinalIgnoreCase))
            {
                return part[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant();
            }
        }

        return null;
    }

    private static bool IsHidden(string style) =>
        Value(style, "display") is "none" || Value(style, "visibility") is "hidden" or "collapse" || Value(style, "mso-hide") is "all"
        || (Value(style, "text-decoration") ?? Value(style, "text-decoration-line"))?.Contains("line-through", StringComparison.Ordinal) == true;
}
