using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace Search.Engine.Campaign;

/// <summary>
/// A disk that loses power at its n-th operation: from then on every operation fails, and of what was not flushed nothing,
/// a beginning, or zeros are left.
/// </summary>
/// <param name="cutAt">The operation; later than any for a cut when it is asked for.</param>
internal sealed class CutDisk(int cutAt)
{
    private readonly HashSet<string> _unflushed = new(StringComparer.Ordinal);
    private readonly System.Threading.Lock _gate = new();
    private int _done;

    /// <summary>What is left of a file that was not flushed.</summary>
    internal enum Left
    {
        /// <summary>The name is gone.</summary>
        Nothing,

        /// <summary>Its first half.</summary>
        Half,

        /// <summary>Its length, with zeros.</summary>
        Zeros,
    }

    /// <summary>Whether the power is gone.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether flushes do nothing, as on a disk that lies or in a program that forgot them.</summary>
    public bool DropsFlushes { get; init; }

    /// <summary>Opens a folder on this disk.</summary>
    public LuceneDirectory Open(DirectoryInfo folder) => new CutDirectory(new NIOFSDirectory(folder), folder.FullName, this);

    /// <summary>Cuts the power, if that did not happen before, and leaves of unflushed files what a disk may leave.</summary>
    public void Cut(Left left)
    {
        lock (_gate)
        {
            IsCut = true;
            foreach (var path in _unflushed.Where(File.Exists))
            {
                var length = new FileInfo(path).Length;
                File.Delete(path);
                if (left == Left.Half)
                {
                    File.WriteAllBytes(path, new byte[length / 2]);
                }
                else if (left == Left.Zeros)
                {
                    File.WriteAllBytes(path, new byte[length]);
                }
            }

            _unflushed.Clear();
        }
    }

    private void Step()
    {
        if (IsCut || Interlocked.Increment(ref _done) >= cutAt)
        {
            IsCut = true;
            throw new IOException("the power is gone");
        }
    }

    private sealed class CutDirectory(LuceneDirectory inner, string folder, CutDisk disk) : FilterDirectory(inner)
    {
        public override IndexOutput CreateOutput(string name, IOContext context)
        {
            disk.Step();
            lock (disk._gate)
            {
                disk._unflushed.Add(Path.Combine(folder, name));
            }

            return base.CreateOutput(name, context);
        }

        public override void Sync(ICollection<string> names)
        {
            disk.Step();
            if (disk.DropsFlushes)
            {
                return;
            }

            base.Sync(names);
            lock (disk._gate)
            {
                disk._unflushed.ExceptWith(names.Select(name => Path.Combine(folder, name)));
            }
        }

        public override void DeleteFile(string name)
        {
            disk.Step();
            base.DeleteFile(name);
        }
    }
}
