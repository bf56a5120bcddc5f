using Polly;
using Polly.Retry;
using Polly.Timeout;
using Search.Engine;

namespace Search.Ingestion.Projection;

/// <summary>The one pipeline around the index's writer: another process may be bringing it up at this moment.</summary>
internal static class IndexResilience
{
    public static ResiliencePipeline Pipeline { get; } = new ResiliencePipelineBuilder()
        .AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(60) })
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<IndexBusyException>(),
            MaxRetryAttempts = 10,
            Delay = TimeSpan.FromMilliseconds(50),
            MaxDelay = TimeSpan.FromSeconds(5),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();
}
