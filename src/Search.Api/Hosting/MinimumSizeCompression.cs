using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Search.Api.Hosting;

/// <summary>Compresses what gains by it: not the short answers, which compressing makes longer and slower.</summary>
internal sealed class MinimumSizeCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
    : ResponseCompressionProvider(services, options)
{
    /// <summary>Bytes below which an answer goes out as it is.</summary>
    public const int Least = 1024;

    public override bool ShouldCompressResponse(HttpContext context) =>
        context.Response.ContentLength is null or >= Least && base.ShouldCompressResponse(context);
}
