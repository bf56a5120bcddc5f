using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Search.Api.Pages;

/// <summary>
/// Stylesheet, script and pictures of the pages. They travel inside the assembly, so that the pages look the same
/// whichever program hosts them; their address carries a hash, so that browsers may keep them for good.
/// </summary>
internal static class PageAssets
{
    private const string Prefix = "wwwroot/";

    private static readonly FrozenDictionary<string, Asset> All = Load();

    /// <summary>The pages' script; a build without Node has none.</summary>
    public const string Script = "assets/app.js";

    /// <summary>The typeface of texts: letters of Latin-1, and the rest of Vietnamese.</summary>
    public static IReadOnlyList<string> Fonts { get; } = ["/tinh/fonts/noto-serif-latin.woff2", "/tinh/fonts/noto-serif-vietnamese.woff2"];

    public static bool HasScript => All.ContainsKey(Script);

    /// <summary>
    /// What the script asks for next: the part every page needs, and that of the graph. Named in the page, they are
    /// fetched beside the script and not after it.
    /// </summary>
    /// <param name="withGraph">Whether the page draws a graph.</param>
    public static IEnumerable<string> Chunks(bool withGraph) => All.Keys
        .Where(name => name.StartsWith("assets/chunks/language-", StringComparison.Ordinal)
            || (withGraph && name.StartsWith("assets/chunks/page-", StringComparison.Ordinal)))
        .Select(name => "/tinh/" + name);

    public static string Url(string name) => $"/tinh/{name}?v={All[name].Hash}";

    public static Asset? Find(string name) => All.GetValueOrDefault(name);

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = typeof(PageAssets).Assembly;
        var assets = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (!resource.StartsWith(Prefix, StringComparison.Ordinal))
            {
                continue;
            }

            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var name = resource[Prefix.Length..].Replace('\\', '/');
            assets[name] = new Asset(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12], MediaType(name));
        }

        return assets.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };

    /// <summary>One file.</summary>
    internal sealed record Asset(byte[] Bytes, string Hash, string MediaType);
}
