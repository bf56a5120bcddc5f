using Microsoft.Extensions.Options;
using Search.Api.Settings;
using Search.Store;

namespace Search.Api.Collections;

/// <summary>What this host is among those that share a store: up to date or not, and whether it is the one that ingests
/// folders. A host with a store of its own is always both.</summary>
internal sealed class SharedNode(CollectionRegistry collections, IOptions<SearchOptions> options, TimeProvider clock)
{
    /// <summary>A key or a session counts for no longer after the shared store was asked last.</summary>
    private static readonly TimeSpan MostSilence = TimeSpan.FromSeconds(60);

    private readonly Readiness _readiness = new(options.Value.MaxLag);
    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();
    private int _isReady = 1;
    private int _isStale;

    /// <summary>The shared store; null for a store of one's own.</summary>
    public ISharedTruth? Shared => collections.Open.System.Store.Shared;

    /// <summary>Whether folders are ingested here.</summary>
    public bool Leads => Shared is not { } shared || shared.IsLeading;

    /// <summary>Whether a load balancer should ask this host.</summary>
    public bool IsReady => Volatile.Read(ref _isReady) == 1;

    /// <summary>Whether it answers though it is far behind, for there is no other.</summary>
    public bool IsStale => Volatile.Read(ref _isStale) == 1;

    /// <summary>How long the copy has been behind, or has not been told.</summary>
    public TimeSpan Lag
    {
        get
        {
            if (Shared?.State is not { } state)
            {
                return TimeSpan.Zero;
            }

            var now = clock.GetUtcNow();
            var silence = now - (state.AskedAt ?? _startedAt);
            var behind = now - (state.BehindSince ?? now);
            // The truth is asked several times a second: a silence of less says nothing.
            return silence > TimeSpan.FromSeconds(2) && silence > behind ? silence : behind;
        }
    }

    /// <summary>Whether keys, accounts and sessions can be checked: what another node revoked is known here within
    /// <see cref="MostSilence"/>, or the check is refused.</summary>
    public bool KnowsAccounts => Shared?.State is not { } state || clock.GetUtcNow() - (state.AskedAt ?? _startedAt) <= MostSilence;

    /// <summary>Decides again whether it should be asked.</summary>
    public void Update()
    {
        if (Shared is not { } shared)
        {
            return;
        }

        _readiness.Update(Lag, shared.Nodes.Any(node => node.IsReady && !node.IsSelf));
        Volatile.Write(ref _isReady, _readiness.IsReady ? 1 : 0);
        Volatile.Write(ref _isStale, _readiness.IsStale ? 1 : 0);
    }
}
