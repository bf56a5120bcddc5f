namespace Search.Engine;

/// <summary>
/// Reads a query as typed. Never throws for what a reader types: what is odd is repaired and said, what cannot
/// be read is an error with its position.
/// <para>
/// Syntax: words; <c>"a phrase"</c>; <c>"near words"~5</c>; <c>-without</c>; <c>a OR b</c>; parentheses;
/// <c>begin*</c>; <c>fuzzy~1</c>; <c>loai: so: coquan: nam:2011..2017 tinh: cap: khoa: trangthai: hieuluc: nguoiky: noinhan:</c>
/// with the English names <c>type: number: issuer: year: province: level: term: status: validity: signer: recipient:</c>;
/// <c>tieude:/title: muc:/headings: noidung:/body:</c> for one text field; <c>doan:(a "b c" -d)</c> or <c>passage:</c> for what
/// one passage holds by itself, while everything else is about the whole document.
/// </para>
/// </summary>
public static class QueryParser
{
    /// <summary>Longer texts are an error, in UTF-16 units.</summary>
    public const int MaxLength = 4096;

    /// <summary>Syllables past this number are left out, with a repair.</summary>
    public const int MaxWords = 512;

    /// <summary>Of more different words of one run those that tell most are scored, with a repair.</summary>
    public const int ScoredWords = 64;

    /// <summary>Reads a query.</summary>
    /// <param name="text">As typed; null counts as empty.</param>
    /// <param name="names">Names of types, issuers and provinces; null for none.</param>
    /// <param name="words">The words of the collection that is asked: typing errors are read in its spelling; null reads every word as typed.</param>
    /// <param name="isVerbatim">Whether every word is taken as typed all the same, and another reading only offered.</param>
    public static ParsedQuery Parse(string? text, QueryCatalogue? names = null, ICollectionWords? words = null, bool isVerbatim = false)
    {
        text ??= "";
        if (text.Length > MaxLength)
        {
            var error = new QueryError(MaxLength, text.Length - MaxLength,
                $"Câu hỏi dài quá {MaxLength} ký tự. (The query is longer than {MaxLength} characters.)");
            return new ParsedQuery(new AllQuery(), [], [], [error]);
        }

        return new QueryReader(text, names ?? QueryCatalogue.Empty, words, isVerbatim).Read();
    }
}
