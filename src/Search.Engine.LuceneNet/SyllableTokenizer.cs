using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Search.Text;

namespace Search.Engine.LuceneNet;

/// <summary>
/// The tokens of our analyzer as Lucene sees them. At each syllable's position stand the exact form, the folded
/// form, and the compounds with the next syllable (position length 2), all with offsets into the source.
/// Only the exact form advances the position, so the length of a field is its count of syllables.
/// </summary>
internal sealed class SyllableTokenizer : Tokenizer
{
    private const int Forms = 4;

    private readonly List<FieldToken> _tokens = [];
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _increment;
    private readonly IPositionLengthAttribute _length;
    private readonly IOffsetAttribute _offset;
    private string _text = "";
    private int _at;
    private int _form;

    public SyllableTokenizer(TextReader input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
        _length = AddAttribute<IPositionLengthAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        _text = m_input.ReadToEnd();
        _tokens.Clear();
        FieldAnalyzer.Shared.Analyze(_text, _tokens);
        _at = 0;
        _form = 0;
    }

    public override bool IncrementToken()
    {
        while (_at < _tokens.Count)
        {
            var form = _form++;
            if (form == Forms)
            {
                _at++;
                _form = 0;
            }
            else if (Emit(form))
            {
                return true;
            }
        }

        return false;
    }

    public override void End()
    {
        base.End();
        var end = CorrectOffset(_text.Length);
        _offset.SetOffset(end, end);
    }

    private bool Emit(int form)
    {
        var here = _tokens[_at];
        if (form < 2)
        {
            Set(form == 0 ? here.Exact : TermForms.Folded(here.Folded), here.End, 1 - form, length: 1);
            return true;
        }

        if (_at + 1 == _tokens.Count)
        {
            return false;
        }

        var next = _tokens[_at + 1];
        var term = form == 2
            ? TermForms.Compound(here.Exact, next.Exact)
            : TermForms.FoldedCompound(here.Folded, next.Folded);
        Set(term, next.End, increment: 0, length: 2);
        return true;
    }

    private void Set(string term, int end, int increment, int length)
    {
        ClearAttributes();
        _term.SetEmpty().Append(term);
        _increment.PositionIncrement = increment;
        _length.PositionLength = length;
        _offset.SetOffset(CorrectOffset(_tokens[_at].Start), CorrectOffset(end));
    }
}
