using Search.Engine.Campaign;

namespace Search.Engine.LuceneNet.Tests;

/// <summary>The campaigns with small counts; in full they are a command of their own, see <c>tests/campaigns/engine</c>.</summary>
public sealed class CampaignTests
{
    [Fact]
    public async Task AnAnswerIsOfOneGeneration() => Check(await SwapCampaign.RunAsync(swaps: 6, readers: 4));

    [Fact]
    public void RandomQueriesAgreeWithTheTexts() => Check(OracleCampaign.Run(queries: 200));

    [Fact]
    public void AnswersDoNotHangOnTheLayout() => Check(LayoutCampaign.Run(queries: 60));

    [Fact]
    public void DamagesAreFoundAndNotServed() => Check(DamageCampaign.Run(damages: 40));

    [Fact]
    public void PowerCutsLeaveTheOldOrTheNewState() => Check(DiskCampaign.Run(step: 11));

    [Fact]
    public void AKilledWriterLosesNothingAcknowledged() => Check(KillCampaign.Run(kills: 2));

    [Fact]
    public async Task ReadersBesideAWriterRaiseNoAlarm() => Check(await ReaderCampaign.RunAsync(rounds: 4));

    [Fact]
    public void PlantedBugsAreFound() => Check(PlantedBugsCampaign.Run(every: 7));

    private static void Check(Outcome outcome) => Assert.True(outcome.IsGood, outcome.ToString());
}
