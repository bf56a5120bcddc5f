namespace Search.Engine;

/// <summary>
/// The documents that a search found, each with its two best passages: arrays by the number of the document, since a frequent
/// word is in half of the collection. It serves one search after another.
/// </summary>
internal sealed class DocumentEvidence
{
    private static readonly ScoredPassage None = new(-1, 0, 0);

    private readonly IReadOnlyList<SegmentView> _views;
    private readonly ScoredPassage[] _best;
    private readonly ScoredPassage[] _second;
    private readonly float[] _scores;
    private readonly int[] _found;
    private float _own;
    private float _cited;

    /// <param name="views">The segments.</param>
    /// <param name="documents">Documents of the generation.</param>
    public DocumentEvidence(IReadOnlyList<SegmentView> views, int documents)
    {
        _views = views;
        _best = new ScoredPassage[documents];
        _second = new ScoredPassage[documents];
        _scores = new float[documents];
        _found = new int[documents];
    }

    /// <summary>The documents found, in the order of their first passages.</summary>
    public ReadOnlySpan<int> Found => _found.AsSpan(0, Count);

    /// <summary>How many were found.</summary>
    public int Count { get; private set; }

    /// <summary>Score of the best passage in a document's own words; of all where there is none.</summary>
    public float Top => _own > 0 ? _own : _cited;

    /// <summary>Its best passage.</summary>
    public ref readonly ScoredPassage Best(int document) => ref _best[document];

    /// <summary>Its second best passage; score 0 where there is none.</summary>
    public ref readonly ScoredPassage Second(int document) => ref _second[document];

    /// <summary>What <see cref="SetScore"/> was told.</summary>
    public float Score(int document) => _scores[document];

    /// <summary>Notes the score of a document.</summary>
    public void SetScore(int document, float score) => _scores[document] = score;

    /// <summary>Takes a passage into account; of equal ones the first by id is the better, in whatever order they come.</summary>
    /// <param name="document">The passage's document.</param>
    /// <param name="passage">The passage with its score.</param>
    /// <param name="isOwn">Whether these are words of the document; else they are what others say where they cite it.</param>
    public void Offer(int document, in ScoredPassage passage, bool isOwn)
    {
        ref var best = ref _best[document];
        if (best.Score < 0)
        {
            _found[Count++] = document;
            _second[document] = default;
            best = passage;
        }
        else if (IsBetter(passage, best))
        {
            _second[document] = best.Score > 0 ? best : default;
            best = passage;
        }
        else if (passage.Score > 0 && (_second[document].Score <= 0 || IsBetter(passage, _second[document])))
        {
            _second[document] = passage;
        }

        ref var top = ref (isOwn ? ref _own : ref _cited);
        top = Math.Max(top, passage.Score);
    }

    /// <summary>Forgets everything.</summary>
    public void Begin()
    {
        _best.AsSpan().Fill(None);
        (Count, _own, _cited) = (0, 0, 0);
    }

    private bool IsBetter(in ScoredPassage one, in ScoredPassage other) =>
        one.Score > other.Score || (one.Score == other.Score && IdOrder.Compare(_views, one, other) < 0);
}
