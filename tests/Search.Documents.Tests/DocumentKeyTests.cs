namespace Search.Documents.Tests;

public sealed class DocumentKeyTests
{
    [Fact]
    public void NumberedKeysReadAsTheContractSays()
    {
        Assert.Equal("04-CT/TW@2011-07-06", DocumentKey.ForNumber("04-CT/TW", null, new DateOnly(2011, 7, 6)).Value);
        Assert.Equal("15-CT/TU~?@2012-05-04", DocumentKey.ForNumber("15-CT/TU", "?", new DateOnly(2012, 5, 4)).Value);
        Assert.Equal("04-ct-tw-2011-07-06", DocumentKey.Parse("04-CT/TW@2011-07-06").Slug);
        Assert.Equal("552-cv-tu-quang-ngai-2011-09-13", DocumentKey.Parse("552-CV/TU~quang-ngai@2011-09-13").Slug);
    }

    [Theory]
    [InlineData("04-CT/TW@2011-07-06", "04-CT/TW", null, "2011-07-06")]
    [InlineData("552-CV/TU~quang-ngai@2011-09-13", "552-CV/TU", "quang-ngai", "2011-09-13")]
    [InlineData("15-CT/TU~?@2012-05-04", "15-CT/TU", "?", "2012-05-04")]
    [InlineData("KH/TU~lam-dong#0123456789ab", "KH/TU", "lam-dong", null)]
    public void PrintingAndReadingAgree(string text, string number, string? place, string? date)
    {
        var key = DocumentKey.Parse(text);
        Assert.Equal(text, key.Value);
        Assert.Equal(number, key.Number);
        Assert.Equal(place, key.Place);
        Assert.Equal(date, key.DatePart);
    }

    /// <summary>Of a place in a blank form nothing is left; a key that cannot be read again would make its store unreadable.</summary>
    [Fact]
    public void APlaceWithoutLettersIsUnknown()
    {
        foreach (var key in new[] { DocumentKey.ForUnnumbered(DocumentKey.Unknown, "", "Bản kiểm điểm", null, "text"), DocumentKey.ForNumber("04-NQ/CB", "", "2024") })
        {
            Assert.Equal(DocumentKey.Unknown, key.Place);
            Assert.Equal(key, DocumentKey.Parse(key.Value));
        }
    }

    [Fact]
    public void UnknownPartsDoNotShareASlug() => Assert.NotEqual(
        DocumentKey.Parse("15-CT/TU~?@2012-05-04").Slug, DocumentKey.ForNumber("15-CT/TU", null, "2012-05-04").Slug);

    [Fact]
    public void TheHashLooksThroughCaseAccentsAndSpace() => Assert.Equal(
        DocumentKey.ForUnnumbered("KH/TU", "lam-dong", "Kế hoạch  thực hiện", null),
        DocumentKey.ForUnnumbered("KH/TU", "lam-dong", "KẾ HOẠCH THỰC HIỆN", null));

    [Theory]
    [InlineData("")]
    [InlineData("04-CT/TW")]
    [InlineData("@2011")]
    [InlineData("04-CT/TW@")]
    [InlineData("~x@2011")]
    public void RefusesWhatIsNoKey(string text) => Assert.False(DocumentKey.TryParse(text, out _));
}
