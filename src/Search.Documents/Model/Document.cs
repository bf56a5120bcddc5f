using Search.Text;

namespace Search.Documents;

/// <summary>One document as read from a source file: its letterhead, its place in the source and its outline.</summary>
/// <remarks>
/// The fields are those of a Party paper's format (thể thức) in Hướng dẫn 36-HD/VPTW (2018) and 05-HD/VPTW (2026).
/// A field the letterhead does not give is null or empty unless <see cref="Inferences"/> says how it was inferred.
/// All spans are UTF-16 offsets into the decoded source text.
/// </remarks>
public sealed record Document : IDescribed
{
    /// <summary>The identity of the document; see <see cref="DocumentKey"/>.</summary>
    public required DocumentKey Key { get; init; }

    /// <inheritdoc/>
    public DocumentHeader Header { get; init; } = new();

    /// <summary>Place named before the date of issue (địa danh).</summary>
    public string? Place { get; init; }

    /// <summary>Kính gửi.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>Nơi nhận.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Signing authority line, such as <c>T/M BAN THƯỜNG VỤ</c>.</summary>
    public string? SigningAuthority { get; init; }

    /// <summary>Position of the signer.</summary>
    public string? SignerTitle { get; init; }

    /// <summary>Name of the signer.</summary>
    public string? Signer { get; init; }

    /// <summary>Secrecy mark of the letterhead: <c>mat</c>, <c>toi-mat</c>, <c>tuyet-mat</c>; null for none.</summary>
    public string? Secrecy { get; init; }

    /// <summary>For a copy endorsement (sao y, sao lục, trích sao): the document it copies.</summary>
    public DocumentKey? CopyOf { get; init; }

    /// <summary>True for a record that tells of a document and is not its text.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>Where the whole document lies in the source.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>How the text of <see cref="Span"/> reads where that differs from the source: markup left out, entities
    /// resolved, lines joined to paragraphs.</summary>
    public TextEdits Edits { get; init; } = TextEdits.None;

    /// <summary>Where the title lies in the source; null when it has none there.</summary>
    public TextSpan? TitleSpan { get; init; }

    /// <summary>Where the running text lies (after the letterhead and type heading, before the recipients).</summary>
    public TextSpan? BodySpan { get; init; }

    /// <summary>Parts of the letterhead, stamps and signature that are never running text; sorted.</summary>
    public IReadOnlyList<DocumentPart> Parts { get; init; } = [];

    /// <summary>Fields that were inferred and not read, each with its reason; by field name in camelCase.</summary>
    public IReadOnlyDictionary<string, Inference> Inferences { get; init; } =
        new Dictionary<string, Inference>(StringComparer.Ordinal);

    /// <summary>Fields that people corrected, with what was read; none where nobody did.</summary>
    public IReadOnlyList<AppliedCorrection> Corrected { get; init; } = [];

    /// <summary>Sections in reading order; the tree is in <see cref="Section.Parent"/>.</summary>
    public IReadOnlyList<Section> Outline { get; init; } = [];

    /// <summary>The leaves of the outline: the units of retrieval, in reading order.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>Where the pages of the file begin, for PDF and Word; none where the file has no pages.</summary>
    public IReadOnlyList<PageStart> Pages { get; init; } = [];

    /// <summary>What a span reads: the words that are shown, searched and quoted.</summary>
    /// <param name="source">The decoded source the document was read from.</param>
    /// <param name="span">A span of it inside <see cref="Span"/>.</param>
    public string Read(string source, TextSpan span) => Edits.Read(source, span);

    /// <summary>The page of the file that a place stands on, from 1; null where it is not known.</summary>
    /// <param name="offset">Offset into the decoded source.</param>
    public int? PageAt(int offset)
    {
        var (low, high) = (0, Pages.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Pages[middle].Start <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 || Pages[low - 1].Number == 0 ? null : Pages[low - 1].Number;
    }
}
