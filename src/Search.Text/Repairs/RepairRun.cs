namespace Search.Text.Repairs;

/// <summary>Walks over the words of a text and asks for each whether a confusion explains it better.</summary>
internal static class RepairRun
{
    private static readonly (string First, string Second, string Reading)[] Pairs =
    [
        ("chi", "thị", "Chỉ"),
    ];

    internal static List<TextRepair> Find(NormalizedText text, IVocabulary? collection)
    {
        var repairs = new List<TextRepair>();
        var tokens = VietnameseAnalyzer.Analyze(text.Source);
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            foreach (var (first, second, reading) in Pairs)
            {
                if (!tokens[i + 1].JoinsPrevious || !first.Equals(tokens[i].Exact, StringComparison.Ordinal) || !second.Equals(tokens[i + 1].Exact, StringComparison.Ordinal))
                    continue;
                if (collection is not null && collection.Count(first + " " + second) > collection.Count(reading + " " + second))
                    continue;
                var span = new TextSpan(tokens[i].Start, tokens[i].End);
                repairs.Add(new TextRepair(span, span.Slice(text.Source), reading, "Nhầm ỉ/i khi nhận dạng chữ", 0.95));
            }
        }

        return repairs;
    }
}
