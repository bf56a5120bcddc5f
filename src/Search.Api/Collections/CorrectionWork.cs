using Search.Store;

namespace Search.Api.Collections;

/// <summary>Applies corrections of the collections of a host: at once when one is made, and when another process made it.</summary>
internal sealed partial class CorrectionWork(CollectionRegistry collections, ILogger<CorrectionWork> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Dictionary<HostedCollection, long> _applied = [];

    /// <summary>Applies what was just corrected, in the collections of higher levels too, which hold the same files. Waits for
    /// it a little; a scan takes longer and goes on by itself.</summary>
    /// <param name="collection">Where it was corrected.</param>
    /// <param name="correction">What was corrected.</param>
    /// <param name="by">Who corrected.</param>
    public Task ApplyAsync(HostedCollection collection, Store.Corrections.Correction correction, string by)
    {
        var all = collections.Above(collection).ToList();
        foreach (var higher in all)
        {
            higher.Corrections.Import([RecordJson.Write(correction)], by);
        }

        var work = Task.WhenAll(all.Prepend(collection).Select(one => Task.Run(() => ApplyAsync(one, CancellationToken.None))));
        return Task.WhenAny(work, Task.Delay(Patience));
    }

    /// <summary>Applies what another process corrected.</summary>
    public async Task FollowAsync(CancellationToken stop)
    {
        foreach (var collection in collections.All)
        {
            var version = collection.System.Store.Records.Version;
            if (_applied.GetValueOrDefault(collection, -1) != version && await ApplyAsync(collection, stop))
            {
                _applied[collection] = version;
            }
        }
    }

    private async Task<bool> ApplyAsync(HostedCollection collection, CancellationToken stop)
    {
        try
        {
            await collection.Corrections.ApplyAsync(stop);
            return true;
        }
        catch (StoreBusyException)
        {
            // The process that writes applies them.
            return false;
        }
        catch (Exception error) when (error is IOException)
        {
            NotApplied(error.Message);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Corrections are not applied: {Reason}")]
    private partial void NotApplied(string reason);
}
