namespace Search.Engine.LuceneNet;

/// <summary>
/// Files that several hold, closed with the last of them; whoever makes it is the first holder. Safe for many threads.
/// </summary>
internal abstract class SharedFiles
{
    private int _holders = 1;

    /// <summary>One holder more; false when the files are closed already.</summary>
    public bool TryHold()
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

    /// <summary>One holder less; true for the last one, with whom the files are closed.</summary>
    public bool Release()
    {
        if (Interlocked.Decrement(ref _holders) > 0)
        {
            return false;
        }

        Close();
        return true;
    }

    /// <summary>Closes the files.</summary>
    protected abstract void Close();
}
