using Search.Citations.Patterns;
using Search.Citations.Relations;
using Search.Citations.Scanning;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Text;
using TokenKind = Search.Citations.Scanning.TokenKind;

namespace Search.Citations;

/// <summary>
/// Finds every mention of a document in a document. Pure: the same text gives the same mentions, whatever the
/// knowledge base holds; nothing is linked here and nothing is dropped because it could not be linked. Linear in the
/// length of the text, whatever the text. Safe for any number of threads.
/// </summary>
public sealed class CitationExtractor
{
    private readonly Lexicon _lexicon;
    private readonly RelationFinder _relations;
    private readonly uint[] _heads;
    private readonly IReadOnlyList<ICitationPattern> _patterns = CitationPatterns.Default;

    /// <summary>Compiles the catalogue's names into the patterns.</summary>
    /// <param name="catalogue">Types, bodies, provinces and relations to look for.</param>
    public CitationExtractor(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _lexicon = LexiconCache.Of(catalogue);
        _relations = new RelationFinder(_lexicon);
        _heads = BuildHeads();
    }

    /// <summary>Finds the mentions of one document.</summary>
    /// <param name="source">The file the document came from.</param>
    /// <param name="normalized">The normalized form of <paramref name="source"/>'s text.</param>
    /// <param name="host">The document: its span, parts and title bound the search.</param>
    /// <param name="budget">The steps it may take; null for what the document's length allows.</param>
    /// <returns>The mentions by the place of their core; a mention may stand inside another one's title.</returns>
    /// <exception cref="WorkBudgetException">The budget is used up.</exception>
    /// <exception cref="OperationCanceledException">The budget's token was canceled.</exception>
    public IReadOnlyList<Mention> Extract(SourceText source, NormalizedText normalized, Document host, WorkBudget? budget = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(normalized);
        ArgumentNullException.ThrowIfNull(host);
        var range = normalized.FromSource(host.Span);
        using var tokens = Tokenizer.Read(normalized.Text, range.Start, range.End, _lexicon.Vocabulary, budget);
        var state = new ScanState(tokens, _lexicon, host) { Annexes = Annexes(tokens, normalized, host) };
        Scan(state, Excluded(normalized, host));
        DropIdleNouns(state);
        return new MentionBuilder(normalized, source.Text, host, _relations).Build(state);
    }

    /// <summary>A bare type noun that is a common noun too means a document only where the text names one of that type,
    /// or is one itself ("ra Thông báo", "điều chỉnh Kế hoạch"). Others ("thực hiện Chỉ thị") stay, open if need be.</summary>
    private static void DropIdleNouns(ScanState state)
    {
        var named = state.Drafts.Where(draft => draft.Kind is not (DraftKind.Back or DraftKind.Generic)).Select(draft => draft.Type?.Id).ToHashSet(StringComparer.Ordinal);
        named.Add(state.Host.Type);
        // Types that share their letters may mean one another.
        foreach (var type in state.Lexicon.Catalogue.Types)
        {
            if (type.SharedAbbreviations.Count > 0 && named.Contains(type.Id))
            {
                named.UnionWith(type.SharedAbbreviations.SelectMany(letters => state.Lexicon.Catalogue.TypesByAbbreviation(letters)).Select(other => other.Id));
            }
        }

        state.Drafts.RemoveAll(draft => draft is { Kind: DraftKind.Back, Back: BackReferenceKind.Bare } 
            && draft.Type is { CommonNoun: true } type && !named.Contains(type.Id));
    }

