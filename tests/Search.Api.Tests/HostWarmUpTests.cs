using Microsoft.Extensions.DependencyInjection;
using Search.Api.Collections;
using Search.Api.Hosting;

namespace Search.Api.Tests;

/// <summary>What the host makes ready when it has started.</summary>
[Collection("host")]
public sealed class HostWarmUpTests(ApiHostFixture host)
{
    /// <summary>A page that is not made as it is for a reader would make nothing ready, and nobody would see it.</summary>
    [Fact]
    public async Task EveryPageIsMadeAsForAReader()
    {
        var warmUp = host.Services.GetRequiredService<HostWarmUp>();
        var pages = HostWarmUp.Pages(host.Services.GetRequiredService<CollectionRegistry>().Open.CollectionReader);

        Assert.Equal(["/", "/con-thieu", "/danh-muc", "/do-thi/{slug}", "/lich-su/{slug}", "/van-ban/{slug}"], pages.Select(page => page.Pattern).Distinct().Order(StringComparer.Ordinal));
        foreach (var (pattern, slug, query) in pages)
        {
            Assert.Equal((pattern, 200), (pattern, await warmUp.MakeAsync(pattern, slug, query, TestContext.Current.CancellationToken)));
        }
    }

    [Fact]
    public async Task WhatIsNotThereIsNotMade()
    {
        var warmUp = host.Services.GetRequiredService<HostWarmUp>();

        Assert.Null(await warmUp.MakeAsync("/khong-co", null, "", TestContext.Current.CancellationToken));
    }
}
