namespace Search.Citations.Resolution;

/// <summary>A known document of a mention's number, and what speaks for and against it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Date">The whole date.</param>
/// <param name="Period">Year or term, where the mention names no whole date.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Host">Whether it is of the citing document's term.</param>
internal sealed record LinkEvidence(KnownDocument Document, Agreement Date, Agreement Period, Agreement Subject, Agreement Issuer, Agreement Host)
{
    /// <summary>Compares the day a mention names with the day of a document.</summary>
    public static Agreement CompareDates(DateOnly? said, DateOnly? known) => (said, known) switch
    {
        (null, _) or (_, null) => Agreement.Absent,
        ({ } a, { } b) when a == b => Agreement.Agree,
        ({ } a, { } b) when (a.Month == b.Month && a.Day == b.Day) || (a.Year == b.Year && a.Month == b.Day && a.Day == b.Month) => Agreement.Slip,
        _ => Agreement.Contradict,
    };

    /// <summary>A subject agrees where nearly all telling words of the shorter one are in the other, and contradicts where hardly any
    /// is: a number can occur twice in a term, and nearly always does over the terms.</summary>
    public static Agreement CompareSubjects(string? said, string? known)
    {
        if (said is null || known is null)
        {
            return Agreement.Absent;
        }

        var likeness = Likeness.Titles(said, known);
        return likeness >= 0.8 ? Agreement.Agree
            : likeness < 0.34 && Likeness.IsTelling(said) && Likeness.IsTelling(known) ? Agreement.Contradict
            : Agreement.Absent;
    }
}
