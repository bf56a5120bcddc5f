using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Lucene.Net.Index;

namespace Search.Engine.LuceneNet;

/// <summary>
/// What is made once for a generation and shared by all its snapshots: the vocabulary, the digest, and the mapping of
/// the segments' values onto one numbering. Kept as long as the generation's reader.
/// </summary>
internal sealed class GenerationCache
{
    private static readonly ConditionalWeakTable<IndexReader, GenerationCache> Known = [];

    private readonly AtomicReader _merged;
    private readonly Lazy<Vocabulary> _vocabulary;
    private readonly Lazy<string> _digest;
    private readonly Lazy<int> _groups;

    private GenerationCache(DirectoryReader reader)
    {
        Bytes = Size(reader);
        _merged = SlowCompositeReaderWrapper.Wrap(reader);
        _vocabulary = new Lazy<Vocabulary>(() => new Vocabulary(reader, LiveDocuments));
        _digest = new Lazy<string>(() => MakeDigest(reader));
        _groups = new Lazy<int>(CountGroups);
    }

    /// <summary>What is completed and corrected by.</summary>
    public Vocabulary Vocabulary => _vocabulary.Value;

    /// <summary>The digest of the content, whatever the segments.</summary>
    public string Digest => _digest.Value;

    /// <summary>How many documents have a live passage.</summary>
    public int Groups => _groups.Value;

    /// <summary>Size of the files when the generation was opened; later ones may replace them while it is read.</summary>
    public long Bytes { get; }

    /// <summary>The cache of a generation.</summary>
    public static GenerationCache Of(DirectoryReader reader) =>
        Known.GetValue(reader, r => new GenerationCache((DirectoryReader)r));

    /// <summary>The columns for one search; they hold places in files, and are not shared between threads.</summary>
    public ReaderColumns OpenColumns() => new(_merged);

    private IEnumerable<int> LiveDocuments()
    {
        var live = _merged.LiveDocs;
        for (var doc = 0; doc < _merged.MaxDoc; doc++)
        {
            if (live is null || live.Get(doc))
            {
                yield return doc;
            }
        }
    }

    private static long Size(DirectoryReader reader)
    {
        var bytes = 0L;
        foreach (var name in reader.IndexCommit.FileNames)
        {
            try
            {
                bytes += reader.Directory.FileLength(name);
            }
            catch (FileNotFoundException)
            {
                // A commit just now has replaced it.
            }
        }

        return bytes;
    }

    private int CountGroups()
    {
        var columns = OpenColumns();
        return LiveDocuments().Select(columns.GroupOrdinal).Distinct().Count();
    }

    private string MakeDigest(IndexReader reader)
    {
        var lines = new List<(string Id, byte[] Content)>();
        foreach (var doc in LiveDocuments())
        {
            var document = reader.Document(doc, new HashSet<string> { FieldNames.Id, FieldNames.Content });
            var content = document.GetBinaryValue(FieldNames.Content);
            lines.Add((document.Get(FieldNames.Id), content.Bytes.AsSpan(content.Offset, content.Length).ToArray()));
        }

        lines.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (id, content) in lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(id));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
