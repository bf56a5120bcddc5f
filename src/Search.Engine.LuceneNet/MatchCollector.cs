using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Search.Engine.LuceneNet;

/// <summary>Takes every match with its score.</summary>
internal sealed class MatchCollector(CancellationToken ct) : ICollector
{
    private Scorer? _scorer;
    private int _docBase;

    public List<Match> Matches { get; } = [];

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void Collect(int doc)
    {
        if ((Matches.Count & 0xFFF) == 0)
        {
            ct.ThrowIfCancellationRequested();
        }

        Matches.Add(new Match(_docBase + doc, _scorer!.GetScore()));
    }

    public void SetNextReader(AtomicReaderContext context) => _docBase = context.DocBase;
}
