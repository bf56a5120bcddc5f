using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Search.Text;

namespace Search.Engine;

/// <summary>
/// Abbreviations that readers type for what documents write out. An abbreviation in a question stands for its words;
/// it is still looked for as it is. Measured on the dev questions: nDCG@10 +0.003, R@100 +0.003.
/// </summary>
internal sealed class Abbreviations
{
    // Those of two letters are common syllables or words when typed in lower case.
    private const int ShortestInLowerCase = 4;

    private readonly FrozenDictionary<string, List<FieldToken>> _words;
    private readonly FrozenDictionary<string, List<FieldToken>> _foldedWords;

    /// <param name="entries">Abbreviations with their words; where one occurs twice the first one counts.</param>
    public Abbreviations(IEnumerable<KeyValuePair<string, string>> entries)
    {
        // One that the analyzer cuts apart, as KT-XH, is no single token and cannot stand in for one.
        var known = entries.Select(e => (Tokens: FieldAnalyzer.Shared.Analyze(e.Key), Words: FieldAnalyzer.Shared.Analyze(e.Value)))
            .Where(e => e.Tokens.Count == 1 && e.Words.Count > 0)
            .Select(e => (Token: e.Tokens[0], e.Words))
            .ToList();
        _words = known.DistinctBy(e => e.Token.Exact, StringComparer.Ordinal)
            .ToFrozenDictionary(e => e.Token.Exact, e => e.Words, StringComparer.Ordinal);
        _foldedWords = known.DistinctBy(e => e.Token.Folded, StringComparer.Ordinal)
            .ToFrozenDictionary(e => e.Token.Folded, e => e.Words, StringComparer.Ordinal);
    }

    /// <summary>No abbreviations.</summary>
    public static Abbreviations None { get; } = new([]);

    /// <summary>The tokens of a text with the words of abbreviations in their places.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="expanded">An empty list that may become the answer.</param>
    /// <param name="replaced">Receives the abbreviations that were replaced.</param>
    /// <returns>The tokens themselves where there is no abbreviation.</returns>
    public List<FieldToken> Expand(string text, List<FieldToken> tokens, List<FieldToken> expanded, List<FieldToken> replaced)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Find(text, tokens[i]) is { } words)
            {
                if (replaced.Count == 0)
                {
                    expanded.AddRange(CollectionsMarshal.AsSpan(tokens)[..i]);
                }

                foreach (var word in words)
                {
                    expanded.Add(word with { Start = tokens[i].Start, End = tokens[i].End });
                }

                replaced.Add(tokens[i]);
            }
            else if (replaced.Count > 0)
            {
                expanded.Add(tokens[i]);
            }
        }

        return replaced.Count > 0 ? expanded : tokens;
    }

    private List<FieldToken>? Find(string text, FieldToken token)
    {
        if (!_words.TryGetValue(token.Exact, out var words) && !_foldedWords.TryGetValue(token.Exact, out words))
        {
            return null;
        }

        // Joined to its neighbor it is a part of a document's number: "04-CT/TW", "TT-BTP".
        if ((token.Start > 0 && IsJoint(text[token.Start - 1])) || (token.End < text.Length && IsJoint(text[token.End])))
        {
            return null;
        }

        if (token.Exact.Length >= ShortestInLowerCase)
        {
            return words;
        }

        foreach (var c in text.AsSpan(token.Start, token.End - token.Start))
        {
            if (char.IsLower(c))
            {
                return null;
            }
        }

        return words;
    }

    private static bool IsJoint(char c) => c is '/' or '-' or '\u2013';
}
