using Search.Citations.Patterns;
using Search.Citations.Scanning;
using Search.Documents;

namespace Search.Citations.Lookup;

// Longer than most files because all that may stand in a typed citation is told apart in one pass.
/// <summary>Reads a typed citation. Everything is compared folded, since people type without accents and capitals.</summary>
internal sealed class LookupReader
{
    private readonly Lexicon _lexicon;
    private readonly PhraseTrie _provisions;
    private readonly PhraseTrie _measures;

    public LookupReader(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _provisions = Loosely("pinpoints", "pages");
        _measures = Loosely("measures");
    }

    public LookupQuery Read(string text)
    {
        // Names need capitals and numbers need theirs: a text typed in small letters gets both.
        var small = !text.Any(char.IsUpper);
        var names = Capitalize(text);
        var numbers = small ? Uppercase(text) : text;
        using var tokens = Tokenizer.Read(names, 0, names.Length, _lexicon.Vocabulary);
        // A whole number wins over every bare figure, wherever it stands.
        var query = new LookupQuery();
        var whole = FindDocket(tokens, numbers, ref query);
        if ((IsDoubtful(text, query.Docket) || IsCut(tokens, whole.From)) && FindGlued(tokens, text, ref query) is { From: >= 0 } glued)
        {
            whole = glued;
        }

        var (rest, end) = (-1, tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            var next = i == whole.From ? whole.To : SkipProvision(tokens, i);
            next = next > i ? next : ReadOne(tokens, numbers, i, ref query);
            if (next == i)
            {
                if (rest < 0 && tokens[i].IsWord && !IsFiller(tokens, i))
                {
                    rest = i;
                }

                next = i + 1;
            }
            else if (query.Docket is null && query.Type is not null)
            {
                // Words before a part that was understood belong to no title; but a year follows the name of a law.
                (rest, end) = rest >= 0 && next == tokens.Count && DateScanner.IsYear(tokens[next - 1]) ? (rest, NameEnd(tokens, i)) : (-1, end);
            }

            i = next;
        }

        if (query.Docket is null && (query.Type is null || query.Sequence is null) && GluedNumber.TryRead(text, _lexicon) is { } called)
        {
            return called;
        }

        if (rest >= 0 && query.Title is null && end - rest >= 2)
        {
            var title = text[tokens[rest].Start..Math.Min(text.Length, tokens[end - 1].End)];
            var subject = whole.From >= 0 ? rest >= whole.To : query.Sequence is not null && (tokens.IsLoosely(rest - 1, _lexicon.Ve) || tokens.IsLoosely(rest - 1, _lexicon.Viec));
            query = query with { Title = title, Subject = subject ? title : null };
        }

        return query;
    }

    private int NameEnd(TokenList tokens, int year) => tokens.IsLoosely(year - 1, _lexicon.Nam) ? year - 1 : year;

    /// <summary>The first number in full: <c>04-CT/TW</c>, <c>30/2020/NĐ-CP</c>.</summary>
    private (int From, int To) FindDocket(TokenList tokens, string numbers, ref LookupQuery query)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var damaged = tokens[i] is { IsWord: true, Length: 1 } && DocketScanner.IsLetterForFigure(numbers[tokens[i].Start])
                && tokens.IsNumber(i + 1) && !tokens.Has(i + 1, TokenFlags.Space);
            if (!(tokens[i].IsNumber || damaged) || (_lexicon.Dates.TryRead(tokens, i, out var date) && date.Date is not null)
                || !_lexicon.Dockets.TryRead(numbers, tokens[i].Start, numbers.Length, context: true, out var hit) || hit.Docket is null)
            {
                continue;
            }

