using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Search.Application.Mcp;

/// <summary>A tool that compares its arguments with its schema before it runs, and names the one that is missing, unknown or of
/// another type: the library would only say that an error occurred.</summary>
internal sealed class CheckedTool(McpServerTool tool) : DelegatingMcpServerTool(tool)
{
    public override ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Wrong(request.Params?.Arguments ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal)) is { } wrong
            ? ValueTask.FromResult(new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = wrong }] })
            : base.InvokeAsync(request, cancellationToken);
    }

    private string? Wrong(IDictionary<string, JsonElement> arguments)
    {
        var schema = ProtocolTool.InputSchema;
        var known = schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal)
            : [];
        if (arguments.Keys.FirstOrDefault(name => !known.ContainsKey(name)) is { } strange)
        {
            return $"'{strange}' không phải là tham số của '{ProtocolTool.Name}'; có: {string.Join(", ", known.Keys)}. ('{strange}' is no argument of '{ProtocolTool.Name}'.)";
        }

        if (schema.TryGetProperty("required", out var required)
            && required.EnumerateArray().Select(name => name.GetString()!).FirstOrDefault(name => !arguments.ContainsKey(name)) is { } missing)
        {
            return $"Thiếu tham số '{missing}' của '{ProtocolTool.Name}'. (The argument '{missing}' is missing.)";
        }

        foreach (var (name, value) in arguments)
        {
            if (TypesOf(known[name]) is { Count: > 0 } types && !types.Exists(type => Is(value, type)))
            {
                return $"Tham số '{name}' phải có kiểu {string.Join("/", types)}. (The argument '{name}' must be of type {string.Join(" or ", types)}.)";
            }
        }

        return null;
    }

    private static List<string> TypesOf(JsonElement property) => !property.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(name => name.GetString()!)]
        : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.String => type is "string",
        JsonValueKind.Number => type is "number" || (type is "integer" && value.TryGetInt32(out _)),
        JsonValueKind.True or JsonValueKind.False => type is "boolean",
        JsonValueKind.Null => type is "null",
        JsonValueKind.Array => type is "array",
        _ => type is "object",
    };
}
