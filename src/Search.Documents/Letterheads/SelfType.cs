using System.Text.RegularExpressions;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Documents.Letterheads;

/// <summary>
/// What a text without head calls itself: it begins with an enacting clause ("Ban Bí thư yêu cầu … như sau"), ends as papers do
/// ("./.") and says "Kết luận này" of no other type.
/// </summary>
internal static partial class SelfType
{
    /// <summary>How much of a text is looked at, from its beginning and its end, in UTF-16 units.</summary>
    private const int MaxText = 60_000;

    /// <summary>The enacting clause stands in the first paragraphs.</summary>
    private const int MaxClause = 2_500;

    /// <summary>What a page adds below a paper is short.</summary>
    private const int MaxTail = 800;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 1_000;

    /// <summary>The only type that the lines name with "này"; null where they name none, or two, or do not end as a paper.</summary>
    public static TypeEntry? Read(Sheet sheet, int from, int to)
    {
        if (from >= to)
        {
            return null;
        }

        var start = sheet.Lines.SpanOf(from).Start;
        var end = sheet.Lines.SpanOf(to - 1).End;
        var text = end - start <= 2 * MaxText
            ? sheet.Source.Text[start..end]
            : sheet.Source.Text[start..(start + MaxText)] + "\n" + sheet.Source.Text[(end - MaxText)..end];
        text = VietnameseNormalizer.NormalizeText(text);
        if (!text.AsSpan(Math.Max(0, text.Length - MaxTail)).Contains("./.", StringComparison.Ordinal) || Question().Fits(text)
            || !IssuerReader.Enacts(text[..Math.Min(text.Length, MaxClause)]))
        {
            return null;
        }

        var types = TypeNames.Of(sheet.Catalogue);
        TypeEntry? found = null;
        foreach (Match match in This().FindAll(text))
        {
            var words = match.Groups["words"].Value;
            var type = Ending(types, TypeNames.Fold(words), words);
            if (type is null)
            {
                continue;
            }

            if (found is not null && !string.Equals(found.Id, type.Id, StringComparison.Ordinal))
            {
                return null;
            }

            found = type;
        }

        return found;
    }

    /// <summary>The type whose name the words end with, begun with a capital.</summary>
    private static TypeEntry? Ending(TypeNames types, string folded, string words)
    {
        for (var at = 0; at < folded.Length; at++)
        {
            if ((at == 0 || folded[at - 1] == ' ') && char.IsUpper(words[at]) && types.AtStart(folded.AsSpan(at), out var length) is { } type
                && at + length == folded.Length)
            {
                return type;
            }
        }

        return null;
    }

    // thực hiện Kết luận này
    [GeneratedRegex(@"(?<words>(\p{L}+ ){0,3}\p{L}+) này\b", Options, Timeout)]
    private static partial Regex This();

    // a line that asks
    [GeneratedRegex(@"\?[ *_]*$", Options | RegexOptions.Multiline, Timeout)]
    private static partial Regex Question();
}
