namespace Search.Documents.Letterheads;

/// <summary>What stands behind the type in a heading: <c>SỐ 26/2001/CT-TTG NGÀY 21 THÁNG 6 NĂM 2001 CỦA BAN BÍ THƯ VỀ …</c>. All
/// places count from the beginning of that text.</summary>
/// <param name="NumberStart">Where the document's own number begins.</param>
/// <param name="NumberLength">Its length; 0 for none.</param>
/// <param name="Date">The date behind it.</param>
/// <param name="BodyStart">Where "CỦA" and the issuer begin.</param>
/// <param name="BodyLength">Their length; 0 for none.</param>
/// <param name="TitleStart">Where the title begins.</param>
internal readonly record struct HeadingParts(int NumberStart, int NumberLength, DateOnly? Date, int BodyStart, int BodyLength, int TitleStart)
{
    public static HeadingParts Read(string folded)
    {
        var match = Forms.Heading().Find(folded);
        if (!match.Success)
        {
            return new HeadingParts(0, 0, null, 0, 0, 0);
        }

        var body = match.Groups["of"].Success && NamesBody(match.Groups["of"].Value) ? match.Groups["of"] : null;
        if (body is null && match.Groups["of"].Success)
        {
            return new HeadingParts(0, 0, null, 0, 0, 0);
        }

        var number = match.Groups["no"];
        var day = match.Groups["day"];
        return new HeadingParts(
            number.Index,
            number.Length,
            day.Success && RecordDate.TryParse("ngay " + day.Value, out var date) ? date : null,
            body?.Index ?? 0,
            body?.Length ?? 0,
            match.Length);
    }

    /// <summary>"CỦA BAN BÍ THƯ" names a body, "CỦA ĐỒNG CHÍ CHÁNH VĂN PHÒNG" a person.</summary>
    public static bool NamesBody(string folded)
    {
        var name = folded.AsSpan().TrimStart();
        name = name.StartsWith("cua ") ? name[4..] : name;
        return name.Length < 120 && (LetterheadWords.Default.BeginsBody(name) || name.StartsWith("chu tich ") || name.StartsWith("bo truong"));
    }
}
