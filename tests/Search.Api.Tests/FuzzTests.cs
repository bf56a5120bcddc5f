using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Search.Api.Tests;

/// <summary>
/// Requests made from the OpenAPI document, valid and broken, with a fixed seed: none is answered with 5xx, and every
/// JSON answer fits the schema that the document gives for its status. <c>FUZZ_REQUESTS</c> sets how many.
/// </summary>
[Collection("host")]
public sealed class FuzzTests(ApiHostFixture host)
{
    private static readonly string[] Texts =
    [
        "", " ", "a", "đối ngoại", "04-CT/TW", "04-ct-tw-2011-07-06", "02-hd-bdntw-2017-01-16", "chi thi 04", "\"", "(((", "-", "*", "a*", "x~2",
        "loai:chi-thi", "nam:2011..2017", "nam:..", "so:", "OR", "' OR 1=1 --", "<script>", "%00", "\u0000", "\u202E", "💥", "đ\u0323\u0323",
        "../../etc/passwd", "null", "-1", "0", "1", "3", "7", "100", "2147483648", "1e9", "true", "2011-07-06", "2011-99-99", "json", "csv", "akn",
        "relevance", "newest", "in", "both", "huong-dan", "trung-uong", "XI", "not\nline",
    ];

    [Fact]
    public async Task NoRequestBreaksTheServerAndEveryAnswerFitsItsSchema()
    {
        var document = await host.Client.JsonAsync("/openapi/v1.json");
        var check = new SchemaCheck(document);
        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Path: path.Name, Method: operation.Name, operation.Value)))
            .ToList();
        var count = int.TryParse(Environment.GetEnvironmentVariable("FUZZ_REQUESTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 1500;
        var random = new Random(20260109);
        var statuses = new Dictionary<int, int>();
        for (var i = 0; i < count; i++)
        {
            var (path, method, operation) = operations[i % operations.Count];
            using var request = Make(path, method, operation, random);
            if (request is null)
            {
                continue;
            }

            using var response = await host.Client.SendAsync(request);
            var status = (int)response.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            var told = $"#{i} {request.Method} {request.RequestUri}: {status}";
            Assert.True(status < 500, told);
            var media = response.Content.Headers.ContentType?.MediaType;
            if (media is not ("application/json" or "application/problem+json"))
            {
                continue;
            }

            using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            Assert.True(operation.GetProperty("responses").TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var described), $"{told} is not described");
            var schema = described.GetProperty("content").GetProperty(media).GetProperty("schema");
            var problem = check.Problem(json.RootElement, schema);
            Assert.True(problem is null, $"{told}: {problem}");
        }

        Assert.True(statuses[200] > count / 10, "too few requests were valid to say anything");
        Assert.True(statuses.GetValueOrDefault(400) > count / 20, "too few requests were broken to say anything");
    }

    private static HttpRequestMessage? Make(string path, string method, JsonElement operation, Random random)
    {
        var query = new StringBuilder();
        if (operation.TryGetProperty("parameters", out var parameters))
        {
            foreach (var parameter in parameters.EnumerateArray())
            {
                var name = parameter.GetProperty("name").GetString()!;
                var value = Value(parameter.GetProperty("schema"), random);
                if (parameter.GetProperty("in").GetString() is "path")
                {
                    // A lone dot segment never reaches the server as it is.
                    if (value.Trim() is "" or "." or "..")
                    {
                        value = "x";
                    }

                    path = path.Replace("{" + name + "}", Uri.EscapeDataString(value), StringComparison.Ordinal);
                }
                else if (random.Next(3) == 0 || (parameter.TryGetProperty("required", out var required) && required.GetBoolean() && random.Next(8) > 0))
                {
                    query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
                }
            }
        }

        // NUL in a path is refused by the server before any of our code.
        if (path.Contains("%00", StringComparison.Ordinal))
        {
            return null;
        }

        var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), path + query);
        if (method is "post")
        {
            request.Content = random.Next(4) switch
            {
                0 => new StringContent(Texts[random.Next(Texts.Length)], Encoding.UTF8, "application/json"),
                1 => new StringContent("{\"text\":" + JsonSerializer.Serialize(Texts[random.Next(Texts.Length)]) + "}", Encoding.UTF8, "application/json"),
                2 => new StringContent("Thực hiện Chỉ thị số 04-CT/TW " + Texts[random.Next(Texts.Length)], Encoding.UTF8, "text/plain"),
                _ => new StringContent("{\"citations\":[\"CT 04\",null," + JsonSerializer.Serialize(Texts[random.Next(Texts.Length)]) + "]}", Encoding.UTF8, "application/json"),
            };
        }

        return request;
    }

    private static string Value(JsonElement schema, Random random)
    {
        if (random.Next(3) == 0)
        {
            return Texts[random.Next(Texts.Length)];
        }

        if (schema.TryGetProperty("enum", out var allowed))
        {
            return allowed[random.Next(allowed.GetArrayLength())].ToString();
        }

        var type = schema.TryGetProperty("type", out var t) ? t.ToString() : "string";
        return type switch
        {
            _ when type.Contains("integer", StringComparison.Ordinal) => random.Next(1, 4).ToString(CultureInfo.InvariantCulture),
            _ when type.Contains("boolean", StringComparison.Ordinal) => random.Next(2) == 0 ? "true" : "false",
            _ => Texts[random.Next(12)],
        };
    }
}
