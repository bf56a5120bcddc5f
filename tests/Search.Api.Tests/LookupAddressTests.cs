using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Search.Api.Tests;

/// <summary>A look-up sends nobody nowhere, and accepts nothing invented.</summary>
[Collection("host")]
public sealed class LookupAddressTests(ApiHostFixture host)
{
    [Theory]
    [InlineData("Nghị quyết 36")]
    [InlineData("Nghị quyết 18")]
    [InlineData("Điều lệ Đảng")]
    [InlineData("36-CT/TW")]
    [InlineData("Đề án 06")]
    [InlineData("Chỉ thị 04")]
    [InlineData("Nghị định 30/2020")]
    public async Task EveryCandidateHasItsPageAndItsAnswers(string text)
    {
        var answer = await host.Client.JsonAsync("/api/citations/lookup?q=" + Uri.EscapeDataString(text));
        Assert.NotEmpty(answer.GetProperty("candidates").EnumerateArray());
        foreach (var candidate in answer.GetProperty("candidates").EnumerateArray())
        {
            var (url, slug) = (candidate.GetProperty("url").GetString()!, candidate.GetProperty("slug").GetString()!);
            using var page = await host.Client.GetAsync(new Uri(url, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            var shown = await host.Client.JsonAsync("/api/documents/" + slug);
            Assert.Equal(candidate.GetProperty("key").GetString(), shown.GetProperty("document").GetProperty("key").GetString());
            Assert.Equal(candidate.GetProperty("status").GetString(), shown.GetProperty("document").GetProperty("status").GetString());
            foreach (var part in new[] { "validity", "citations", "cited-by", "history", "chains" })
            {
                Assert.NotEqual(JsonValueKind.Undefined, (await host.Client.JsonAsync($"/api/documents/{slug}/{part}")).ValueKind);
            }
        }
    }

    /// <summary>Whatever words name a document, the look-up, the API and the page open the same one, or all leave it open.</summary>
    [Theory]
    [InlineData("02-HD/BĐNTW")]
    [InlineData("02-hd-bdntw")]
    [InlineData("04-ct-tw")]
    [InlineData("36-NQ/TW")]
    [InlineData("18-nq-tw")]
    [InlineData("Nghị quyết 18")]
    [InlineData("9999-ct-tw")]
    public async Task AddressesAnswerAsTheLookUp(string text)
    {
        var answer = await host.Client.JsonAsync("/api/citations/lookup?q=" + Uri.EscapeDataString(text));
        var candidates = answer.GetProperty("candidates").EnumerateArray().Select(one => one.GetProperty("key").GetString()).ToList();
        using var response = await host.Client.GetAsync(new Uri("/api/documents/" + Uri.EscapeDataString(text), UriKind.Relative));
        using var page = await host.Client.GetAsync(new Uri("/van-ban/" + Uri.EscapeDataString(text), UriKind.Relative));
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        switch (answer.GetProperty("status").GetInt32())
        {
            case 200:
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                Assert.Equal(candidates, [json.RootElement.GetProperty("document").GetProperty("key").GetString()]);
                Assert.True((int)page.StatusCode < 400);
                break;
            case 300:
                Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
                Assert.Equal(candidates, json.RootElement.GetProperty("candidates").EnumerateArray().Select(one => one.GetString()));
                Assert.Equal(HttpStatusCode.Conflict, page.StatusCode);
                break;
            default:
                Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
                Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
                break;
        }
    }

    /// <summary>200 numbers nobody gave, one by one and within sentences: none answers 200.</summary>
    [Fact]
    public async Task AcceptsNoInventedNumber()
    {
        string[] forms = ["Chỉ thị số {0}-CT/TW của Ban Bí thư", "Nghị quyết {0}-NQ/TW", "{0}-QĐ/TW", "Kết luận số {0}-KL/TW ngày 15/3/2019 của Bộ Chính trị"];
        var invented = Enumerable.Range(0, 200)
            .Select(i => string.Format(CultureInfo.InvariantCulture, forms[i % forms.Length], 1200 + (i * 41))).ToList();
        foreach (var body in new object[] { new { citations = invented }, new { text = string.Join(". ", invented) + "." } })
        {
            using var response = await host.Client.PostAsync(
                new Uri("/api/citations/lookup", UriKind.Relative), new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json"));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            var statuses = json.RootElement.GetProperty("mentions").EnumerateArray().Select(one => one.GetProperty("status").GetInt32()).ToList();
            Assert.Equal(200, statuses.Count);
            Assert.DoesNotContain(200, statuses);
        }
    }

    /// <summary>What the text itself leaves open is no answer, be it one candidate.</summary>
    [Fact]
    public async Task ASubjectThatIsAnothersIsNoAnswer()
    {
        const string Text = "Thực hiện Kết luận số 12-KL/TW của Bộ Chính trị khóa XIII về phòng, chống tham nhũng, tiêu cực.";
        using var response = await host.Client.PostAsync(
            new Uri("/api/citations/lookup", UriKind.Relative), new StringContent(JsonSerializer.Serialize(new { text = Text }), System.Text.Encoding.UTF8, "application/json"));
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(300, json.RootElement.GetProperty("mentions")[0].GetProperty("status").GetInt32());
    }
}