    /// <summary>The annexes that say what they are in the lines they begin with: "KẾ HOẠCH", "Phụ lục I / KẾ HOẠCH".</summary>
    private List<(int From, int To, string Type)> Annexes(TokenList tokens, NormalizedText normalized, Document host)
    {
        const int MaxHeading = 16;
        var annexes = new List<(int From, int To, string Type)>();
        foreach (var part in host.Parts)
        {
            if (part.Kind != DocumentPartKind.Annex)
            {
                continue;
            }

            var span = normalized.FromSource(part.Span);
            var from = tokens.Find(span.Start);
            var to = tokens.Find(span.End);
            for (var i = from; i < Math.Min(to, from + MaxHeading); i++)
            {
                if (tokens[i].Has(TokenFlags.Line | TokenFlags.Blank) && tokens[i].Has(TokenFlags.Upper) && _lexicon.Types.Match(tokens, i, out _) is >= 0 and var type)
                {
                    annexes.Add((from, to, _lexicon.Catalogue.Types[type].Id));
                    break;
                }
            }
        }

        return annexes;
    }

    private void Scan(ScanState state, List<TextSpan> excluded)
    {
        var tokens = state.Tokens;
        var next = 0;
        var i = 0;
        while (i < tokens.Count)
        {
            if (i == state.OuterFrom && state.OuterTo > i)
            {
                i = state.OuterTo;
                continue;
            }

            ref readonly var token = ref tokens[i];
            while (next < excluded.Count && excluded[next].End <= token.Start)
            {
                next++;
            }

            if (next < excluded.Count && excluded[next].Start <= token.Start)
            {
                i = tokens.Find(excluded[next].End);
                continue;
            }

            var mask = token.Kind switch
            {
                TokenKind.Word => _heads[token.Word],
                TokenKind.Number => _heads[^1],
                _ => token.Word == '(' ? _heads[^2] : 0,
            };
            var after = i;
            while (mask != 0 && after == i)
            {
                var pattern = System.Numerics.BitOperations.TrailingZeroCount(mask);
                mask &= mask - 1;
                after = _patterns[pattern].Read(state, i);
            }

            i = after > i ? after : i + 1;
        }
    }

    /// <summary>For every vocabulary word the patterns that may begin with it; the last two entries are for the opening
    /// bracket and for figures.</summary>
    private uint[] BuildHeads()
    {
        var heads = new uint[_lexicon.Vocabulary.Count + 2];
        for (var p = 0; p < _patterns.Count; p++)
        {
            for (ushort word = 1; word < _lexicon.Vocabulary.Count; word++)
            {
                foreach (var exact in _lexicon.Vocabulary.ExactsOf(word))
                {
                    var token = new Scanning.Token(0, 2, word, exact, TokenKind.Word, TokenFlags.Upper | TokenFlags.Capital);
                    if (_patterns[p].IsHead(token, _lexicon))
                    {
                        heads[word] |= 1u << p;
                    }
                }
            }

            if (_patterns[p].IsHead(new Scanning.Token(0, 1, '(', 0, TokenKind.Punctuation, TokenFlags.None), _lexicon))
            {
                heads[^2] |= 1u << p;
            }

            if (_patterns[p].IsHead(new Scanning.Token(0, 1, 1, 0, TokenKind.Number, TokenFlags.None), _lexicon))
            {
                heads[^1] |= 1u << p;
            }
        }

        return heads;
    }

    /// <summary>Letterhead, stamps, marks beside the text, recipients and signature hold no citations; the title of an
    /// official letter stands inside its letterhead and does.</summary>
    private static List<TextSpan> Excluded(NormalizedText normalized, Document host)
    {
        var excluded = new List<TextSpan>();
        foreach (var part in host.Parts)
        {
            if (part.Kind is not (DocumentPartKind.Letterhead or DocumentPartKind.Stamp or DocumentPartKind.Marginalia or DocumentPartKind.Closing
                or DocumentPartKind.Furniture))
            {
                continue;
            }

            var span = part.Span;
            if (host.TitleSpan is { Length: > 0 } title && title.Overlaps(span))
            {
                if (span.Start < title.Start)
                {
                    excluded.Add(normalized.FromSource(new TextSpan(span.Start, title.Start)));
                }

                if (title.End < span.End)
                {
                    excluded.Add(normalized.FromSource(new TextSpan(title.End, span.End)));
                }
            }
            else
            {
                excluded.Add(normalized.FromSource(span));
            }
        }

        excluded.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return excluded;
    }
}
