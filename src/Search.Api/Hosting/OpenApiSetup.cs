using System.Text.Json;
using Microsoft.OpenApi;
using Search.Api.Access;
using Search.Api.Problems;

namespace Search.Api.Hosting;

/// <summary>The OpenAPI document and the page to try it.</summary>
internal static class OpenApiSetup
{
    // In place of the package's own script: its page has a bar whose logo brings a style of its own, which the
    // policy of the host forbids.
    private const string StartDocs = """
        window.onload = () => SwaggerUIBundle({
          url: "/openapi/v1.json",
          dom_id: "#swagger-ui",
          presets: [SwaggerUIBundle.presets.apis],
          layout: "BaseLayout",
          docExpansion: "list",
          validatorUrl: null,
        });
        """;

    public static void AddSearchOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Tra cứu văn bản Đảng | Party document search",
                Version = "1.0",
                Description = "Search, citation lookup and citation graphs over Vietnamese Party documents. "
                    + "Errors are RFC 9457 problem details with a stable `type`; spans are UTF-16 offsets.",
                Contact = new OpenApiContact { Name = "Operator of this host" },
                License = new OpenApiLicense { Name = "See the repository" },
            };
            // Relative: the document describes the host it was got from, whatever its name and scheme.
            document.Servers =
            [
                new OpenApiServer
                {
                    Url = "/",
                    Description = "This host, local or in production.",
                    Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal)
                    {
                        ["x-internal"] = new JsonNodeExtension(System.Text.Json.Nodes.JsonValue.Create(false)!),
                    },
                },
            ];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                ["key"] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "An API key made with 'search keys create'. Not needed to search and read over loopback.",
                },
            };
            OpenApiBounds.Apply(document);
            OpenApiExamples.Apply(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            operation.Description ??= operation.Summary + ".";
            // Requests of the use cases know nothing of HTTP: their properties become parameters under camel-case names.
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p.In is ParameterLocation.Query))
            {
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            }

            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiredScope>().Any())
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", context.Document)] = [] }];
            }

            foreach (var (status, response) in operation.Responses ?? [])
            {
                if (string.IsNullOrEmpty(response.Description) || status is [>= '4', ..])
                {
                    response.Description = int.TryParse(status, out var code) && code >= 400 ? ProblemKinds.ForStatus(code).TitleEn : "OK";
                }
            }

            foreach (var (status, response) in operation.Responses ?? [])
            {
                if (response is OpenApiResponse own)
                {
                    own.Headers = Headers(status);
                }
            }

            return Task.CompletedTask;
        });
    });

    private static Dictionary<string, IOpenApiHeader> Headers(string status)
    {
        var headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
        {
            [SecurityHeaders.RateLimit] = Header("Requests a second that the caller may make; bursts of twice as many pass."),
        };
        headers["Access-Control-Allow-Origin"] = new OpenApiHeader
        {
            Description = "This host's own origin; no other site's scripts may read an answer.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 300 },
        };
        if (status is "202")
        {
            headers["Location"] = new OpenApiHeader
            {
                Description = "Where to ask for the job.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 300 },
            };
        }

        if (status is "429")
        {
            headers["Retry-After"] = Header("Seconds to wait.");
        }

        return headers;

        static OpenApiHeader Header(string description) => new()
        {
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = "10000000" },
        };
    }

    public static void MapSearchOpenApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").OpenToEveryone();
        app.Map("/docs/index.js", start => start.Run(context =>
        {
            context.Response.ContentType = "text/javascript; charset=utf-8";
            return context.Response.WriteAsync(StartDocs);
        }));
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "docs";
            ui.SwaggerEndpoint("/openapi/v1.json", "v1");
            ui.DocumentTitle = "API · Tra cứu văn bản Đảng";
        });
    }
}
