using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace Search.Engine.LuceneNet;

/// <summary>From a passage to a Lucene document.</summary>
internal static class EntryMapper
{
    /// <summary>How many compounds of a passage are kept to find similar documents by.</summary>
    private const int SignatureSize = 24;

    public static Document Map(IndexEntry entry)
    {
        var document = new Document
        {
            new StringField(FieldNames.Id, entry.Id, Field.Store.YES),
            new BinaryDocValuesField(FieldNames.Id, new BytesRef(entry.Id)),
            new StringField(FieldNames.Group, entry.Group, Field.Store.YES),
            new SortedDocValuesField(FieldNames.Group, new BytesRef(entry.Group)),
            new StoredField(FieldNames.Content, Hash(entry)),
        };
        foreach (var field in IndexFields.TextFields)
        {
            if (entry.Text.TryGetValue(field, out var text) && text.Length > 0)
            {
                document.Add(new TextField(field, text, Field.Store.NO));
            }
        }

        AddNumber(document, entry);
        AddSuggestions(document, entry);
        AddColumns(document, entry);
        return document;
    }

    private static void AddNumber(Document document, IndexEntry entry)
    {
        if (!entry.Text.TryGetValue(IndexFields.Number, out var number))
        {
            return;
        }

        foreach (var key in DocketKey.Lookups(number))
        {
            document.Add(new StringField(FieldNames.NumberKey, key, Field.Store.NO));
        }
    }

    private static void AddSuggestions(Document document, IndexEntry entry)
    {
        if (entry.Text.TryGetValue(IndexFields.Title, out var title))
        {
            document.Add(new StoredField(FieldNames.Title, title));
        }

        if (entry.Text.TryGetValue(IndexFields.Number, out var number))
        {
            document.Add(new StoredField(FieldNames.Number, number));
        }

        foreach (var compound in Signature(entry))
        {
            document.Add(new StoredField(FieldNames.Signature, compound));
        }
    }

    /// <summary>The compounds a passage uses most, in their exact form.</summary>
    private static IEnumerable<string> Signature(IndexEntry entry)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in (string[])[IndexFields.Title, IndexFields.Headings, IndexFields.Body])
        {
            if (!entry.Text.TryGetValue(field, out var text))
            {
                continue;
            }

            var tokens = FieldAnalyzer.Shared.Analyze(text);
            for (var i = 0; i + 1 < tokens.Count; i++)
            {
                var term = Terms.Compound(tokens[i].Exact, tokens[i + 1].Exact);
                if (Terms.IsPhrase(term))
                {
                    counts[term] = counts.GetValueOrDefault(term) + 1;
                }
            }
        }

        return counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(SignatureSize).Select(pair => pair.Key);
    }

    private static void AddColumns(Document document, IndexEntry entry)
    {
        foreach (var (column, values) in entry.Keywords)
        {
            foreach (var value in values)
            {
                document.Add(new StringField(FieldNames.Filter(column), KeywordForm.Of(value), Field.Store.NO));
                document.Add(new SortedSetDocValuesField(FieldNames.Values(column), new BytesRef(value)));
            }
        }

        foreach (var (column, value) in entry.Numbers)
        {
            document.Add(new Int64Field(column, value, Field.Store.NO));
            document.Add(new NumericDocValuesField(FieldNames.Number64(column), value));
        }
    }

    /// <summary>SHA-256 of a passage's content in one fixed order, for the digest of the index.</summary>
    private static byte[] Hash(IndexEntry entry)
    {
        var content = new StringBuilder();
        void Add(string name, string value) => content.Append(name).Append('\u0000').Append(value).Append('\u0001');
        Add("id", entry.Id);
        Add("group", entry.Group);
        foreach (var (name, text) in entry.Text.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Add("text." + name, text);
        }

        foreach (var (name, values) in entry.Keywords.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var value in values.Order(StringComparer.Ordinal))
            {
                Add("keyword." + name, value);
            }
        }

        foreach (var (name, value) in entry.Numbers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Add("number." + name, value.ToString(CultureInfo.InvariantCulture));
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString()));
    }
}
