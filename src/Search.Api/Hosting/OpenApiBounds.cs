using Microsoft.OpenApi;

namespace Search.Api.Hosting;

/// <summary>
/// Says of every value how large it can be, so that a client knows what to make room for: what the contracts' own
/// attributes leave open is bounded by what the collection can hold.
/// </summary>
internal static class OpenApiBounds
{
    // Longest text of a source file, in UTF-16 units; nothing that is answered is longer.
    private const int LongestText = 4 << 20;
    private const int MostItems = 1_000_000;

    public static void Apply(OpenApiDocument document)
    {
        foreach (var schema in document.Components?.Schemas?.Values.AsEnumerable() ?? [])
        {
            Bound(schema);
        }

        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.AsEnumerable() ?? []))
        {
            foreach (var parameter in operation.Parameters ?? [])
            {
                Bound(parameter.Schema);
            }

            foreach (var body in operation.RequestBody?.Content?.Values.AsEnumerable() ?? [])
            {
                Bound(body.Schema);
            }

            foreach (var answer in (operation.Responses?.Values.AsEnumerable() ?? []).SelectMany(response => response.Content?.Values.AsEnumerable() ?? []))
            {
                Bound(answer.Schema);
            }
        }
    }

    private static void Bound(IOpenApiSchema? schema)
    {
        if (schema is not OpenApiSchema own)
        {
            return;
        }

        if (own.Type is { } type)
        {
            if (type.HasFlag(JsonSchemaType.String) && own.Enum is not { Count: > 0 } && own.Const is null)
            {
                own.MaxLength ??= Longest(own.Format);
            }

            if (type.HasFlag(JsonSchemaType.Array))
            {
                own.MaxItems ??= MostItems;
            }

            if (type.HasFlag(JsonSchemaType.Integer) && own.Enum is not { Count: > 0 })
            {
                // A store or an index that is empty has the revision -1.
                own.Minimum ??= own.Format is "int64" ? "-1" : "0";
                own.Maximum ??= own.Format is "int64" ? "9007199254740991" : "2147483647";
            }
        }

        foreach (var property in own.Properties?.Values.AsEnumerable() ?? [])
        {
            Bound(property);
        }

        foreach (var part in (own.AnyOf ?? []).Concat(own.OneOf ?? []).Concat(own.AllOf ?? []))
        {
            Bound(part);
        }

        Bound(own.Items);
        Bound(own.AdditionalProperties);
    }

    private static int Longest(string? format) => format switch
    {
        "date" => 10,
        "date-time" => 40,
        _ => LongestText,
    };
}