            query = query with { Docket = hit.Docket, Sequence = hit.Docket.Sequence, Readings = hit.Alternatives, IsRespelled = hit.IsRespelled || damaged };
            return (i, tokens.Seek(i, hit.End));
        }

        return (-1, -1);
    }

    /// <summary>The longest run of letters, figures and marks that is a number typed without its marks, or with its parts in another
    /// order, between spaces: <c>552 CV TU Quảng Ngãi</c>.</summary>
    private (int From, int To) FindGlued(TokenList tokens, string text, ref LookupQuery query)
    {
        const int MaxParts = 9;
        for (var length = Math.Min(tokens.Count, MaxParts); length > 0; length--)
        {
            for (var from = 0; from + length <= tokens.Count; from++)
            {
                var to = from + length;
                if ((from == 0 || tokens.Has(from, TokenFlags.Space)) && (to == tokens.Count || tokens.Has(to, TokenFlags.Space))
                    && GluedNumber.TryRead(text[tokens[from].Start..tokens[to - 1].End], _lexicon) is { Docket: { } docket } found)
                {
                    if (docket.Equals(query.Docket))
                    {
                        return (-1, -1); // no shorter run says more
                    }

                    query = found;
                    return (from, to);
                }
            }
        }

        return (-1, -1);
    }

    /// <summary>Passes over what is no number of a document: "khoản 2 Điều 5", "trang 3", "05 năm thực hiện".</summary>
    private int SkipProvision(TokenList tokens, int at)
    {
        if (_provisions.Match(tokens, at, out var noun) >= 0 && noun < tokens.Count
            && (tokens.IsNumber(noun) || tokens[noun].Length == 1 || TermScanner.TryNumeral(tokens, noun, out _)))
        {
            return noun + 1;
        }

        if (tokens.IsNumber(at) && PairEnd(tokens, at) is > 0 and var pair)
        {
            return pair;
        }

        if (!tokens.IsNumber(at) || DateScanner.IsYear(tokens[at]) || _lexicon.Dates.TryRead(tokens, at, out _))
        {
            return at;
        }

        // "Chỉ thị 04 năm 2011" names a year, "Chỉ thị 04 Điều 3" a provision; "05 năm thực hiện" is a span of years.
        var follows = _measures.Match(tokens, at + 1, out var measure) >= 0 && !_lexicon.Dates.TryReadYear(tokens, at + 1, out _)
            && !_lexicon.Dates.TryRead(tokens, at + 1, out _) && !tokens.IsNumber(measure);
        return follows && !(at > 0 && NamesDocument(tokens, at)) ? measure : at;
    }

    /// <summary>One past two figures that are a span of years (<c>2011-2016</c>, <c>2011 đến năm 2016</c>) or a fraction (<c>2/3</c>);
    /// 0 for neither.</summary>
    private int PairEnd(TokenList tokens, int at)
    {
        if (DateScanner.IsYear(tokens[at]))
        {
            var to = tokens.IsPunctuation(at + 1, '-') ? at + 2 : _lexicon.Phrases.RangeWords.Match(tokens, at + 1, out var after) >= 0 ? after : -1;
            to = to > 0 && tokens.IsLoosely(to, _lexicon.Nam) ? to + 1 : to;
            return to > 0 && to < tokens.Count && DateScanner.IsYear(tokens[to]) ? to + 1 : 0;
        }

        return tokens.IsPunctuation(at + 1, '/') && tokens.IsNumber(at + 2) && !tokens.Has(at + 2, TokenFlags.Space) && !DateScanner.IsYear(tokens[at + 2])
            && !tokens.IsPunctuation(at + 3, '/') ? at + 3 : 0;
    }

    /// <summary>Whether a type word or <c>số</c> stands right before a figure.</summary>
    private bool NamesDocument(TokenList tokens, int at)
    {
        if (tokens.IsLoosely(at - 1, _lexicon.So))
        {
            return true;
        }

        for (var length = 1; length <= 4 && at - length >= 0; length++)
        {
            if (_lexicon.Types.Match(tokens, at - length, out var end) >= 0 && end == at)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether no number was read, or one without a type (<c>04/TW</c>) behind letters.</summary>
    private bool IsDoubtful(string text, Docket? docket) =>
        docket is null || (char.IsLetter(text[0]) && (docket.Type is not { } type || _lexicon.Catalogue.TypesByAbbreviation(type).IsEmpty));

    /// <summary>Whether a number begins right after a mark and another figure: the 2020 of <c>30-2020-NĐ-CP</c>.</summary>
    private static bool IsCut(TokenList tokens, int from) =>
        from > 1 && !tokens.Has(from, TokenFlags.Space) && tokens[from - 1].Kind == TokenKind.Punctuation && tokens.IsNumber(from - 2);

    private PhraseTrie Loosely(params ReadOnlySpan<string> lists)
    {
        var trie = new PhraseTrie(_lexicon.Vocabulary, exact: false);
        foreach (var list in lists)
        {
            foreach (var phrase in _lexicon.Catalogue.Grammar(list).Phrases)
            {
                trie.Add(phrase, 0);
            }
        }

        return trie.Freeze();
    }

    private int ReadOne(TokenList tokens, string numbers, int at, ref LookupQuery query)
    {
        if (query.Type is null)
        {
            var type = _lexicon.Types.Match(tokens, at, out var head);
            if (type >= 0)
            {
                if (_lexicon.Catalogue.Types[type].Kind != Documents.Catalogues.TypeKind.Generic)
                {
                    query = query with { Type = _lexicon.Catalogue.Types[type].Id };
                }

                return head;
            }

            if (tokens[at].IsWord && tokens[at].Length <= 4 && (tokens.IsNumber(at + 1) || tokens.IsLoosely(at + 1, _lexicon.So)))
            {
                var letters = _lexicon.Signs.CanonicalType(numbers.Substring(tokens[at].Start, tokens[at].Length));
                var types = _lexicon.Catalogue.TypesByAbbreviation(letters);
                if (!types.IsEmpty)
                {
                    query = query with { Type = types[0].Id, IsRespelled = query.IsRespelled || !tokens.Has(at + 1, TokenFlags.Space) };
                    return at + 1;
                }
            }
        }

        if (tokens.IsLoosely(at, _lexicon.So))
        {
            return at + 1;
        }

        if (_lexicon.Dates.TryRead(tokens, at, out var date) && date.Date is not null)
        {
            query = query with { Date = date.Date };
            return date.End;
        }

        if (tokens[at].IsNumber && query.Docket is null && query.Sequence is null)
        {
            if (_lexicon.Dockets.TryRead(numbers, tokens[at].Start, numbers.Length, context: true, out var hit))
            {
                query = query with
                {
                    Docket = hit.Docket ?? StateDocket(query.Type, hit.Sequence, hit.Year),
                    Sequence = hit.Docket?.Sequence ?? NumberedReader.Pad(hit.Sequence),
                    Year = hit.Year,
                };
                return tokens.Seek(at, hit.End);
            }

            if (!DateScanner.IsYear(tokens[at]) && tokens[at].Length <= 4)
            {
                query = query with { Sequence = NumberedReader.Pad(tokens.TextOf(at).ToString()) };
                return at + 1;
            }
        }

        if (DateScanner.IsYear(tokens[at]))
        {
            query = query with { Year = tokens[at].Word };
            return at + 1;
        }

        if (_lexicon.TermReader.TryRead(tokens, at, out var term, out var afterTerm))
        {
            query = query with { Term = term };
            return afterTerm;
        }

        if (query.Issuer is null && _lexicon.Issuers.TryRead(tokens, at, joint: false) is { } issuer && tokens[at].Length > 1)
        {
            query = query with { Issuer = issuer.Name, ProvinceId = issuer.ProvinceId };
            return issuer.End;
        }

        var province = _lexicon.Provinces.Match(tokens, at, out var afterProvince);
        if (province >= 0 && query.ProvinceId is null && afterProvince == tokens.Count)
        {
            query = query with { ProvinceId = _lexicon.Catalogue.Provinces[province].Id };
            return afterProvince;
        }

        return at;
    }

    /// <summary>Nghị định 30/2020: a decree is the Government's, so the number is complete.</summary>
    private Docket? StateDocket(string? type, string sequence, int? year) =>
        type is not null && _lexicon.Catalogue.Type(type)?.SoleSymbol is { } symbol && year is { } y
        && Docket.TryParse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sequence}/{y}/{symbol}"), out var docket) ? docket : null;

    private bool IsFiller(TokenList tokens, int at) =>
        tokens.IsLoosely(at, _lexicon.Cua) || tokens.IsLoosely(at, _lexicon.Ve) || tokens.IsLoosely(at, _lexicon.Viec) || tokens.IsLoosely(at, _lexicon.Ngay)
        || tokens.IsLoosely(at, _lexicon.Nam) || tokens.IsLoosely(at, _lexicon.Tinh);

    /// <summary>Capitals for all letters but an l that stands for the figure 1: <c>l2-ct/tw</c>.</summary>
    private static string Uppercase(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            var figure = source[i] == 'l' && i + 1 < source.Length && char.IsAsciiDigit(source[i + 1]) && (i == 0 || !char.IsLetter(source[i - 1]));
            target[i] = figure ? 'l' : char.ToUpperInvariant(source[i]);
        }
    });

    private static string Capitalize(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        var start = true;
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = start ? char.ToUpperInvariant(source[i]) : source[i];
            start = !char.IsLetter(source[i]);
        }
    });
}
