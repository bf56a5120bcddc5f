using Search.Documents;

namespace Search.Citations.Scanning;

/// <summary>A number found in the text.</summary>
/// <param name="Docket">The number in canonical form; null for a short State form such as <c>30/2020</c>.</param>
/// <param name="Sequence">The running number.</param>
/// <param name="Year">The year of a short State form.</param>
/// <param name="End">One past its last character in the normalized text.</param>
/// <param name="Alternatives">Canonical numbers it may stand for when damage leaves several; else empty.</param>
/// <param name="IsRespelled">Whether separators or letters were wrong and had to be put right: <c>18/NQ-TW</c>.</param>
/// <param name="IsStrong">Whether the shape alone proves it to be a number, without <c>số</c> or a type before it.</param>
internal readonly record struct DocketHit(
    Docket? Docket, string Sequence, int? Year, int End, IReadOnlyList<Docket> Alternatives, bool IsStrong, bool IsRespelled = false);
