using Search.Documents;
using Search.Text;

namespace Search.Application.Layout;

/// <summary>
/// Tells where each paragraph stood on the paper, from the parts that reading found: the letterhead and the closing
/// have two columns each (Hướng dẫn 36-HD/VPTW, phần II; Nghị định 30/2020/NĐ-CP, phụ lục I), which a text gives one
/// below the other in either order. Lines are asked for from front to back.
/// </summary>
internal sealed class PaperPlaces(Document document, string source)
{
    // Longer than this a paragraph is running text, whatever part it was counted to.
    private const int LongestLine = 400;

    private static readonly string[] Mottos = ["dang cong san viet nam", "cong hoa xa hoi chu nghia viet nam", "doc lap"];

    private readonly SpanCursor<DocumentPart> _parts = new(document.Parts, part => part.Span);
    private readonly string[] _signing =
        [.. new[] { document.SigningAuthority, document.SignerTitle, document.Signer }.OfType<string>().Select(VietnameseFolding.Fold)];

    private bool _amongRecipients;

    /// <summary>The place of a paragraph.</summary>
    /// <param name="kind">The part its first line belongs to.</param>
    /// <param name="start">Its first character in the source.</param>
    /// <param name="end">Past its last character.</param>
    public PaperPlace Of(DocumentPartKind kind, int start, int end)
    {
        if (kind is DocumentPartKind.Stamp or DocumentPartKind.Marginalia or DocumentPartKind.Furniture)
        {
            return PaperPlace.Margin;
        }

        // An abstract has the document's fields and none of its paper.
        if (document.IsAbstract || end - start > LongestLine)
        {
            return PaperPlace.Body;
        }

        var text = MarkdownSigns.Without(source.AsSpan(start, end - start), startsLine: true).Trim();
        return kind switch
        {
            DocumentPartKind.Letterhead => Head(text),
            DocumentPartKind.Heading => PaperPlace.Heading,
            DocumentPartKind.Closing => Closing(text),
            _ => PaperPlace.Body,
        };
    }

    /// <summary>The part a place of the source belongs to; where parts overlap, the innermost. Places are asked for in order.</summary>
    public DocumentPartKind Kind(int at) =>
        _parts.Within(at, at + 1).MinBy(part => part.Span.End - part.Span.Start)?.Kind ?? DocumentPartKind.Body;

    private PaperPlace Head(string text)
    {
        var folded = VietnameseFolding.Fold(text);
        return folded.StartsWith("kinh gui", StringComparison.Ordinal) ? PaperPlace.Addressees : IsRight(folded) ? PaperPlace.Motto : PaperPlace.Issuer;
    }

    private bool IsRight(string folded) =>
        Array.Exists(Mottos, motto => folded.StartsWith(motto, StringComparison.Ordinal))
        || (folded.Contains("ngay", StringComparison.Ordinal) && folded.Contains("nam", StringComparison.Ordinal)
            && (document.Place is not { } place || folded.StartsWith(VietnameseFolding.Fold(place), StringComparison.Ordinal)));

    // From "Nơi nhận" on the recipients stand, until a line is one of those who sign or is all in capitals.
    private PaperPlace Closing(string text)
    {
        var folded = VietnameseFolding.Fold(text);
        if (folded.StartsWith("noi nhan", StringComparison.Ordinal))
        {
            _amongRecipients = true;
        }
        else if (_amongRecipients && !text.StartsWith('-') && !text.StartsWith('+')
            && (Array.Exists(_signing, name => string.Equals(name, folded, StringComparison.Ordinal)) || IsUpper(text)))
        {
            _amongRecipients = false;
        }

        return _amongRecipients ? PaperPlace.Recipients : PaperPlace.Signature;
    }

    private static bool IsUpper(string text) => text.Any(char.IsLetter) && !text.Any(char.IsLower);
}
