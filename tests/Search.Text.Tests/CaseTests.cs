using Search.Testing;

namespace Search.Text.Tests;

/// <summary>The case tables of this project.</summary>
public sealed class CaseTests
{
    private const string Project = "Search.Text.Tests";

    public static TheoryData<string, string, string> NormaliseCases => CaseTable.Theory(Project, "normalise");

    public static TheoryData<string, string, string> RepairCases => CaseTable.Theory(Project, "repairs");

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
    [MemberData(nameof(MaskingCases))]
    public void Mask(string input, string expected, string place)
    {
        var masked = PersonalData.Find(input);

        var found = string.Join("; ", masked.Select(span => $"{span.Kind}:{span.Span.Slice(input)}"));
        Assert.True(string.Equals(expected, found, StringComparison.Ordinal), $"{place}: {found}");
        Assert.Equal(input.Length, PersonalData.Mask(input).Length);
        Assert.Empty(PersonalData.Find(PersonalData.Mask(input)));
    }
}
