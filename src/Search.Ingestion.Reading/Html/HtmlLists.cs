using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Search.Ingestion.Reading;

/// <summary>What a browser shows before the items of a list: citations point to it, so it has to be in the text.</summary>
internal sealed class HtmlLists
{
    private readonly Dictionary<IElement, int> _numbers = [];

    /// <summary>The mark before one item, with a space; empty for none.</summary>
    public string Label(IElement item)
    {
        var list = item.ParentElement;
        var style = Style(item) ?? (list is null ? null : Style(list));
        if (style is "none")
        {
            return "";
        }

        if (list is not IHtmlOrderedListElement ordered)
        {
            return "- ";
        }

        if (!_numbers.TryGetValue(item, out var number))
        {
            Count(ordered);
            number = _numbers.GetValueOrDefault(item, 1);
        }

        return Show(number, style ?? ordered.GetAttribute("type")) + ". ";
    }

    /// <summary>Counts from <c>start</c>; an item with a <c>value</c> counts on from it.</summary>
    private void Count(IHtmlOrderedListElement list)
    {
        var items = list.Children.Where(child => child.LocalName is "li").ToList();
        var step = list.HasAttribute("reversed") ? -1 : 1;
        var number = Parse(list.GetAttribute("start")) ?? (step < 0 ? items.Count : 1);
        foreach (var item in items)
        {
            number = Parse(item.GetAttribute("value")) ?? number;
            _numbers[item] = number;
            number += step;
        }
    }

    private static int? Parse(string? value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs((long)number) < 1_000_000 ? number : null;

    private static string? Style(IElement element) => element.GetAttribute("style") is { Length: > 0 } style
        ? HtmlElements.Value(style, "list-style-type") ?? HtmlElements.Value(style, "list-style")?.Split(' ')[0]
        : null;

    private static string Show(int number, string? type) => type switch
    {
        "I" or "upper-roman" => ListNumbers.Roman(number),
        "i" or "lower-roman" => ListNumbers.Roman(number).ToLowerInvariant(),
        "A" or "upper-alpha" or "upper-latin" => ListNumbers.Letter(number),
        "a" or "lower-alpha" or "lower-latin" => ListNumbers.Letter(number).ToLowerInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };
}
