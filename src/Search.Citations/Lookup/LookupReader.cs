using Search.Citations.Patterns;
using Search.Citations.Scanning;
using Search.Documents;

namespace Search.Citations.Lookup;

/// <summary>Reads a typed citation. Everything is compared folded, since people type without accents and capitals.</summary>
internal sealed class LookupReader(Lexicon lexicon)
{
    public LookupQuery Read(string text)
    {
        // Names need capitals and numbers need theirs: a text typed in small letters gets both.
        var small = !text.Any(char.IsUpper);
        var names = Capitalize(text);
        var numbers = small ? text.ToUpperInvariant() : text;
        using var tokens = Tokenizer.Read(names, 0, names.Length, lexicon.Vocabulary);
        var query = new LookupQuery();
        var rest = -1;
        for (var i = 0; i < tokens.Count;)
        {
            var next = ReadOne(tokens, numbers, i, ref query);
            if (next == i)
            {
                if (rest < 0 && tokens[i].IsWord && !IsFiller(tokens, i))
                {
                    rest = i;
                }

                next = i + 1;
            }
            else if (query.Docket is null)
            {
                // Words before a part that was understood belong to no title.
                rest = query.Type is null ? rest : -1;
            }

            i = next;
        }

        if (rest >= 0 && query.Title is null && tokens.Count - rest >= 2)
        {
            query = query with { Title = text[tokens[rest].Start..Math.Min(text.Length, tokens[tokens.Count - 1].End)] };
        }

        return query;
    }

    private int ReadOne(TokenList tokens, string numbers, int at, ref LookupQuery query)
    {
        if (query.Type is null && query.Docket is null)
        {
            var type = lexicon.Types.Match(tokens, at, out var head);
            if (type >= 0)
            {
                if (lexicon.Catalogue.Types[type].Kind != Documents.Catalogues.TypeKind.Generic)
                {
                    query = query with { Type = lexicon.Catalogue.Types[type].Id };
                }

                return head;
            }

            if (tokens[at].IsWord && tokens[at].Length <= 4 && (tokens.IsNumber(at + 1) || tokens.IsLoosely(at + 1, lexicon.So)))
            {
                var letters = lexicon.Signs.CanonicalType(numbers.Substring(tokens[at].Start, tokens[at].Length));
                var types = lexicon.Catalogue.TypesByAbbreviation(letters);
                if (!types.IsEmpty)
                {
                    query = query with { Type = types[0].Id };
                    return at + 1;
                }
            }
        }

        if (tokens.IsLoosely(at, lexicon.So))
        {
            return at + 1;
        }

        if (lexicon.Dates.TryRead(tokens, at, out var date) && date.Date is not null)
        {
            query = query with { Date = date.Date };
            return date.End;
        }

        if (tokens[at].IsNumber && query.Docket is null && query.Sequence is null)
        {
            if (lexicon.Dockets.TryRead(numbers, tokens[at].Start, numbers.Length, context: true, out var hit))
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

        if (lexicon.TermReader.TryRead(tokens, at, out var term, out var afterTerm))
        {
            query = query with { Term = term };
            return afterTerm;
        }

        if (query.Issuer is null && lexicon.Issuers.TryRead(tokens, at, joint: false) is { } issuer && tokens[at].Length > 1)
        {
            query = query with { Issuer = issuer.Name, ProvinceId = issuer.ProvinceId };
            return issuer.End;
        }

        var province = lexicon.Provinces.Match(tokens, at, out var afterProvince);
        if (province >= 0 && query.ProvinceId is null && afterProvince == tokens.Count)
        {
            query = query with { ProvinceId = lexicon.Catalogue.Provinces[province].Id };
            return afterProvince;
        }

        return at;
    }

    /// <summary>Nghị định 30/2020: a decree is the Government's.</summary>
    private static Docket? StateDocket(string? type, string sequence, int? year) =>
        type is "nghi-dinh" && year is { } y
        && Docket.TryParse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sequence}/{y}/NĐ-CP"), out var docket) ? docket : null;

    private bool IsFiller(TokenList tokens, int at) =>
        tokens.IsLoosely(at, lexicon.Cua) || tokens.IsLoosely(at, lexicon.Ve) || tokens.IsLoosely(at, lexicon.Viec) || tokens.IsLoosely(at, lexicon.Ngay)
        || tokens.IsLoosely(at, lexicon.Nam) || tokens.IsLoosely(at, lexicon.Tinh);

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
