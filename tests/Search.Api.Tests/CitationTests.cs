using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace Search.Api.Tests;

[Collection("host")]
public sealed class CitationTests(ApiHostFixture host)
{
    private const string Text = "Thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư khóa XI và Hướng dẫn số 02-HD/BĐNTW ngày 16/01/2017.";

    [Fact]
    public async Task ExtractionFindsEveryMentionWithItsSpan()
    {
        using var body = new StringContent(Text, Encoding.UTF8, "text/plain");
        using var response = await host.Client.PostAsync(new Uri("/api/citations/extract", UriKind.Relative), body);
        var answer = await response.JsonAsync();
        var targets = new List<string?>();
        foreach (var citation in answer.GetProperty("citations").EnumerateArray())
        {
            Assert.Equal(
                citation.GetProperty("text").GetString(),
                Text[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()]);
            targets.Add(citation.GetProperty("target").GetProperty("key").GetString());
            Assert.Contains(citation.GetProperty("target").GetProperty("status").GetString(), (string[])["present", "abstract"]);
        }

        Assert.Equal(["04-CT/TW@2011-07-06", "02-HD/BĐNTW@2017-01-16"], targets);
    }

    [Fact]
    public async Task LookupTellsRealCitationsFromInventedOnes()
    {
        using var response = await host.Client.PostAsJsonAsync(
            new Uri("/api/citations/lookup", UriKind.Relative),
            new { text = Text + " Xem thêm Chỉ thị số 999-CT/TW ngày 01/01/2031.", citations = new[] { "chi thi 04", "04-CT/TW", "999-CT/TW", "xin chào" } });
        var mentions = (await response.JsonAsync()).GetProperty("mentions").EnumerateArray().ToList();
        Assert.Equal([200, 200, 404, 200, 200, 404, 400], mentions.Select(m => m.GetProperty("status").GetInt32()));
        Assert.Equal("04-CT/TW@2011-07-06", mentions[3].GetProperty("candidates")[0].GetProperty("key").GetString());
    }

    [Theory]
    [InlineData("Chỉ thị 04", 200)]
    [InlineData("CT 04", 200)]
    [InlineData("số 04-CT/TW", 200)]
    [InlineData("04-CT/TW@2011-07-06", 200)]
    [InlineData("77-CT/TW", 404)]
    [InlineData("", 400)]
    [InlineData("một hai ba", 400)]
    public async Task OneCitationHasOneStatus(string text, int status)
    {
        var answer = await host.Client.JsonAsync("/api/citations/lookup?q=" + Uri.EscapeDataString(text));
        Assert.Equal(status, answer.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task ATextThatIsTooLongIsRefused()
    {
        using var response = await host.Client.PostAsJsonAsync(
            new Uri("/api/citations/lookup", UriKind.Relative), new { text = new string('a', 64_001) });
        await response.ProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
    }
}
