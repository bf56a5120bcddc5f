using System.Diagnostics.CodeAnalysis;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>HTML pages: the main content with its headings, lists, tables and notes. Scripts never run, nothing is
/// fetched.</summary>
internal sealed class HtmlReader(int maxLength) : IDocumentReader
{
    /// <summary>Share of the words that one part of a page has to hold to be its main content.</summary>
    private const double MainShare = 0.6;

    public IReadOnlyCollection<string> Extensions { get; } = [".html", ".htm", ".xhtml"];

    public bool TryRead(
        string name,
        ReadOnlyMemory<byte> bytes,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error) => TryRead(name, bytes.Span, null, out text, out error);

    /// <summary>Reads a page whose charset an envelope may declare.</summary>
    /// <param name="name">Name that the text is to carry.</param>
    /// <param name="bytes">The page.</param>
    /// <param name="charset">What the envelope declares; null for nothing.</param>
    /// <param name="text">The text, when true is returned.</param>
    /// <param name="error">Why there is none, when false is returned.</param>
    public bool TryRead(
        string name,
        ReadOnlySpan<byte> bytes,
        string? charset,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error)
    {
        text = null;
        if (!HtmlDecoder.TryDecode(bytes, charset, out var decoded, out error))
        {
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
            var content = Content(page);
            foreach (var part in content)
            {
                new HtmlWalk(builder).Read(part);
            }

            HtmlBeside.Read(page, content, builder);

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

    /// <summary>The parts of a page that hold most of its words; else all of it. Portals put each article of a regulation into
    /// an <c>article</c> and the letterhead beside it, or a teaser into the only one.</summary>
    private static IReadOnlyList<IElement> Content(IHtmlDocument page)
    {
        if (page.Body is not { } body)
        {
            return page.DocumentElement is { } root ? [root] : [];
        }

        var whole = Letters(body);
        foreach (var selector in (ReadOnlySpan<string>)["main, [role=main]", "article"])
        {
            var parts = page.QuerySelectorAll(selector).Where(part => part.ParentElement?.Closest(selector) is null).ToList();
            if (parts.Count > 0 && parts.Sum(Letters) >= whole * MainShare && (selector is not "article" || parts.Count == 1))
            {
                return parts;
            }
        }

        return [body];
    }

    private static int Letters(INode node)
    {
        var letters = 0;
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                letters += words.Data.Count(char.IsLetter);
            }
            else if (child is IElement element && !HtmlElements.IsLeftOut(element))
            {
                System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
                letters += Letters(element);
            }
        }

        return letters;
    }

    private static ReadError TooDeep() => new(
        "too-deep",
        "Trang HTML lồng thẻ quá sâu hoặc có thẻ quá dài; không phải văn bản thông thường.",
        "The page nests its tags too deep or has an overlong tag; it is no ordinary document.");
}
