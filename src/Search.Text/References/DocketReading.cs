namespace Search.Text;

/// <summary>A document number, or the part of one that was typed.</summary>
/// <param name="Start">UTF-16 offset of its first character; for <c>CT 04</c> that of the type.</param>
/// <param name="End">UTF-16 offset past its last character.</param>
/// <param name="Sequence">The figures as written, with a letter where one follows (<c>12A</c>).</param>
/// <param name="Year">The year inside a number of the State, four figures; null for none.</param>
/// <param name="Signs">The signs of type and organ in their order, as written: <c>CT</c>, <c>TW</c>.</param>
/// <param name="TypeName">The type as named before the figures (<c>Chỉ thị 04</c>); null where a sign stands in the number.</param>
public sealed record DocketReading(
    int Start, int End, string Sequence, string? Year, IReadOnlyList<string> Signs, string? TypeName);
