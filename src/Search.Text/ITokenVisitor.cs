namespace Search.Text;

/// <summary>Receives analyzed tokens one by one, without allocation.</summary>
public interface ITokenVisitor
{
    /// <summary>Called for every token in text order.</summary>
    /// <param name="exact">The exact form; valid only during the call.</param>
    /// <param name="folded">The folded form; valid only during the call.</param>
    /// <param name="place">Source span, position and kind.</param>
    void Visit(scoped ReadOnlySpan<char> exact, scoped ReadOnlySpan<char> folded, scoped in TokenPlace place);
}
