using Search.Citations.Scanning;

namespace Search.Citations.Patterns;

/// <summary>"khoản 2 Điều 5" before a document: kept for the mention that follows.</summary>
internal sealed class PinpointPattern : ICitationPattern
{
    public bool IsHead(in Token token, Lexicon lexicon) => lexicon.Phrases.Pinpoints.MayStart(token);

    public int Read(ScanState state, int at)
    {
        if (!state.Lexicon.Pinpoints.TryRead(state.Tokens, at, out var end, out var document))
        {
            return at;
        }

        state.PinpointFrom = at;
        state.PinpointTo = end;
        state.PinpointAt = document;
        return document;
    }
}
