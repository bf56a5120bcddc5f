using Search.Text;

namespace Search.Engine;

/// <summary>Completes what is typed: documents by number and by title first, then frequent phrases in their accents.</summary>
internal sealed class Suggester
{
    private const int MaxScanned = 200_000;

    private readonly IReadOnlyList<SegmentView> _views;
    private readonly TermResolver _terms;
    private readonly PhraseCompleter _phrases;
    private readonly List<LabeledDocument> _documents = [];

    public Suggester(IReadOnlyList<SegmentView> views, TermResolver terms)
    {
        (_views, _terms) = (views, terms);
        _phrases = new PhraseCompleter(views, terms);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var view in views)
        {
            Add(view, seen);
        }

        // Of documents with one title the first is offered, whatever the order in which they came into the index.
        _documents.Sort((a, b) => string.CompareOrdinal(a.Group, b.Group));
    }

    /// <summary>Completions, the best first.</summary>
    /// <param name="prefix">What was typed.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="names">The names of types, by which <c>nghi quyet 18</c> is read as a number.</param>
    public IReadOnlyList<Suggestion> Suggest(string prefix, int limit, QueryCatalogue names)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(prefix);
        if (tokens.Count == 0)
        {
            return [];
        }

        var folded = string.Join(' ', tokens.Select(token => token.Folded));
        var named = Named(prefix, names, out var rest);
        var found = new List<Suggestion>();
        foreach (var document in _documents)
        {
            if ((named.Contains(document.Group) && document.TitleHas(rest)) || document.FoldedNumber.StartsWith(folded, StringComparison.Ordinal))
            {
                found.Add(document.ByNumber());
            }
            else if (document.Match(folded) is { } byTitle)
            {
                found.Add(byTitle);
            }
        }

        found.AddRange(_phrases.Complete(tokens));
        return
        [
            .. found.DistinctBy(s => (s.Text, s.Kind == SuggestionKind.Number ? s.Group : null)).OrderByDescending(s => s.Weight)
                .ThenBy(s => s.Text, StringComparer.Ordinal).Take(limit),
        ];
    }

    // The documents of a number in words, and the words beside it.
    private HashSet<string> Named(string prefix, QueryCatalogue names, out List<string> rest)
    {
        var groups = new HashSet<string>(StringComparer.Ordinal);
        rest = [];
        if (ReferenceScanner.Scan(prefix, names).FirstOrDefault(reference => reference.Docket is not null) is not { } reference)
        {
            return groups;
        }

        foreach (var token in FieldAnalyzer.Shared.Analyze(prefix))
        {
            if (token.End <= reference.Start || token.Start >= reference.End)
            {
                rest.Add(token.Folded);
            }
        }

        foreach (var key in QueryReferences.Keys(prefix, reference.Docket!, names))
        {
            var lists = _terms.Number(key).Lists;
            for (var s = 0; s < lists.Length; s++)
            {
                foreach (var list in lists[s])
                {
                    foreach (var doc in _views[s].Segment.Postings(list).Docs)
                    {
                        groups.Add(_views[s].Segment.GroupOf(doc));
                    }
                }
            }
        }

        return groups;
    }

    private void Add(SegmentView view, HashSet<string> seen)
    {
        var segment = view.Segment;
        var labels = segment.Stored.Labels;
        var status = segment.Keyword(IndexFields.KeywordColumns.ToList().IndexOf(IndexFields.Status));
        var (date, cited) = (IndexFields.NumberColumns.ToList().IndexOf(IndexFields.Date), IndexFields.NumberColumns.ToList().IndexOf(IndexFields.CitedBy));
        for (var doc = 0; doc < segment.Docs && _documents.Count < MaxScanned; doc++)
        {
            if (!view.IsLive(doc) || !seen.Add(segment.GroupOf(doc)))
            {
                continue;
            }

            var label = labels[segment.LabelOf(doc)].Split('\n', 2);
            var isPresent = false;
            foreach (var value in status is null ? [] : status.Of(doc))
            {
                isPresent |= status!.Values[value] is "present";
            }

            _documents.Add(new LabeledDocument(
                segment.GroupOf(doc), label[0], label.Length > 1 ? label[1] : "", Math.Max(0, segment.Number(date, doc)) / 10_000,
                Math.Max(0, segment.Number(cited, doc)), isPresent));
        }
    }
}
