namespace Search.Engine;

/// <summary>The one implementation of the engine's contract: the scoring core over a storage.</summary>
internal sealed class SearchEngine : ISearchEngine, IMaintainable
{
    private readonly IIndexStorage _storage;
    private readonly CoreSettings _settings;
    private readonly Lock _gate = new();
    private bool _writing;
    private int _disposed;

    /// <param name="storage">Where the index lies; closed with the engine.</param>
    /// <param name="options">Settings.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public SearchEngine(IIndexStorage storage, SearchEngineOptions options)
    {
        options.Validate();
        _storage = storage;
        _settings = new CoreSettings(options, new Abbreviations(options.Abbreviations));
    }

    /// <inheritdoc />
    public string Name => _storage.Name;

    /// <summary>Where the index lies.</summary>
    internal IIndexStorage Storage => _storage;

    /// <inheritdoc />
    public long Revision
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed != 0, this);
            try
            {
                using var generation = _storage.Open();
                return generation.Revision;
            }
            catch (IndexDamagedException)
            {
                return -1;
            }
        }
    }

    /// <inheritdoc />
    public IIndexWriter OpenWriter()
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        lock (_gate)
        {
            if (_writing)
            {
                throw new IndexBusyException();
            }

            _writing = true;
        }

        IStorageWriter? writer = null;
        try
        {
            writer = _storage.OpenWriter();
            return new EngineWriter(writer, _settings.Options, WriterClosed);
        }
        catch
        {
            try
            {
                // The storage lends one writer: one that is not given back keeps every later one waiting.
                writer?.Dispose();
            }
            finally
            {
                WriterClosed();
            }

            throw;
        }
    }

    /// <inheritdoc />
    public IIndexSnapshot OpenSnapshot()
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        return new Snapshot(_storage.Open(), _settings);
    }

    /// <inheritdoc />
    public IndexVerification Verify(CancellationToken ct) => _storage.Verify(ct);

    /// <inheritdoc />
    public void Compact(CancellationToken ct) => _storage.Compact(ct);

    /// <inheritdoc />
    public void Purge(CancellationToken ct) => _storage.Purge(ct);

    /// <inheritdoc />
    public long CopyTo(string folder, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return _storage.CopyTo(folder, ct);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _storage.Dispose();
        }
    }

    private void WriterClosed()
    {
        lock (_gate)
        {
            _writing = false;
        }
    }
}
