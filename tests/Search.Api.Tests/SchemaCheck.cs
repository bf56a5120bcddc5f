using System.Text.Json;

namespace Search.Api.Tests;

/// <summary>Whether a JSON value fits a schema of the OpenAPI document: types, bounds, required members, enums, items.</summary>
internal sealed class SchemaCheck(JsonElement document)
{
    /// <summary>What is wrong, with its path; null when it fits.</summary>
    public string? Problem(JsonElement value, JsonElement schema, string path = "$")
    {
        schema = Resolve(schema);
        if (schema.TryGetProperty("oneOf", out var choices) || schema.TryGetProperty("anyOf", out choices))
        {
            var problems = choices.EnumerateArray().Select(choice => Problem(value, choice, path)).ToList();
            return problems.Contains(null) ? null : problems[^1];
        }

        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(name => Fits(value, name)))
        {
            return $"{path}: {value.ValueKind} is not {type}";
        }

        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(a => string.Equals(a.ToString(), value.ToString(), StringComparison.Ordinal)))
        {
            return $"{path}: {value} is none of {allowed}";
        }

        if (Bound(value, schema) is { } passed)
        {
            return $"{path}: {value} passes {passed}";
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => Members(value, schema, path),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray()
                .Select((item, i) => Problem(item, items, $"{path}[{i}]")).FirstOrDefault(p => p is not null),
            _ => null,
        };
    }

    public JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            var target = document;
            foreach (var part in reference.GetString()!.TrimStart('#', '/').Split('/'))
            {
                target = target.GetProperty(part);
            }

            schema = target;
        }

        return schema;
    }

    private static string? Bound(JsonElement value, JsonElement schema) => value.ValueKind switch
    {
        JsonValueKind.String when schema.TryGetProperty("maxLength", out var most) && value.GetString()!.Length > most.GetInt64() => $"maxLength {most}",
        JsonValueKind.Array when schema.TryGetProperty("maxItems", out var most) && value.GetArrayLength() > most.GetInt64() => $"maxItems {most}",
        JsonValueKind.Number when schema.TryGetProperty("minimum", out var least) && value.GetDouble() < least.GetDouble() => $"minimum {least}",
        JsonValueKind.Number when schema.TryGetProperty("maximum", out var most) && value.GetDouble() > most.GetDouble() => $"maximum {most}",
        _ => null,
    };

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Select(t => t.GetString()!)
        : [type.GetString()!];

    private static bool Fits(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "array" => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.Object,
    };

    private string? Members(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray())
            {
                if (!value.TryGetProperty(name.GetString()!, out _))
                {
                    return $"{path}.{name} is missing";
                }
            }
        }

        var properties = schema.TryGetProperty("properties", out var named) ? named : default;
        foreach (var member in value.EnumerateObject())
        {
            JsonElement expected;
            if (properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(member.Name, out var own))
            {
                expected = own;
            }
            else if (schema.TryGetProperty("additionalProperties", out var other) && other.ValueKind == JsonValueKind.Object)
            {
                expected = other;
            }
            else
            {
                return $"{path}.{member.Name} is not described";
            }

            if (Problem(member.Value, expected, $"{path}.{member.Name}") is { } problem)
            {
                return problem;
            }
        }

        return null;
    }
}
