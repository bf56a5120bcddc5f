using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Search.Api.Problems;

namespace Search.Api.Hosting;

/// <summary>
/// Examples of requests and answers, from <c>openapi/examples.json</c>: parameter names and operation ids to what a
/// caller sends and gets. Of errors, what each status says.
/// </summary>
internal static class OpenApiExamples
{
    private static readonly JsonObject All = Load();

    public static void Apply(OpenApiDocument document)
    {
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.AsEnumerable() ?? []))
        {
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            {
                parameter.Example ??= Find("parameters", parameter.Name);
            }

            foreach (var body in operation.RequestBody?.Content?.Values.AsEnumerable() ?? [])
            {
                body.Example ??= Find("requests", operation.OperationId);
            }

            foreach (var (status, response) in operation.Responses ?? [])
            {
                foreach (var (type, content) in response.Content ?? new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal))
                {
                    if (type is "application/json")
                    {
                        content.Example ??= Find("answers", operation.OperationId);
                    }
                    else if (type is ProblemResult.MediaType && int.TryParse(status, out var code))
                    {
                        content.Example ??= Error(ProblemKinds.ForStatus(code));
                    }
                }
            }
        }
    }

    private static JsonNode? Find(string kind, string? name) => name is null ? null : All[kind]![name]?.DeepClone();

    private static JsonObject Error(ProblemKind kind) => new()
    {
        ["type"] = kind.Type,
        ["title"] = kind.Title,
        ["status"] = kind.Status,
        ["detail"] = $"{kind.Title}. ({kind.TitleEn}.)",
        ["instance"] = "/api/search",
        ["traceId"] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
    };

    private static JsonObject Load()
    {
        using var stream = typeof(OpenApiExamples).Assembly.GetManifestResourceStream("openapi/examples.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
