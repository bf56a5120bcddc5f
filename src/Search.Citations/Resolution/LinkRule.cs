namespace Search.Citations.Resolution;

/// <summary>
/// One row of the decision table by which a number is linked. The first row that a known document meets decides: one
/// document that meets a linking row is linked; several, or a row that does not link, leave the mention open with them as
/// candidates.
/// </summary>
/// <param name="Id">Its name in README and tests.</param>
/// <param name="Date">What the date must be; null for any. So the next four.</param>
/// <param name="Period">Year or term.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Issuer">Issuer.</param>
/// <param name="Host">Whether the document is of the citing document's term.</param>
/// <param name="Other">What it takes of the other known documents of the number.</param>
/// <param name="Confidence">Confidence of the link; 0 where the row leaves the mention open.</param>
/// <param name="Reason">One Vietnamese sentence.</param>
internal sealed record LinkRule(
    string Id, Agreement? Date, Agreement? Period, Agreement? Subject, Agreement? Issuer, Agreement? Host, LinkRule.Others Other, double Confidence, string Reason)
{
    /// <summary>What a row takes of the other known documents of the number.</summary>
    public enum Others
    {
        /// <summary>None of them may meet the row.</summary>
        NotSo,

        /// <summary>There may be none that the mention can mean at all.</summary>
        None,

        /// <summary>One of them is about the mention's subject.</summary>
        OneOfTheSubject,
    }

    /// <summary>The table, in the order in which it is asked. What no row decides is a stub where number and date, year, term or
    /// issuer name one document beyond doubt, and else open.</summary>
    public static IReadOnlyList<LinkRule> Table { get; } =
    [
        new("date-of-one-subject-of-another", Agreement.Agree, null, Agreement.Contradict, null, null, Others.OneOfTheSubject, 0, "Số và ngày là của một văn bản, nội dung lại là của văn bản khác cùng số."),
        new("date", Agreement.Agree, null, null, null, null, Others.NotSo, 1.0, "Trùng số, ký hiệu và ngày ban hành."),
        new("slip-of-date", Agreement.Slip, null, Agreement.Agree, null, null, Others.NotSo, 0, "Trùng số và nội dung nhưng khác ngày; ngày có thể viết nhầm."),
        new("period-and-subject", Agreement.Absent, Agreement.Agree, Agreement.Agree, null, null, Others.NotSo, 0.95, "Trùng số và nội dung; năm hoặc khóa khớp."),
        new("period-other-subject", Agreement.Absent, Agreement.Agree, Agreement.Contradict, null, null, Others.NotSo, 0, "Trùng số và khóa nhưng khác nội dung; số có thể lặp lại trong một nhiệm kỳ."),
        new("period", Agreement.Absent, Agreement.Agree, null, null, null, Others.NotSo, 0.95, "Trùng số; năm hoặc khóa khớp, không có văn bản nào khác."),
        new("subject", Agreement.Absent, Agreement.Absent, Agreement.Agree, null, null, Others.NotSo, 0.9, "Trùng số và trích yếu."),
        new("other-subject", Agreement.Absent, Agreement.Absent, Agreement.Contradict, null, null, Others.NotSo, 0, "Trùng số nhưng khác nội dung; chưa đủ để xác định."),
        new("issuer", Agreement.Absent, Agreement.Absent, null, Agreement.Agree, null, Others.None, 0.8, "Trùng số và cơ quan ban hành; không có văn bản nào khác trùng số."),
        new("same-term", Agreement.Absent, Agreement.Absent, null, null, Agreement.Agree, Others.None, 0.7, "Trùng số và cùng nhiệm kỳ với văn bản viện dẫn."),
        new("number-alone", Agreement.Absent, Agreement.Absent, null, null, null, Others.NotSo, 0, "Chỉ có số; số đánh lại theo nhiệm kỳ nên chưa đủ để xác định."),
    ];

    /// <summary>Whether a document meets the row.</summary>
    /// <param name="evidence">The document.</param>
    /// <param name="all">All known documents of the number that the mention can mean.</param>
    public bool Meets(LinkEvidence evidence, IReadOnlyList<LinkEvidence> all) =>
        Holds(Date, evidence.Date) && Holds(Period, evidence.Period) && Holds(Subject, evidence.Subject) && Holds(Issuer, evidence.Issuer) && Holds(Host, evidence.Host)
        && (Other switch
        {
            Others.None => all.Count == 1,
            Others.OneOfTheSubject => all.Any(other => !ReferenceEquals(other, evidence) && other.Subject == Agreement.Agree),
            _ => true,
        });

    private static bool Holds(Agreement? wanted, Agreement found) => wanted is null || wanted == found;
}
