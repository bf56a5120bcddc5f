using Search.Citations.Patterns;
using Search.Citations.Scanning;

namespace Search.Citations.Relations;

/// <summary>Where the mentions of one document stand: in which sentence and paragraph, inside brackets or not, after an enacting
/// formula or not. Goes over the tokens once, from left to right.</summary>
internal sealed class PlaceReader(ScanState state)
{
    private int _next;
    private int _opened = -1;

    /// <summary>The sentence, counted from the start.</summary>
    public int Sentence { get; private set; }

    /// <summary>The paragraph, counted from the start.</summary>
    public int Paragraph { get; private set; }

    /// <summary>Whether an enacting formula was passed.</summary>
    public bool IsHostSpeaking { get; private set; }

    /// <summary>Goes on to a token.</summary>
    public void MoveTo(int at)
    {
        var tokens = state.Tokens;
        var formulas = state.Lexicon.Phrases.EnactingFormulas;
        for (; _next <= at && _next < tokens.Count; _next++)
        {
            ref readonly var token = ref tokens[_next];
            if (token.Has(TokenFlags.Break))
            {
                Sentence++;
                if (token.Has(TokenFlags.Blank | TokenFlags.Line))
                {
                    Paragraph++;
                    _opened = -1;
                }
            }

            if (token.Kind == TokenKind.Punctuation)
            {
                _opened = (char)token.Word switch
                {
                    '(' or '[' => _next,
                    ')' or ']' => -1,
                    _ => _opened,
                };
            }
            else if (!IsHostSpeaking && formulas.MayStart(token) && formulas.Match(tokens, _next, out _) >= 0)
            {
                IsHostSpeaking = true;
            }
        }
    }

    /// <summary>Whether a mention that begins at a token, not after the last <see cref="MoveTo"/>, stands inside brackets.</summary>
    public bool IsAside(int from) => _opened >= 0 && _opened < from;
}
