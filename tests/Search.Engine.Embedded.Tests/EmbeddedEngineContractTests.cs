using Search.Engine.Contract;

namespace Search.Engine.Embedded.Tests;

public sealed class EmbeddedEngineContractTests : SearchEngineContract
{
    protected override ISearchEngine Open(string directory) => EmbeddedEngine.Open(directory);
}
