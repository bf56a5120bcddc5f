using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Engine.LuceneNet;

/// <summary>A passage as a Lucene document; filled again for the next passage. One thread at a time.</summary>
internal sealed class PassageDocument
{
    private static readonly FieldType Terms = new()
    {
        IsIndexed = true,
        IsTokenized = true,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
    };

    private readonly ImpactTokenStream _words = new();
    private readonly ImpactTokenStream _pairs = new();
    private readonly Field _wordField;
    private readonly Field _pairField;
    private readonly BytesRef _hash = new(AnalyzedPassage.HashSize);
    private readonly BytesRef _text = new();

    static PassageDocument() => Terms.Freeze();

    public PassageDocument()
    {
        _wordField = new Field(IndexFormat.Words, _words, Terms);
        _pairField = new Field(IndexFormat.Pairs, _pairs, Terms);
    }

    /// <summary>The term of a passage's id.</summary>
    public static Term IdTerm(string id) => new(IndexFormat.Id, id);

    /// <summary>The term of a document's key.</summary>
    public static Term GroupTerm(string group) => new(IndexFormat.Group, group);

    /// <summary>The fields of a passage; valid until the next call.</summary>
    public List<IIndexableField> Fill(AnalyzedPassage passage)
    {
        _words.Set(passage.Words);
        _pairs.Set(passage.Pairs);
        passage.Hash.CopyTo(_hash.Bytes, 0);
        _hash.Length = AnalyzedPassage.HashSize;
        _text.Bytes = passage.Text.Array;
        _text.Length = passage.Text.Length;
        var fields = new List<IIndexableField>(16)
        {
            new StringField(IndexFormat.Id, passage.Id, Field.Store.NO),
            new SortedDocValuesField(IndexFormat.Id, new BytesRef(passage.Id)),
            new StringField(IndexFormat.Group, passage.Group, Field.Store.NO),
            new SortedDocValuesField(IndexFormat.Group, new BytesRef(passage.Group)),
            new SortedDocValuesField(IndexFormat.Label, new BytesRef(passage.Label)),
            new BinaryDocValuesField(IndexFormat.Text, _text),
            new BinaryDocValuesField(IndexFormat.Hash, _hash),
            _wordField,
            _pairField,
        };
        foreach (var (column, value) in passage.Keywords)
        {
            fields.Add(new SortedSetDocValuesField(IndexFields.KeywordColumns[column], new BytesRef(value)));
        }

        foreach (var (column, value) in passage.Numbers)
        {
            fields.Add(new NumericDocValuesField(IndexFields.NumberColumns[column], value));
        }

        return fields;
    }
}
