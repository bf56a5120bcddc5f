using Search.Testing;

namespace Search.Text.Tests;

/// <summary>The case tables of this project.</summary>
public sealed class CaseTests
{
    private const string Project = "Search.Text.Tests";

    public static TheoryData<string, string, string> NormaliseCases => CaseTable.Theory(Project, "normalise");

    public static TheoryData<string, string, string> RepairCases => CaseTable.Theory(Project, "repairs");

    public static TheoryData<string, string, string> TypingCases => CaseTable.Theory(Project, "typing");

    public static TheoryData<string, string, string> ReferenceCases => CaseTable.Theory(Project, "references");

    public static TheoryData<string, string, string> MaskingCases => CaseTable.Theory(Project, "masking");

    [Theory]
    [MemberData(nameof(NormaliseCases))]
    public void Normalize(string input, string expected, string place)
    {
        var normalised = VietnameseNormalizer.NormalizeText(input);

        Assert.True(string.Equals(expected, normalised, StringComparison.Ordinal), $"{place}: {normalised}");
        Assert.Equal(expected, VietnameseNormalizer.NormalizeText(normalised));
    }

    [Theory]
    [MemberData(nameof(RepairCases))]
    public void Repair(string input, string expected, string place)
    {
        var repairs = OcrRepairer.FindRepairs(VietnameseNormalizer.Normalize(input));

        var found = string.Join("; ", repairs.Select(repair => $"{repair.Text} → {repair.Reading}"));
        Assert.True(string.Equals(expected, found, StringComparison.Ordinal), $"{place}: {found}");
        Assert.All(repairs, repair => Assert.Equal(repair.Text, repair.Span.Slice(input)));
        Assert.All(repairs, repair => Assert.InRange(repair.Confidence, 0.5, 1));
    }

    [Theory]
    [MemberData(nameof(TypingCases))]
    public void LeftOverKeys(string input, string expected, string place)
    {
        var found = VietnameseTyping.TryRead(input, out var syllable) ? syllable : "";

        Assert.True(string.Equals(expected, found, StringComparison.Ordinal), $"{place}: {found}");
    }

    [Theory]
    [MemberData(nameof(ReferenceCases))]
    public void NumbersAndDates(string input, string expected, string place)
    {
        var found = string.Join("; ", References(input));

        Assert.True(string.Equals(expected, found, StringComparison.Ordinal), $"{place}: {found}");
    }

    [Theory]
    [MemberData(nameof(MaskingCases))]
    public void Mask(string input, string expected, string place)
    {
        var masked = PersonalData.Find(input);

        var found = string.Join("; ", masked.Select(span => $"{span.Kind}:{span.Span.Slice(input)}"));
        Assert.True(string.Equals(expected, found, StringComparison.Ordinal), $"{place}: {found}");
        Assert.Equal(input.Length, PersonalData.Mask(input).Length);
        Assert.Empty(PersonalData.Find(PersonalData.Mask(input)));
    }

    private static IEnumerable<string> References(string text)
    {
        foreach (var reference in ReferenceScanner.Scan(text, SignsOfTest.Instance))
        {
            yield return reference.Docket is { } docket
                ? $"docket {docket.Sequence}{(docket.Year is null ? "" : "/" + docket.Year)}"
                    + (docket.TypeName is null ? "" : $" [{docket.TypeName}]") + string.Concat(docket.Signs.Select(sign => " " + sign))
                : $"date {reference.Date!.Value.From}..{reference.Date.Value.To}";
        }
    }

    private sealed class SignsOfTest : IDocketWords
    {
        private static readonly string[] Types = ["ct", "nq", "hd", "nd", "kh", "qd", "cd", "cv", "chi thi", "nghi quyet", "nghi dinh", "cong dien"];
        private static readonly string[] Organs = ["tw", "bdntw", "ttg", "tu", "ubnd", "cp"];

        public static SignsOfTest Instance { get; } = new();

        public bool IsTypeSign(string sign) => sign.Length < 4 && IsTypeName(sign);

        public bool IsTypeName(string name) => Types.Contains(VietnameseFolding.Fold(name), StringComparer.Ordinal);

        public bool IsOrganSign(string sign) => Organs.Contains(VietnameseFolding.Fold(sign), StringComparer.Ordinal);
    }
}
