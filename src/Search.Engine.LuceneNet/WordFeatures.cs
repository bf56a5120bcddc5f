using Lucene.Net.Index;

namespace Search.Engine.LuceneNet;

/// <summary>
/// Turns words into weighted terms as the embedded engine does: each syllable and each pair of neighbors once, in its
/// exact form, weighted by how often it was typed. A word typed with accents also finds its form without accents at a
/// lower weight, and every spelling where its own does not occur; words typed wholly without accents find every spelling.
/// </summary>
internal sealed class WordFeatures
{
    private readonly TermFrequencies _frequencies;
    private readonly OrderedDictionary<string, Bm25FFeature> _features = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _anySpelling = new(StringComparer.Ordinal);

    private WordFeatures(TermFrequencies frequencies) => _frequencies = frequencies;

    /// <summary>The terms of a text; none where it holds no word.</summary>
    public static IReadOnlyList<Bm25FFeature> Of(string text, IndexReader reader, IReadOnlyList<string> fields)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(text);
        var words = new WordFeatures(new TermFrequencies(reader, fields));
        var plain = tokens.TrueForAll(IsPlain);
        foreach (var token in tokens)
        {
            words.AddSyllable(token, plain);
        }

        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            words.AddPair(tokens[i], tokens[i + 1]);
        }

        return [.. words._features.Values];
    }

    private static bool IsPlain(FieldToken token) => string.Equals(token.Exact, token.Folded, StringComparison.Ordinal);

    private void AddSyllable(FieldToken token, bool plain)
    {
        var frequency = _frequencies.Of(token.Exact);
        var any = plain || frequency == 0;
        _anySpelling[token.Exact] = any;
        if (any)
        {
            Add(Terms.Folded(token.Folded), 1);
            return;
        }

        Add(token.Exact, 1);

        // "ban" is a word of its own beside "bàn"; "doi" is only "đối" typed without accents.
        if (!IsPlain(token) && _frequencies.Of(token.Folded) <= frequency * Bm25F.PlainFormShare)
        {
            Add(token.Folded, Bm25F.PlainFormWeight, token.Exact);
        }
    }

    private void AddPair(FieldToken first, FieldToken second)
    {
        var any = _anySpelling[first.Exact];
        if (any != _anySpelling[second.Exact])
        {
            return;
        }

        if (any)
        {
            Add(Terms.FoldedCompound(first.Folded, second.Folded), 1);
            return;
        }

        var exact = Terms.Compound(first.Exact, second.Exact);
        Add(exact, 1);
        if (!IsPlain(first) || !IsPlain(second))
        {
            var rareAs = _frequencies.Of(exact) > 0 ? exact : null;
            Add(Terms.Compound(first.Folded, second.Folded), Bm25F.PlainFormWeight, rareAs);
        }
    }

    private void Add(string term, float weight, string? rareAs = null)
    {
        _features[term] = _features.TryGetValue(term, out var known)
            ? known with { Weight = known.Weight + weight }
            : new Bm25FFeature(term, weight, rareAs);
    }
}
