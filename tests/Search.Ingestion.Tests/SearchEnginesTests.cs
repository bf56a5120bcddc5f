namespace Search.Ingestion.Tests;

public sealed class SearchEnginesTests
{
    [Fact]
    public void TheEmbeddedEngineIsAlwaysThere()
    {
        Assert.True(SearchEngines.TryFind("Embedded", out var folder, out var open, out _));
        Assert.Equal("fulltext", folder);
        Assert.NotNull(open);
    }

    [Fact]
    public void AnUnknownEngineIsToldWithThoseThereAre()
    {
        Assert.False(SearchEngines.TryFind("sphinx", out _, out _, out var problem));
        Assert.Contains("sphinx", problem.Message, StringComparison.Ordinal);
        Assert.Contains("embedded", problem.MessageEnglish, StringComparison.Ordinal);
    }

    [Fact]
    public void LuceneNetIsThereOrSaysHowToBuildIt()
    {
#if LUCENE_NET
        Assert.True(SearchEngines.TryFind("lucene-net", out _, out _, out _));
#else
        Assert.False(SearchEngines.TryFind("lucene-net", out _, out _, out var problem));
        Assert.Contains("-p:LuceneNet=true", problem.Message, StringComparison.Ordinal);
#endif
    }
}
