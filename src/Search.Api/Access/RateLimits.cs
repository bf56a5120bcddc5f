using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Search.Api.Failures;
using Search.Api.Problems;
using Search.Api.Settings;

namespace Search.Api.Access;

/// <summary>A token bucket for each key or address; what does not fit is answered with 429.</summary>
internal static class RateLimits
{
    public static void AddSearchRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter => limiter.OnRejected = RejectAsync);
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<SearchOptions>>((limiter, options) =>
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket(context, options.Value)));
    }

    private static RateLimitPartition<string> Bucket(HttpContext context, SearchOptions options)
    {
        var caller = context.Features.Get<Caller>();
        var perSecond = caller is { IsLocal: true } ? options.LocalRequestsPerSecond : options.RequestsPerSecond;
        return RateLimitPartition.GetTokenBucketLimiter($"{caller?.Id}|{perSecond}", _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSecond * 2,
            TokensPerPeriod = Math.Max(1, perSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
            QueueLimit = 0,
            AutoReplenishment = true,
        });
    }

    private static ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken stop)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        rejected.HttpContext.Response.Headers.RetryAfter =
            Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new ValueTask(ProblemHandling.WriteAsync(rejected.HttpContext, ProblemKinds.TooManyRequests, detail: null));
    }
}
