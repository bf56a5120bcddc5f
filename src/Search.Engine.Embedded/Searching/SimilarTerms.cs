namespace Search.Engine.Embedded;

/// <summary>The words that tell a document from others, found by asking every term's postings for its passages.</summary>
internal static class SimilarTerms
{
    private const int MaxTerms = 30;
    private const int MinFrequency = 2;
    private const int CommonShare = 8;

    public static List<ScoredList> Of(IReadOnlyList<SegmentView> views, TermResolver terms, string group)
    {
        var found = new Dictionary<string, (byte[] Key, float Weight)>(StringComparer.Ordinal);
        for (var s = 0; s < views.Count; s++)
        {
            var number = views[s].Segment.Groups.Find(group);
            if (number >= 0) Collect(views[s], s, terms, views[s].Segment.DocsOfGroup(number), found);
        }

        var lists = new List<ScoredList>();
        foreach (var (_, (key, _)) in found.OrderByDescending(f => f.Value.Weight).ThenBy(f => f.Key, StringComparer.Ordinal).Take(MaxTerms))
        {
            var (folded, exact) = TermKey.Split(key);
            var postings = terms.Lists(terms.Exact(folded, exact));
            var idf = InverseFrequency.Of(terms.Entries, terms.Frequency(postings));
            if (idf > 0) lists.Add(new ScoredList(exact, idf / RankingConstants.ImpactLevels, postings));
        }

        return lists;
    }

    private static void Collect(
        SegmentView view, int segment, TermResolver terms, ReadOnlySpan<int> docs, Dictionary<string, (byte[] Key, float Weight)> found)
    {
        var first = docs[0];
        var last = docs[^1];
        for (var cursor = view.Segment.Terms.First(); cursor.IsValid; cursor.MoveNext())
        {
            if (cursor.Key[0] == TermKey.NumberMark) continue;
            var list = view.Segment.Terms.Postings(cursor.Ordinal);
            if (list.Count < MinFrequency || list.Count > Math.Max(64, view.Segment.Docs / CommonShare)) continue;
            var reader = new ListCursor(view.Segment, list);
            var impact = 0;
            for (var doc = reader.Advance(first); doc <= last; doc = reader.Advance(doc + 1))
            {
                if (docs.BinarySearch(doc) >= 0 && view.Deletes?[doc] is not true) impact += reader.Impact;
            }

            if (impact == 0) continue;
            var weight = impact * InverseFrequency.Of(terms.Entries, terms.Frequency(segment, list));
            var name = TermKey.Split(cursor.Key).Exact;
            found[name] = (cursor.Key.ToArray(), weight + (found.TryGetValue(name, out var known) ? known.Weight : 0));
        }
    }
}
