using Search.Documents.Catalogues;

namespace Search.Documents.Letterheads;

/// <summary>
/// The fields of a document as front matter, the row of a list, or the record of a page ("Số hiệu: …", "Ngày ban hành: …")
/// give them: second opinions, that fill what the letterhead leaves open and show where the two differ.
/// </summary>
internal sealed class SecondOpinions
{
    /// <summary>A page's record stands among its first lines.</summary>
    private const int MaxLines = 160;

    /// <summary>A longer line is running text.</summary>
    private const int MaxLine = 500;

    private readonly Dictionary<string, Claim> _claims = new(StringComparer.Ordinal);

    /// <summary>One past the last line of the page's record; 0 where there is none.</summary>
    public int RecordEnd { get; private set; }

    /// <summary>What is said of a field; null for nothing.</summary>
    /// <param name="field">Id in <c>letterhead.json</c>.</param>
    public Claim? this[string field] => _claims.GetValueOrDefault(field);

    /// <summary>The number, where what is said is one.</summary>
    public Docket? Number => this["number"] is { } claim && Docket.TryParse(claim.Value, out var docket) && docket.Symbol.Length <= 60
        && (docket.Organ is not null || docket.Year is not null) ? docket : null;

    /// <summary>The date, where what is said is one.</summary>
    public DateOnly? Date => this["date"] is { } claim && IsDate(claim.Value, out var date) ? date : null;

    /// <summary>What the head of the file says.</summary>
    public static SecondOpinions OfMetadata(IReadOnlyDictionary<string, string> values, Catalogue catalogue)
    {
        var opinions = new SecondOpinions();
        opinions.AddMetadata(values, RecordLabels.Of(catalogue));
        return opinions;
    }

    /// <summary>What the head of the file and the page say of the document that begins at a line.</summary>
    public static SecondOpinions Of(Sheet sheet, int from, int to, bool isFirst)
    {
        var table = RecordLabels.Of(sheet.Catalogue);
        var opinions = new SecondOpinions();
        if (isFirst)
        {
            opinions.AddMetadata(sheet.Source.Metadata, table);
        }

        opinions.AddPage(sheet, from, Math.Min(to, from + MaxLines), table);
        return opinions;
    }

    /// <summary>Takes what the introduction of a page says; what is said more surely stays.</summary>
    /// <param name="claims">By field.</param>
    public void Add(IReadOnlyDictionary<string, Claim> claims)
    {
        foreach (var (field, claim) in claims)
        {
            if (IsMeant(field, claim.Value))
            {
                Take(field, claim);
            }
        }
    }

    private void AddMetadata(IReadOnlyDictionary<string, string> values, RecordLabels table)
    {
        foreach (var (key, value) in values)
        {
            var label = RecordLabels.Key(key);
            if (table.Named.TryGetValue(label, out var field) && IsMeant(field, value))
            {
                Take(field, new Claim(value.Trim(), $"Phần khai đầu tệp ghi “{key}: {Short(value)}”.", 0.9));
            }
            else if (table.Weak.TryGetValue(label, out field))
            {
                Take(field, new Claim(value.Trim(), $"Phần khai đầu tệp ghi “{key}: {Short(value)}”.", 0.5));
            }
        }
    }

    /// <summary>A "docid" that is a site's own number is no document's number; a "nơi ban hành" that is a town no body.</summary>
    private static bool IsMeant(string field, string value) => field switch
    {
        "number" => Docket.TryParse(value, out var docket) && (docket.Organ is not null || docket.Year is not null),
        "date" => IsDate(value, out _),
        "issuer" => Bodies.HasShape(value),
        "signer" => value.Length <= 120,
        _ => true,
    };

    /// <summary>Pages leave the word out: "11 tháng 7 năm 2026".</summary>
    private static bool IsDate(string text, out DateOnly date) =>
        RecordDate.TryParse(text, out date) || RecordDate.TryParse("ngày " + text, out date);

