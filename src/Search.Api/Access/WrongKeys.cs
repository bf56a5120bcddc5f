using System.Threading.RateLimiting;

namespace Search.Api.Access;

/// <summary>How often one address may come with a key that is none: guesses are answered slowly, whatever else it may do.</summary>
internal sealed class WrongKeys : IDisposable
{
    private const int Burst = 20;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
            AutoReplenishment = true,
        }));

    /// <summary>Whether one more guess of an address is answered.</summary>
    public bool MayGuess(string address)
    {
        using var lease = _limiter.AttemptAcquire(address);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
