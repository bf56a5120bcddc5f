namespace Search.Text;

/// <summary>A number or a date in a text; exactly one of the two is given.</summary>
/// <param name="Docket">The number.</param>
/// <param name="Date">The date.</param>
public sealed record TextReference(DocketReading? Docket, DateReading? Date)
{
    /// <summary>UTF-16 offset of its first character.</summary>
    public int Start => Docket?.Start ?? Date!.Value.Start;

    /// <summary>UTF-16 offset past its last character.</summary>
    public int End => Docket?.End ?? Date!.Value.End;
}
