using Microsoft.Extensions.DependencyInjection;
using Search.Api.Collections;

namespace Search.Api.Tests;

/// <summary>A row of a list is made without reading its document, and says what the document would.</summary>
[Collection("host")]
public sealed class ListRowTests(ApiHostFixture host)
{
    [Fact]
    public async Task ARowSaysWhatTheDocumentDoes()
    {
        var knowledge = host.Services.GetRequiredService<CollectionRegistry>().Open.CollectionReader;
        var list = await host.Client.JsonAsync("/api/documents?limit=100&stubs=true");

        var rows = list.GetProperty("items").EnumerateArray().ToList();
        Assert.Contains(rows, row => row.TryGetProperty("printedNumber", out var printed) && printed.ValueKind == System.Text.Json.JsonValueKind.String);
        foreach (var row in rows)
        {
            var line = knowledge.Shown(row.GetProperty("key").GetString()!)!.Line;
            var printed = row.TryGetProperty("printedNumber", out var found) ? found.GetString() : null;
            Assert.Equal((line.PrintedNumber, line.DisplayTitle, line.CitedBy), (printed, row.TryGetProperty("displayTitle", out var title) ? title.GetString() : null, row.GetProperty("citedBy").GetInt32()));
        }
    }
}
