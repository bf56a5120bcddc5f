namespace Search.Engine.LuceneNet;

/// <summary>Counts who holds something that is shared; the first one holds it from the beginning. Safe for many threads.</summary>
internal sealed class HolderCount
{
    private int _holders = 1;

    /// <summary>One holder more; false when the last one let go already.</summary>
    public bool TryAdd()
    {
        while (true)
        {
            var holders = Volatile.Read(ref _holders);
            if (holders == 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _holders, holders + 1, holders) == holders)
            {
                return true;
            }
        }
    }

    /// <summary>One holder less; true for the last one.</summary>
    public bool Release() => Interlocked.Decrement(ref _holders) == 0;
}
