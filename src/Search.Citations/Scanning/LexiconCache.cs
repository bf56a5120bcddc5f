using System.Runtime.CompilerServices;
using Search.Documents.Catalogues;

namespace Search.Citations.Scanning;

/// <summary>One lexicon for each catalogue: extractor, resolver and look-up share it.</summary>
internal static class LexiconCache
{
    private static readonly ConditionalWeakTable<Catalogue, Lexicon> Cache = [];

    public static Lexicon Of(Catalogue catalogue) => Cache.GetValue(catalogue, static key => new Lexicon(key));
}
