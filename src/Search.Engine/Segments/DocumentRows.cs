using System.Buffers;

namespace Search.Engine;

/// <summary>
/// Which documents hold a term, for those terms that were asked for lately. Matching looks at documents as a whole: a bit for
/// each takes a hundredth of what the postings of a frequent word take. Safe for many threads.
/// </summary>
internal sealed class DocumentRows
{
    private const int BytesPerDocument = 256;
    private const long LeastBudget = 1 << 20;
    private const long MostBytes = 24L << 20;

    private readonly Segment _segment;
    private readonly RecentCache<TermEntry, DocumentRow> _rows;

    /// <param name="segment">The segment.</param>
    /// <param name="passages">Its passages; it has no more documents.</param>
    public DocumentRows(Segment segment, int passages)
    {
        _segment = segment;
        _rows = new RecentCache<TermEntry, DocumentRow>(
            Math.Clamp((long)passages * BytesPerDocument, LeastBudget, MostBytes), row => row.Size);
    }

    /// <summary>The documents that hold a term.</summary>
    public DocumentRow Of(TermEntry term)
    {
        if (_rows.Find(term) is { } known)
        {
            return known;
        }

        var row = Read(term);
        _rows.Add(term, row);
        return row;
    }

    private DocumentRow Read(TermEntry term)
    {
        var documents = _segment.Documents.All;
        var words = (_segment.Documents.Count + 63) / 64;
        var lent = ArrayPool<ulong>.Shared.Rent(words);
        var bits = lent.AsSpan(0, words);
        bits.Clear();
        using (var postings = _segment.Pass(term))
        {
            foreach (var doc in postings.Docs)
            {
                var document = documents[doc];
                bits[document >> 6] |= 1UL << (document & 63);
            }
        }

        var row = new DocumentRow(bits);
        ArrayPool<ulong>.Shared.Return(lent);
        return row;
    }
}
