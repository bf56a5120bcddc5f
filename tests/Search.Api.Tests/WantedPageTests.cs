using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Search.Ingestion;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>What the pages say of open citations and of documents without a number.</summary>
public sealed partial class WantedPageTests : IAsyncLifetime
{
    private const int Mentions = 130;

    private const string Plan = """
        TỈNH ỦY QUẢNG NGÃI
        *

        ĐẢNG CỘNG SẢN VIỆT NAM
        Quảng Ngãi, ngày 13 tháng 9 năm 2014

        KẾ HOẠCH
        thực hiện Chỉ thị số 04-CT/TW, ngày 06/7/2011 của Ban Bí thư


        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("wanted-").FullName;
    private SearchHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        var mentions = Enumerable.Range(11, Mentions).Select(number => string.Create(CultureInfo.InvariantCulture, $"Thực hiện Chỉ thị số {number} về công tác khuyến học, các cấp ủy làm tốt."));
        await File.WriteAllTextAsync(Path.Combine(_folder, "ke-hoach.txt"), Plan + string.Join("\n\n", mentions));
        _host = await SearchHost.StartAsync();
        await _host.Services.GetRequiredService<KnowledgeBase>().IngestAsync([_folder]);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The heading counts all open citations, however many of them the page shows.</summary>
    [Fact]
    public async Task TheHeadingCountsAllOpenCitations()
    {
        using var open = JsonDocument.Parse(await _host.Client.GetStringAsync("/api/open-citations?limit=1", TestContext.Current.CancellationToken));
        var total = open.RootElement.GetProperty("total").GetInt32();

        var page = WebUtility.HtmlDecode(await _host.Client.GetStringAsync("/con-thieu", TestContext.Current.CancellationToken));

        Assert.InRange(total, Mentions, 2 * Mentions);
        Assert.Equal(total.ToString(CultureInfo.InvariantCulture), OpenHeading().Match(page).Groups["count"].Value);
        Assert.Contains("Dưới đây là 100 chỗ đầu", page, StringComparison.Ordinal);
    }

    /// <summary>In the drawing the title stands below the name: one without a number is called by its type, not by its title twice.</summary>
    [Fact]
    public async Task AnUnnumberedDocumentIsDrawnUnderItsType()
    {
        var page = await _host.Client.GetStringAsync("/do-thi/04-ct-tw-2011-07-06", TestContext.Current.CancellationToken);
        using var graph = JsonDocument.Parse(WebUtility.HtmlDecode(GraphData().Match(page).Groups["data"].Value));

        var unnumbered = Assert.Single(graph.RootElement.GetProperty("nodes").EnumerateArray(), node => node.GetProperty("key").GetString()!.Contains('#', StringComparison.Ordinal));

        Assert.Equal("Kế hoạch", unnumbered.GetProperty("short").GetString());
    }

    [GeneratedRegex("""id="de-ngo">[^<]*<small>(?<count>\d+)</small>""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OpenHeading();

    [GeneratedRegex("""<template id="graph-data">(?<data>.*?)</template>""", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex GraphData();
}
