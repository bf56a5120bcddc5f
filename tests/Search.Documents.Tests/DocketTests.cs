namespace Search.Documents.Tests;

public sealed class DocketTests
{
    [Theory]
    [InlineData("04-CT/TW", "04-CT/TW", "CT", "TW")]
    [InlineData("số 04-CT/TW", "04-CT/TW", "CT", "TW")]
    [InlineData("Số: 4-CT/TW", "04-CT/TW", "CT", "TW")]
    [InlineData("552 -CV/TU", "552-CV/TU", "CV", "TU")]
    [InlineData("94- KH/BTGDVTW", "94-KH/BTGDVTW", "KH", "BTGDVTW")]
    [InlineData("02-\n\nHD/BĐNTW", "02-HD/BĐNTW", "HD", "BĐNTW")]
    [InlineData("295\u2013CV/B\u00D0NTW", "295-CV/BĐNTW", "CV", "BĐNTW")]
    [InlineData("O4-CT/TW", "04-CT/TW", "CT", "TW")]
    [InlineData("04-ct/tw", "04-CT/TW", "CT", "TW")]
    [InlineData("110/2004/QĐ-TTg", "110/2004/QĐ-TTg", "QĐ", "TTg")]
    [InlineData("4011/UBND-VX2", "4011/UBND-VX2", "UBND", "VX2")]
    [InlineData("64/2025/QH15", "64/2025/QH15", null, "QH15")]
    [InlineData("367-QĐ/TWĐTN-VP", "367-QĐ/TWĐTN-VP", "QĐ", "TWĐTN-VP")]
    [InlineData("03-HD", "03-HD", "HD", null)]
    [InlineData("Số: 66.17/2026/NQ-CP", "66.17/2026/NQ-CP", "NQ", "CP")]
    [InlineData("66.3/2025/NQ - CP", "66.3/2025/NQ-CP", "NQ", "CP")]
    public void ReadsWildSpellings(string text, string canonical, string? type, string? organ)
    {
        Assert.True(Docket.TryParse(text, out var docket));
        Assert.Equal(canonical, docket.Canonical);
        Assert.Equal(type, docket.Type);
        Assert.Equal(organ, docket.Organ);
    }

    [Theory]
    [InlineData("")]
    [InlineData("06/7/2011")]
    [InlineData("28-4-2022")]
    [InlineData("IV/2011")]
    [InlineData("18/01/2022")]
    [InlineData("2.8.9")]
    [InlineData("1.2/QĐ-UBND")]
    [InlineData("3.4.5/2020/TT-BTC")]
    [InlineData("12.345/2020/TT-BTC")]
    [InlineData("0988870784")]
    [InlineData("CT/TW")]
    [InlineData("\uD800-CT/TW")]
    public void RefusesWhatIsNoDocket(string text) => Assert.False(Docket.TryParse(text, out _));
}
