namespace Search.Api.Exports;

/// <summary>Chooses the format of a text by what the caller accepts.</summary>
internal static class TextFormats
{
    /// <summary>The format's name, or null where none is accepted.</summary>
    public static string? Accepted(HttpRequest request)
    {
        var accept = request.GetTypedHeaders().Accept;
        if (accept.Count == 0)
        {
            return "json";
        }

        foreach (var media in accept.OrderByDescending(m => m.Quality ?? 1))
        {
            var format = media.MediaType.Value switch
            {
                "*/*" or "application/*" or "application/json" => "json",
                "text/plain" => "txt",
                "text/*" or "text/html" or "text/markdown" => media.MediaType.Value is "text/markdown" ? "md" : "txt",
                "application/akn+xml" or "application/xml" or "text/xml" => "akn",
                _ => null,
            };
            if (format is not null)
            {
                return format;
            }
        }

        return null;
    }
}
