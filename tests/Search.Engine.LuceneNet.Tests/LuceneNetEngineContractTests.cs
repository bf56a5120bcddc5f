using Search.Engine.Contract;

namespace Search.Engine.LuceneNet.Tests;

public sealed class LuceneNetEngineContractTests : SearchEngineContract
{
    protected override ISearchEngine Open(string directory) => LuceneNetEngine.Open(directory);
}
