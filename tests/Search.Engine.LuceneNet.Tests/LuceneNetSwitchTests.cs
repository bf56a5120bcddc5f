namespace Search.Engine.LuceneNet.Tests;

public sealed class LuceneNetSwitchTests
{
    /// <summary>Says in every test run whether the engine's own suite was part of it.</summary>
    [Fact]
    public void TheSuiteOfTheEngineIsPartOfThisRun()
    {
#if LUCENE_NET
        Assert.NotNull(Type.GetType("Search.Engine.LuceneNet.LuceneNetEngine, Search.Engine.LuceneNet"));
#else
        Assert.SkipWhen(
            Type.GetType("Search.Engine.LuceneNet.LuceneNetEngine, Search.Engine.LuceneNet") is null,
            "The Lucene.Net suite was not run: build with -p:LuceneNet=true where the package feed has Lucene.Net.");
        Assert.Fail("The Lucene.Net engine is built, but its suite is not.");
#endif
    }
}
