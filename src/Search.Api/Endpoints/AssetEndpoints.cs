using Search.Api.Access;
using Search.Api.Pages;

namespace Search.Api.Endpoints;

/// <summary>Stylesheet, script and pictures.</summary>
internal static class AssetEndpoints
{
    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").OpenToEveryone();
        open.MapGet("/tinh/{**name}", (string name, HttpContext context) =>
        {
            if (PageAssets.Find(name) is not { } asset)
            {
                return Results.NotFound();
            }
            // A chunk's name carries its hash; a typeface does not change; the others carry their hash in the address.
            var isForGood = name.StartsWith("assets/chunks/", StringComparison.Ordinal)
                || name.StartsWith("fonts/", StringComparison.Ordinal)
                || string.Equals(context.Request.Query["v"], asset.Hash, StringComparison.Ordinal);
            context.Response.Headers.CacheControl = isForGood
                ? "public, max-age=31536000, immutable"
                : "no-cache";
            return Results.Bytes(asset.Bytes, asset.MediaType, entityTag: new($"\"{asset.Hash}\""));
        }).ExcludeFromDescription();
        open.MapGet("/favicon.ico", () => Results.Redirect(PageAssets.Url("icon.svg"))).ExcludeFromDescription();
        open.MapGet("/robots.txt", () => Results.Text("User-agent: *\nDisallow: /api/\n")).ExcludeFromDescription();
        open.MapGet("/opensearch.xml", (HttpRequest request) => Results.Text(
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
              <ShortName>Văn bản Đảng</ShortName>
              <Description>Tra cứu văn bản Đảng</Description>
              <InputEncoding>UTF-8</InputEncoding>
              <Url type="text/html" template="{request.Scheme}://{System.Net.WebUtility.HtmlEncode(request.Host.Value)}/?q={"{searchTerms}"}"/>
            </OpenSearchDescription>
            """,
            "application/opensearchdescription+xml; charset=utf-8")).ExcludeFromDescription();
    }
}
