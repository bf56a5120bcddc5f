using Microsoft.OpenApi;
using Search.Api.Problems;

namespace Search.Api.Hosting;

/// <summary>The OpenAPI document and the page to try it.</summary>
internal static class OpenApiSetup
{
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
            document.Servers = [new OpenApiServer { Url = ApiHost.DefaultUrl }];
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
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            foreach (var (status, response) in operation.Responses ?? [])
            {
                if (string.IsNullOrEmpty(response.Description) || status is [>= '4', ..])
                {
                    response.Description = int.TryParse(status, out var code) && code >= 400 ? ProblemKinds.ForStatus(code).TitleEn : "OK";
                }
            }

            return Task.CompletedTask;
        });
    });

    public static void MapSearchOpenApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "docs";
            ui.SwaggerEndpoint("/openapi/v1.json", "v1");
            ui.DocumentTitle = "API · Tra cứu văn bản Đảng";
        });
    }
}
