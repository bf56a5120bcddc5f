using System.Text;
using Search.Api.Failures;
using Search.Api.Problems;

namespace Search.Api.Hosting;

/// <summary>Refuses JSON in a character set that nobody knows, which the framework takes for a failure of the server.</summary>
internal static class KnownCharsets
{
    public static void UseKnownCharsets(this IApplicationBuilder app) => app.Use((context, next) =>
        !context.Request.HasJsonContentType() || IsKnown(context.Request.GetTypedHeaders().ContentType?.Charset.Value)
            ? next(context)
            : ProblemHandling.WriteAsync(context, ProblemKinds.UnsupportedMediaType, "Không biết bảng mã này; hãy gửi UTF-8. (The character set is not known; send UTF-8.)"));

    private static bool IsKnown(string? charset)
    {
        try
        {
            return string.IsNullOrEmpty(charset) || Encoding.GetEncoding(charset.Trim('"')) is not null;
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
