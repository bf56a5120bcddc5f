namespace Search.Engine;

/// <summary>
/// The first documents of an order, out of any number: those that cannot be among them are not sorted, and where another key
/// than the score decides, not measured.
/// </summary>
/// <param name="views">The segments.</param>
/// <param name="evidence">The documents found.</param>
/// <param name="wishes">Which passages are of documents whose text is there.</param>
/// <param name="sort">The order.</param>
/// <param name="hasScores">Whether scores tell documents apart: the query has words or numbers.</param>
/// <param name="measure">Measures a document.</param>
internal sealed class DocumentOrder(
    IReadOnlyList<SegmentView> views, DocumentEvidence evidence, WishBits wishes, SortOrder sort, bool hasScores, DocumentMeasure measure)
{
    private const int DateColumn = 0;
    private const int CitedByColumn = 1;

    /// <summary>The first of some documents, in order.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="count">How many at most.</param>
    public List<int> First(List<int> documents, int count)
    {
        if (sort == SortOrder.Relevance && hasScores)
        {
            return Best(Reaching(documents, count), count);
        }

        if (sort != SortOrder.Relevance && documents.Count > count)
        {
            var least = KeyAt(documents, count);
            documents = documents.FindAll(document => SortKey(document) <= least);
        }

        if (hasScores)
        {
            documents.ForEach(Measure);
        }

        return Best(documents, count);
    }

    /// <summary>A document with its features and its score.</summary>
    public RankedDocument Ranked(int document, bool isMatch)
    {
        var ranked = new RankedDocument(document, isMatch, evidence.Best(document), evidence.Second(document));
        ranked.Score = measure.Score(document, ranked.Features);
        return ranked;
    }

    private void Measure(int document) => evidence.SetScore(document, measure.Score(document));

    // Measures those that could come furthest, and from them down until nobody is left who could come among the first.
    private List<int> Reaching(List<int> documents, int count)
    {
        if (documents.Count <= count)
        {
            documents.ForEach(Measure);
            return documents;
        }

        documents.ForEach(document => evidence.SetScore(document, measure.MostOf(document)));
        var reached = Best(documents, count);
        reached.ForEach(Measure);
        var scores = new PriorityQueue<int, float>(reached.Select(document => (document, evidence.Score(document))));
        var known = reached.ToHashSet();
        var others = documents.FindAll(document => IsReaching(document) && !known.Contains(document));
        others.Sort((a, b) => evidence.Score(b).CompareTo(evidence.Score(a)));
        foreach (var document in others.TakeWhile(IsReaching))
        {
            Measure(document);
            scores.EnqueueDequeue(document, evidence.Score(document));
            reached.Add(document);
        }

        return reached;

        bool IsReaching(int document) => scores.TryPeek(out _, out var least) && evidence.Score(document) >= least;
    }

    // The worst of the best so far is at the root of a heap.
    private List<int> Best(List<int> documents, int count)
    {
        if (documents.Count <= count)
        {
            var all = new List<int>(documents);
            all.Sort(Compare);
            return all;
        }

        var heap = new PriorityQueue<int, int>(count + 1, Comparer<int>.Create((a, b) => Compare(b, a)));
        foreach (var document in documents)
        {
            if (heap.Count < count)
            {
                heap.Enqueue(document, document);
            }
            else if (Compare(document, heap.Peek()) < 0)
            {
                heap.EnqueueDequeue(document, document);
            }
        }

        var best = new List<int>(heap.Count);
        while (heap.TryDequeue(out var document, out _))
        {
            best.Add(document);
        }

        best.Reverse();
        return best;
    }

    // The key that the last of so many documents has at most.
    private long KeyAt(List<int> documents, int count)
    {
        var heap = new PriorityQueue<long, long>(count + 1, Comparer<long>.Create((a, b) => b.CompareTo(a)));
        foreach (var document in documents)
        {
            var key = SortKey(document);
            if (heap.Count < count)
            {
                heap.Enqueue(key, key);
            }
            else if (key < heap.Peek())
            {
                heap.EnqueueDequeue(key, key);
            }
        }

        return heap.Peek();
    }

    private int Compare(int a, int b)
    {
        if (a == b)
        {
            return 0;
        }

        if (sort == SortOrder.Relevance)
        {
            return CompareScore(a, b);
        }

        var order = SortKey(a).CompareTo(SortKey(b));
        return order != 0 ? order : CompareScore(a, b);
    }

    private long SortKey(int document)
    {
        var number = Number(document, sort == SortOrder.MostCited ? CitedByColumn : DateColumn);
        return number == long.MinValue ? long.MaxValue : sort == SortOrder.Oldest ? number : -number;
    }

    // Equal evidence: the newer one first, then by id. Without words and numbers there is none: present, cited, new.
    private int CompareScore(int a, int b)
    {
        if (hasScores)
        {
            var (first, second) = (evidence.Score(a), evidence.Score(b));
            if (first != second)
            {
                return second.CompareTo(first);
            }
        }
        else
        {
            var order = IsPresent(b).CompareTo(IsPresent(a));
            order = order != 0 ? order : Cited(b).CompareTo(Cited(a));
            if (order != 0)
            {
                return order;
            }
        }

        var dates = Number(b, DateColumn).CompareTo(Number(a, DateColumn));
        return dates != 0 ? dates : IdOrder.Compare(views, evidence.Best(a), evidence.Best(b));
    }

    private bool IsPresent(int document)
    {
        ref readonly var best = ref evidence.Best(document);
        return wishes.IsPresent(best.Segment, best.Doc);
    }

    // On the scale of the ranking, on which large numbers may be equal.
    private float Cited(int document) => MathF.Log(1 + Math.Max(0, Number(document, CitedByColumn)));

    private long Number(int document, int column)
    {
        ref readonly var best = ref evidence.Best(document);
        return views[best.Segment].Segment.Number(column, best.Doc);
    }
}
