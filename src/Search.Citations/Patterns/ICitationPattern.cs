using Search.Citations.Scanning;

namespace Search.Citations.Patterns;

/// <summary>
/// One way in which documents are cited. The scan asks a pattern only at tokens it declared as its heads; what it
/// finds it adds to the state's drafts. A pattern must do a bounded amount of work per head.
/// </summary>
internal interface ICitationPattern
{
    /// <summary>Whether the pattern may begin at a token of this kind and word.</summary>
    bool IsHead(in Token token, Lexicon lexicon);

    /// <summary>Reads at a token.</summary>
    /// <returns>The token to go on from, or <paramref name="at"/> when nothing was found.</returns>
    int Read(ScanState state, int at);
}
