using Search.Engine.Campaign;

namespace Search.Engine.LuceneNet.Tests;

/// <summary>The campaigns with small counts; in full they are a command of their own, see <c>tests/campaigns/engine</c>.</summary>
public sealed class CampaignTests
{
    [Fact]
    public async Task AnAnswerIsOfOneGeneration() => Check(await SwapCampaign.RunAsync(swaps: 12, readers: 4));

    private static void Check(Outcome outcome) => Assert.True(outcome.IsGood, outcome.ToString());
}
