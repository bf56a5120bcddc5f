using System.Collections.Frozen;
using System.Globalization;
using Search.Text;

namespace Search.Engine;

/// <summary>What <c>name:value</c> in a query means.</summary>
internal static class QueryFields
{
    // No column: what stands after it holds within one passage.
    private const string Passage = "passage";

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["loai"] = IndexFields.Type, ["type"] = IndexFields.Type,
        ["so"] = IndexFields.Number, ["number"] = IndexFields.Number,
        ["coquan"] = IndexFields.Issuer, ["issuer"] = IndexFields.Issuer,
        ["nam"] = IndexFields.Date, ["year"] = IndexFields.Date,
        ["tinh"] = IndexFields.Province, ["province"] = IndexFields.Province,
        ["cap"] = IndexFields.Level, ["capdo"] = IndexFields.Level, ["level"] = IndexFields.Level,
        ["khoa"] = IndexFields.Term, ["term"] = IndexFields.Term,
        ["trangthai"] = IndexFields.Status, ["status"] = IndexFields.Status,
        ["hieuluc"] = IndexFields.Validity, ["validity"] = IndexFields.Validity,
        ["nguoiky"] = IndexFields.Signer, ["signer"] = IndexFields.Signer,
        ["noinhan"] = IndexFields.Recipient, ["recipient"] = IndexFields.Recipient,
        ["tieude"] = IndexFields.Title, ["title"] = IndexFields.Title,
        ["muc"] = IndexFields.Headings, ["headings"] = IndexFields.Headings,
        ["noidung"] = IndexFields.Body, ["body"] = IndexFields.Body,
        ["doan"] = Passage, ["passage"] = Passage,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True for a name that may stand before a colon; accents do not matter.</summary>
    public static bool IsKnown(ReadOnlySpan<char> name) =>
        name.Length is > 1 and < 12 && Names.ContainsKey(KeywordForm.Of(name.ToString()).Replace("-", "", StringComparison.Ordinal));

    /// <summary>True for the operator whose conditions hold within one passage.</summary>
    public static bool IsPassage(string name) => Names[name.Replace("-", "", StringComparison.Ordinal)] is Passage;

    /// <summary>True for a field of words.</summary>
    public static bool IsText(string name) =>
        Names[name.Replace("-", "", StringComparison.Ordinal)] is IndexFields.Title or IndexFields.Headings or IndexFields.Body;

    /// <summary>Reads a field lexeme into filters or, for text fields and numbers, queries.</summary>
    public static bool TryRead(
        Lexeme lexeme,
        QueryCatalogue names,
        List<Filter> filters,
        List<Query> queries,
        out string problem)
    {
        problem = "";
        var field = Names[lexeme.Field.Replace("-", "", StringComparison.Ordinal)];
        var value = lexeme.Text.Trim();
        if (FieldAnalyzer.Shared.Analyze(value).Count == 0)
        {
            problem = $"Thiếu giá trị sau “{lexeme.Field}:”. (A value is missing after \"{lexeme.Field}:\".)";
            return false;
        }

        switch (field)
        {
            case IndexFields.Type or IndexFields.Level or IndexFields.Status or IndexFields.Validity:
                return TryReadClosed(lexeme.Field, field, value, names, filters, out problem);
            case IndexFields.Issuer:
                filters.Add(new KeywordFilter(field, Each(value, names.Issuer)));
                return true;
            case IndexFields.Province:
                filters.Add(new KeywordFilter(field, Each(value, names.Province)));
                return true;
            case IndexFields.Term:
                filters.Add(new KeywordFilter(field, Each(value, name => name)));
                return true;
            case IndexFields.Signer or IndexFields.Recipient:
                filters.Add(new KeywordFilter(field, Each(value, name => name)) { IsPart = true });
                return true;
            case IndexFields.Number:
                queries.Add(NumberOf(value, names));
                return true;
            case IndexFields.Date:
                return TryReadYears(value, filters, out problem);
            default:
                queries.Add(new FieldQuery(field, lexeme.Quoted ? new PhraseQuery(value) : new TermQuery(value)));
                return true;
        }
    }

    private static string[] Each(string value, Func<string, string> map) =>
        [.. value.Split([',', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(map)];

    // A value outside the list can find nothing: that is an error, and the list is its answer.
    private static bool TryReadClosed(
        string name, string column, string value, QueryCatalogue names, List<Filter> filters, out string problem)
    {
        problem = "";
        var allowed = names.Allowed(column);
        var values = Each(value, typed => allowed.Count == 0 ? KeywordForm.Of(typed) : names.Value(column, typed) ?? "");
        if (Array.IndexOf(values, "") is >= 0 and var at)
        {
            var typed = Each(value, part => part)[at];
            var list = string.Join(", ", allowed);
            problem = $"“{name}:” không nhận giá trị “{typed}”; các giá trị: {list}. (\"{name}:\" does not take \"{typed}\"; it takes: {list}.)";
            return false;
        }

        filters.Add(new KeywordFilter(column, values));
        return true;
    }

    private static Query NumberOf(string value, QueryCatalogue names)
    {
        var keys = QueryReferences.KeysOf(value, names);
        Query number = keys.Count == 1 ? new NumberQuery(keys[0]) : new OrQuery([.. keys.Select(key => new NumberQuery(key))]);

        // Papers that name the number share its words: they are weak hits.
        return FieldAnalyzer.Shared.Analyze(value).Count > 1 ? new AndQuery([number, new OptionalQuery(new PhraseQuery(value))]) : number;
    }

    private static bool TryReadYears(string value, List<Filter> filters, out string problem)
    {
        problem = "";
        var dots = value.IndexOf("..", StringComparison.Ordinal);
        var from = dots < 0 ? value : value[..dots];
        var to = dots < 0 ? value : value[(dots + 2)..];
        if (!TryReadYear(from, 0, out var first) || !TryReadYear(to, 9999, out var last))
        {
            problem = "Năm phải là 4 chữ số, hoặc khoảng như 2011..2017. (A year is four digits, or a range like 2011..2017.)";
            return false;
        }

        if (first > last)
        {
            (first, last) = (last, first);
        }

        long? lower = first == 0 ? null : first * 10_000L;
        long? upper = last == 9999 ? null : (last * 10_000L) + 9_999;
        filters.Add(new RangeFilter(IndexFields.Date, lower, upper));
        return true;
    }

    private static bool TryReadYear(string text, int open, out int year)
    {
        year = open;
        text = text.Trim();
        if (text.Length == 0)
        {
            return true;
        }

        return text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year);
    }
}
