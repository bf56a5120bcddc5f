namespace Search.Api.Tests;

[Collection("host")]
public sealed class OpenApiTests(ApiHostFixture host)
{
    private static readonly string Committed = Testing.RepositoryFiles.PathOf("src", "Search.Api", "openapi", "v1.json");

    [Fact]
    public async Task TheCommittedDocumentIsWhatTheHostServes()
    {
        var served = (await host.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).ReplaceLineEndings("\n").Trim();
        var committed = (await File.ReadAllTextAsync(Committed)).ReplaceLineEndings("\n").Trim();
        Assert.True(
            string.Equals(committed, served, StringComparison.Ordinal),
            "The API's contract changed: build src/Search.Api, read the difference of openapi/v1.json and commit it.");
    }

    [Fact]
    public async Task EveryOperationIsDescribed()
    {
        var document = await host.Client.JsonAsync("/openapi/v1.json");
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                Assert.True(ids.Add(operation.Value.GetProperty("operationId").GetString()!), path.Name);
                Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
                if (!path.Name.StartsWith("/api", StringComparison.Ordinal))
                {
                    continue;
                }

                foreach (var status in new[] { "400", "401", "403", "429", "500", "503" })
                {
                    var problem = operation.Value.GetProperty("responses").GetProperty(status).GetProperty("content");
                    Assert.Equal(["application/problem+json"], problem.EnumerateObject().Select(c => c.Name));
                }
            }
        }

        Assert.True(ids.Count >= 25);
    }

    [Fact]
    public async Task EveryJsonAnswerHasAnExampleThatFitsItsSchema()
    {
        var document = await host.Client.JsonAsync("/openapi/v1.json");
        var check = new SchemaCheck(document);
        var wrong = new List<string>();
        foreach (var operation in document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
        {
            var name = operation.Value.GetProperty("operationId").GetString()!;
            foreach (var response in operation.Value.GetProperty("responses").EnumerateObject())
            {
                if (!response.Value.TryGetProperty("content", out var contents))
                {
                    continue;
                }

                foreach (var content in contents.EnumerateObject().Where(c => c.Name.EndsWith("json", StringComparison.Ordinal)))
                {
                    if (!content.Value.TryGetProperty("example", out var example))
                    {
                        wrong.Add($"{name} {response.Name}: no example");
                    }
                    else if (check.Problem(example, content.Value.GetProperty("schema")) is { } problem)
                    {
                        wrong.Add($"{name} {response.Name}: {problem}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
