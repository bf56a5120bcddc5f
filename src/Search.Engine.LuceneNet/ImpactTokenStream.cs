using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Engine.LuceneNet;

/// <summary>
/// Hands the terms of a passage to Lucene, each once, in the order of impacts, with the position that is its impact
/// less 1. Lucene keeps positions in packed blocks of a byte each, which is all an impact needs; frequencies are all 1
/// and take next to nothing. Used again for the next passage.
/// </summary>
internal sealed class ImpactTokenStream : TokenStream
{
    private readonly TermBytesAttribute _term = new();
    private readonly IPositionIncrementAttribute _increment;
    private TermList _terms = new();
    private int _at;
    private int _impact;

    public ImpactTokenStream()
    {
        AddAttributeImpl(_term);
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Takes the terms of the next passage, sorted.</summary>
    public void Set(TermList terms) => _terms = terms;

    public override void Reset()
    {
        base.Reset();
        _at = 0;
        _impact = 0;
    }

    public override bool IncrementToken()
    {
        if (_at >= _terms.Count)
        {
            return false;
        }

        var (start, length, impact) = _terms.Ordered(_at++);
        _term.Set(_terms.Keys, start, length);

        // Positions begin at -1, so that the first increment is the first impact.
        _increment.PositionIncrement = impact - _impact;
        _impact = impact;
        return true;
    }
}
