using System.Runtime.InteropServices;

namespace Search.Engine;

/// <summary>
/// The two best passages of documents, read from the scores of all passages when a document is asked for: of a frequent word half of
/// the collection has some, and most of them are never looked at. Arrays by the number of the document; it serves one search after
/// another.
/// </summary>
internal sealed class DocumentEvidence
{
    private const int Block = 1024;

    private static readonly ScoredPassage None = new(-1, 0, 0);

    private readonly Generation _generation;
    private readonly float[][] _passages;
    private readonly ScoredPassage[] _best;
    private readonly ScoredPassage[] _second;
    private readonly float[] _scores;
    private readonly List<int> _read = [];

    /// <param name="generation">The generation.</param>
    /// <param name="passages">For each segment the scores of its passages; filled in by every search.</param>
    public DocumentEvidence(Generation generation, float[][] passages)
    {
        (_generation, _passages) = (generation, passages);
        _best = new ScoredPassage[generation.Groups.Count];
        _second = new ScoredPassage[_best.Length];
        _scores = new float[_best.Length];
        Array.Fill(_best, None);
    }

    /// <summary>Score of the best passage in a document's own words; of all where there is none.</summary>
    public float Top { get; private set; }

    /// <summary>Its best passage; of equal ones the first by id. The document must have been read.</summary>
    public ref readonly ScoredPassage Best(int document) => ref _best[document];

    /// <summary>Its second best passage; score 0 where there is none.</summary>
    public ref readonly ScoredPassage Second(int document) => ref _second[document];

    /// <summary>What <see cref="SetScore"/> was told.</summary>
    public float Score(int document) => _scores[document];

    /// <summary>Notes the score of a document.</summary>
    public void SetScore(int document, float score) => _scores[document] = score;

    /// <summary>Forgets everything, and finds the best score of all.</summary>
    /// <param name="documents">Documents that may be found.</param>
    /// <param name="wishes">Tells a document's own words from those of papers that cite it.</param>
    public void Begin(DocumentSet documents, WishBits wishes)
    {
        foreach (var document in _read)
        {
            _best[document] = None;
        }

        _read.Clear();
        Top = Largest(documents, wishes);
    }

    /// <summary>Reads the best passages of documents, each once in a search.</summary>
    public void Read(List<int> documents)
    {
        var views = _generation.Segments;
        foreach (var document in documents)
        {
            _read.Add(document);
            _second[document] = default;
            var (s, own) = _generation.Groups.First(document);
            Offer(document, views[s], s, own);
            foreach (var (other, number) in _generation.Groups.Others(document))
            {
                Offer(document, views[other], other, number);
            }
        }
    }

    private void Offer(int document, SegmentView view, int segment, int own)
    {
        var scores = _passages[segment];
        foreach (var doc in view.Segment.Documents.Passages(own))
        {
            if (view.IsLive(doc))
            {
                Offer(document, new ScoredPassage(scores[doc], segment, doc));
            }
        }
    }

    private void Offer(int document, in ScoredPassage passage)
    {
        ref var best = ref _best[document];
        if (best.Score < 0 || IsBetter(passage, best))
        {
            _second[document] = best.Score > 0 ? best : default;
            best = passage;
        }
        else if (passage.Score > 0 && (_second[document].Score <= 0 || IsBetter(passage, _second[document])))
        {
            _second[document] = passage;
        }
    }

    private bool IsBetter(in ScoredPassage one, in ScoredPassage other) =>
        one.Score > other.Score || (one.Score == other.Score && IdOrder.Compare(_generation.Segments, one, other) < 0);

    // Blocks without a score above the best so far are passed over. Others' words count where no document's own have a score at all.
    private float Largest(DocumentSet documents, WishBits wishes)
    {
        var (best, cited) = (0f, 0f);
        for (var s = 0; s < _passages.Length; s++)
        {
            var view = _generation.Segments[s];
            var all = view.Segment.Documents.All;
            var numbers = _generation.Groups.All(s);
            for (var first = 0; first < all.Length; first += Block)
            {
                var block = _passages[s].AsSpan(first, Math.Min(Block, all.Length - first));

                // Numbers above 0 are in the order of their bits, and those are searched by vectors.
                if (!MemoryMarshal.Cast<float, int>(block).ContainsAnyInRange(BitConverter.SingleToInt32Bits(best) + 1, int.MaxValue))
                {
                    continue;
                }

                for (var i = 0; i < block.Length; i++)
                {
                    var doc = first + i;
                    if (block[i] > best && documents[numbers[all[doc]]] && view.IsLive(doc))
                    {
                        ref var top = ref (wishes.HasWords(s, doc) ? ref best : ref cited);
                        top = Math.Max(top, block[i]);
                    }
                }
            }
        }

        return best > 0 ? best : cited;
    }
}
