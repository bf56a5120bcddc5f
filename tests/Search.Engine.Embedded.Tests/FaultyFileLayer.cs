namespace Search.Engine.Embedded.Tests;

/// <summary>A disk that fails at the n-th operation, and may lose or tear what was never flushed.</summary>
internal sealed class FaultyFileLayer(int failAt, UnsyncedLoss loss) : IFileLayer
{
    private readonly Dictionary<string, long> _synced = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private int _operations;

    public bool HasFailed => Volatile.Read(ref _operations) >= failAt;

    public Stream Create(string path)
    {
        Step();
        lock (_gate)
        {
            _synced[path] = 0;
        }

        return new CountingStream(this, DiskFileLayer.Instance.Create(path), path);
    }

    public void Sync(Stream stream)
    {
        Step();
        var file = (CountingStream)stream;
        DiskFileLayer.Instance.Sync(file.Inner);
        lock (_gate)
        {
            _synced[file.Path] = file.Inner.Length;
        }
    }

    public void Rename(string from, string to)
    {
        Step();
        DiskFileLayer.Instance.Rename(from, to);
        lock (_gate)
        {
            if (_synced.Remove(from, out var length))
            {
                _synced[to] = length;
            }
        }
    }

    public void SyncDirectory(string directory)
    {
        Step();
        DiskFileLayer.Instance.SyncDirectory(directory);
    }

    public void Delete(string path)
    {
        Step();
        DiskFileLayer.Instance.Delete(path);
        lock (_gate)
        {
            _synced.Remove(path);
        }
    }

    /// <summary>What a power cut leaves: of every file only what was flushed is certain.</summary>
    public void CutPower()
    {
        foreach (var (path, length) in _synced)
        {
            if (!File.Exists(path))
            {
                continue;
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
            if (file.Length == length)
            {
                continue;
            }

            switch (loss)
            {
                case UnsyncedLoss.Drop:
                    file.SetLength(length);
                    break;
                case UnsyncedLoss.Tear:
                    file.SetLength(length + ((file.Length - length) / 2));
                    break;
                case UnsyncedLoss.Zero:
                    var rest = new byte[file.Length - length];
                    file.Position = length;
                    file.Write(rest);
                    break;
            }
        }
    }

    private void Step()
    {
        if (Interlocked.Increment(ref _operations) >= failAt)
        {
            throw new IOException("the disk failed");
        }
    }

    private sealed class CountingStream(FaultyFileLayer layer, Stream inner, string path) : Stream
    {
        public Stream Inner => inner;

        public string Path => path;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            layer.Step();
            inner.Write(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}

/// <summary>What happens to bytes that were written and never flushed.</summary>
internal enum UnsyncedLoss
{
    Drop,
    Tear,
    Zero,
}