    private void AddPage(Sheet sheet, int from, int to, RecordLabels table)
    {
        var found = new List<(string Field, Claim Claim)>();
        var last = from;
        for (var i = from; i < to; i++)
        {
            if (sheet.Lines.SpanOf(i).Length > MaxLine)
            {
                continue;
            }

            var line = sheet.Lines[i];
            for (var start = 0; start <= line.Text.Length;)
            {
                var tab = line.Text.IndexOf('\t', start);
                var end = tab < 0 ? line.Text.Length : tab;
                end = table.NextLabel(line.Text, start, end);
                if (Label(line, start, end, table, out var value) is { } field)
                {
                    var claim = value < end ? Said(line, value, end) : Next(sheet, i, end, to, table, out last);
                    if (claim is not null && IsMeant(field, claim.Value))
                    {
                        found.Add((field, claim));
                        last = Math.Max(last, i);
                    }
                }

                start = end + (end < line.Text.Length && line.Text[end] != '\t' ? 0 : 1);
            }
        }

        // One line that happens to read so is no record, but the day on which the page says that its paper was issued.
        if (found.Select(claim => claim.Field).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            if (found is [{ Field: "date" } only] && IsAboveText(sheet, from, only.Claim))
            {
                Take(only.Field, only.Claim with { Confidence = 0.7 });
            }

            return;
        }

        foreach (var (field, claim) in found)
        {
            Take(field, claim);
        }

        RecordEnd = last + 1;
    }

    /// <summary>Whether nothing but headings stands above what is said: no running text yet.</summary>
    private static bool IsAboveText(Sheet sheet, int from, Claim claim)
    {
        var to = claim.Span is { } span ? sheet.Lines.IndexAt(span.Start) : from;
        for (var i = from; i < to; i++)
        {
            if (sheet.IsBodyLike(i) && !sheet.Lines[i].Markup.HasFlag(Lines.LineMarkup.Heading))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The field whose label a cell begins with, and where what it says begins.</summary>
    private static string? Label(Lines.SourceLine line, int start, int end, RecordLabels table, out int value)
    {
        value = end;
        if (Glued(line.Text, start, end, table, out var known) is { } glued)
        {
            value = known;
            return glued;
        }

        var colon = line.Text.IndexOf(':', start, end - start);
        var labelEnd = colon < 0 ? end : colon;
        if (labelEnd - start > RecordLabels.MaxLength || labelEnd == start)
        {
            return null;
        }

        if (!table.Shown.TryGetValue(RecordLabels.Key(line.Text[start..labelEnd]), out var field))
        {
            return null;
        }

        value = colon < 0 ? end : colon + 1;
        while (value < end && line.Text[value] == ' ')
        {
            value++;
        }

        return field;
    }

    /// <summary>"Số hiệu08/VBHN-BCT": a label that the style of its page alone sets apart from what it says.</summary>
    private static string? Glued(string text, int start, int end, RecordLabels table, out int value)
    {
        for (value = start + 2; value < Math.Min(end, start + RecordLabels.MaxLength + 1); value++)
        {
            if (char.IsLower(text[value - 1]) && (char.IsUpper(text[value]) || char.IsAsciiDigit(text[value]))
                && table.Shown.TryGetValue(RecordLabels.Key(text[start..value]), out var field))
            {
                return field;
            }
        }

        return null;
    }

    private static Claim? Said(Lines.SourceLine line, int from, int to)
    {
        var text = line.Text[from..to].Trim();
        return text.Length == 0 ? null : new Claim(text, $"Bảng thuộc tính của trang ghi “{Short(text)}”.", 0.9, line.SpanOf(from, to));
    }

    /// <summary>What a label stands above or before: the next cell, or the next line that holds something.</summary>
    private static Claim? Next(Sheet sheet, int index, int end, int to, RecordLabels table, out int last)
    {
        last = index;
        var line = sheet.Lines[index];
        if (end + 1 < line.Text.Length)
        {
            var tab = line.Text.IndexOf('\t', end + 1);
            return Said(line, end + 1, tab < 0 ? line.Text.Length : tab);
        }

        for (var i = index + 1; i < Math.Min(to, index + 5); i++)
        {
            var next = sheet.Lines[i];
            if (!next.Text.AsSpan().ContainsAnyExcept("| \t-"))
            {
                continue;
            }

            last = i;
            return next.Text.Length > MaxLine || Label(next, 0, next.Text.Length, table, out _) is not null
                ? null
                : Said(next, 0, next.Text.Length);
        }

        return null;
    }

    /// <summary>The surer opinion stays; of two alike the first.</summary>
    private void Take(string field, Claim claim)
    {
        if (claim.Value.Length > 0 && (!_claims.TryGetValue(field, out var before) || before.Confidence < claim.Confidence))
        {
            _claims[field] = claim;
        }
    }

    private static string Short(string value) => value.Length > 80 ? value[..80] + "…" : value;
}
