using System.Runtime.InteropServices;

namespace Search.Text;

/// <summary>Where an analyzed token stands.</summary>
/// <param name="Start">Offset of its first UTF-16 unit in the source.</param>
/// <param name="End">Offset after its last UTF-16 unit in the source.</param>
/// <param name="Position">
/// Its place among the words: neighbors inside a sentence differ by 1. A docket or a date shares its position with its
/// own first part. A new sentence leaves a gap of <see cref="VietnameseAnalyzer.SentenceGap"/>.
/// </param>
/// <param name="Kind">Word, Number, Docket or Date; punctuation is not analyzed.</param>
/// <param name="StartsSentence">Whether it is the first token of a sentence, a line item or a paragraph.</param>
/// <param name="JoinsPrevious">
/// Whether it and the token before are words with nothing but a space or one line break between them: only then may
/// the two form a compound.
/// </param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TokenPlace(int Start, int End, int Position, TokenKind Kind, bool StartsSentence, bool JoinsPrevious);
