namespace Search.Text;

/// <summary>A token with both search forms and its place; see <see cref="TokenPlace"/> for the members of the place.</summary>
/// <param name="Exact">Lower case with accents; dockets in capitals; dates as yyyy-MM-dd.</param>
/// <param name="Folded">Without accents; numbers without leading zeros.</param>
/// <param name="Start">Offset of its first UTF-16 unit in the source.</param>
/// <param name="End">Offset after its last UTF-16 unit in the source.</param>
/// <param name="Position">Its place among the words.</param>
/// <param name="Kind">Word, Number, Docket or Date.</param>
/// <param name="StartsSentence">Whether it begins a sentence, a line item or a paragraph.</param>
/// <param name="JoinsPrevious">Whether it may form a compound with the token before.</param>
public sealed record AnalyzedToken(
    string Exact, string Folded, int Start, int End, int Position, TokenKind Kind, bool StartsSentence, bool JoinsPrevious);
