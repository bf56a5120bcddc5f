#if LUCENE_NET
using Search.Engine.Contract;

namespace Search.Engine.LuceneNet.Tests;

/// <summary>The suite of every engine, on Lucene.Net.</summary>
public sealed class LuceneNetEngineContractTests : SearchEngineContract
{
    protected override ISearchEngine Open(string directory) => LuceneNetEngine.Open(directory);
}
#endif
