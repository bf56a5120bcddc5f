namespace Search.Engine.Tests;

/// <summary>A disk that fails for a moment does not close the index to every later writer.</summary>
public sealed class FailingStorageTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AWriterThatCannotBeOpenedIsGivenBack(bool opens)
    {
        using var engine = new SearchEngine(new FailingStorage(opens), new SearchEngineOptions());

        Assert.Throws<IOException>(engine.OpenWriter);

        using var writer = engine.OpenWriter();
        Assert.Throws<IndexBusyException>(engine.OpenWriter);
    }

    /// <summary>Lends one writer; the first cannot be opened, or cannot be read.</summary>
    private sealed class FailingStorage(bool opens) : IIndexStorage
    {
        private bool _lent;
        private int _failures;

        public string Name => "failing";

        public IIndexGeneration Open() => throw new NotSupportedException();

        public IStorageWriter OpenWriter()
        {
            if (_lent)
            {
                throw new IndexBusyException();
            }

            if (!opens && _failures++ == 0)
            {
                throw new IOException("EIO");
            }

            _lent = true;
            return new Writer(this, fails: opens && _failures++ == 0);
        }

        public IndexVerification Verify(CancellationToken ct) => throw new NotSupportedException();

        public long CopyTo(string folder, CancellationToken ct) => throw new NotSupportedException();

        public void Compact(CancellationToken ct)
        {
        }

        public void Purge(CancellationToken ct)
        {
        }

        public void Dispose()
        {
        }

        private sealed class Writer(FailingStorage storage, bool fails) : IStorageWriter
        {
            public bool IsEmpty => fails ? throw new IOException("EIO") : true;

            public void Put(AnalyzedPassage passage, bool replace)
            {
            }

            public void DeletePassage(string id)
            {
            }

            public void DeleteDocument(string group)
            {
            }

            public void Clear()
            {
            }

            public void Commit(long revision)
            {
            }

            public void Dispose() => storage._lent = false;
        }
    }
}
