using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Search.Text;

namespace Search.Engine;

// Longer than most files because all that an index keeps of a passage is made of one run over its words.
/// <summary>
/// Turns an entry into what every storage keeps of a passage: terms and pairs with their impacts, the keys of its
/// number, its text in codes, its columns and its hash. One thread at a time.
/// </summary>
internal sealed class PassageAnalyzer
{
    private const int PairBits = 30;
    private const int FieldBits = 4;
    private const ulong FieldMask = (1 << FieldBits) - 1;
    private const int MaxVocabulary = 400_000;
    private const int MaxLabel = 400;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create(".;:?!\n");

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<Word> _words = [];
    private readonly List<FieldToken> _tokens = [];
    private readonly List<ulong> _occurrences = [];
    private readonly List<ulong> _pairs = [];
    private readonly ByteBuffer _codes = new();
    private readonly AnalyzedPassage _passage = new();
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Analyzes one passage.</summary>
    /// <param name="entry">The passage.</param>
    /// <returns>The result, valid until the next call.</returns>
    public AnalyzedPassage Analyze(IndexEntry entry)
    {
        // A word is kept once for the life of the analyzer; hostile input must not make it grow without end.
        if (_words.Count > MaxVocabulary)
        {
            _words.Clear();
            _ids.Clear();
        }

        Span<int> lengths = stackalloc int[ForwardText.Fields];
        Span<float> factors = stackalloc float[ForwardText.Fields];
        HashText(entry.Id);
        HashText(entry.Group);
        Collect(entry, lengths);
        WriteText(lengths);
        Impact.Factors(lengths, factors);
        AddWords(factors);
        AddNumberKeys(entry);
        AddPairs(factors);
        AddAround(entry);
        _passage.Words.Sort();
        _passage.Pairs.Sort();
        AddColumns(entry);
        _passage.Id = entry.Id;
        _passage.Group = entry.Group;
        _passage.Label = LabelOf(entry);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetHashAndReset(digest);
        digest[..AnalyzedPassage.HashSize].CopyTo(_passage.Hash);
        return _passage;
    }

    private void Collect(IndexEntry entry, Span<int> lengths)
    {
        _occurrences.Clear();
        _pairs.Clear();
        _codes.Clear();
        for (var f = 0; f < lengths.Length; f++)
        {
            _tokens.Clear();
            var text = entry.Text.GetValueOrDefault(IndexFields.TextFields[f]);
            HashText(text ?? "");
            FieldAnalyzer.Shared.Analyze(text, _tokens);
            lengths[f] = _tokens.Count;
            var previous = -1;
            for (var i = 0; i < _tokens.Count; i++)
            {
                var id = IdOf(_tokens[i]);
                _occurrences.Add(((ulong)id << FieldBits) | (uint)f);
                if (f == ForwardText.Body && i > 0 && BeginsLine(text!, _tokens[i - 1], _tokens[i]))
                {
                    _codes.Add(SyllableCode.Line);
                }

                _codes.Add(_words[id].Code);
                if (previous >= 0)
                {
                    _pairs.Add(((ulong)previous << (PairBits + FieldBits)) | ((ulong)id << FieldBits) | (uint)f);
                }

                previous = id;
            }
        }
    }

    private static bool BeginsLine(string text, in FieldToken before, in FieldToken token)
    {
        var between = text.AsSpan(before.End, token.Start - before.End);
        return between is not " " && between.IndexOfAny(LineEnds) >= 0;
    }

    private void WriteText(ReadOnlySpan<int> lengths)
    {
        var text = _passage.Text;
        text.Clear();
        foreach (var length in lengths)
        {
            var value = (uint)length;
            for (; value >= 0x80; value >>= 7)
            {
                text.Add((byte)(value | 0x80));
            }

            text.Add((byte)value);
        }

        text.Add(_codes.Span);
    }

    private void AddWords(ReadOnlySpan<float> factors)
    {
        var words = _passage.Words;
        words.Clear();
        var occurrences = CollectionsMarshal.AsSpan(_occurrences);
        occurrences.Sort();
        for (var i = 0; i < occurrences.Length;)
        {
            var id = occurrences[i] >> FieldBits;
            var frequency = 0f;
            for (; i < occurrences.Length && occurrences[i] >> FieldBits == id; i++)
            {
                frequency += factors[(int)(occurrences[i] & FieldMask)];
            }

            var start = words.NextKey.Length;
            words.NextKey.Add(_words[(int)id].Key);
            words.Add(start, Impact.Quantize(frequency));
        }
    }

    private void AddNumberKeys(IndexEntry entry)
    {
        if (!entry.Text.TryGetValue(IndexFields.Number, out var number))
        {
            return;
        }

        foreach (var key in DocketKey.Lookups(number))
        {
            var start = _passage.Words.NextKey.Length;
            _passage.Words.NextKey.Add(TermKey.OfNumber(key));
            _passage.Words.Add(start, RankingConstants.ImpactLevels);
        }
    }

    private void AddPairs(ReadOnlySpan<float> factors)
    {
        var list = _passage.Pairs;
        list.Clear();
        var pairs = CollectionsMarshal.AsSpan(_pairs);
        pairs.Sort();
        for (var i = 0; i < pairs.Length;)
        {
            var pair = pairs[i] >> FieldBits;
            var frequency = 0f;
            for (; i < pairs.Length && pairs[i] >> FieldBits == pair; i++)
            {
                frequency += factors[(int)(pairs[i] & FieldMask)];
            }

            var first = _words[(int)(pair >> PairBits)];
            var second = _words[(int)(pair & ((1UL << PairBits) - 1))];
            var start = list.NextKey.Length;
            AddPair(first, second);
            list.Add(start, Impact.Quantize(frequency));
        }
    }

    // Words that strike a document out and do nothing else: neither impact nor frequency tells of them.
    private void AddAround(IndexEntry entry)
    {
        if (!entry.Text.TryGetValue(IndexFields.Around, out var text))
        {
            return;
        }

        HashText(IndexFields.Around);
        HashText(text);
        var words = new HashSet<int>();
        var pairs = new HashSet<(int First, int Second)>();
        foreach (var stretch in text.Split(IndexFields.Apart))
        {
            _tokens.Clear();
            FieldAnalyzer.Shared.Analyze(stretch, _tokens);
            var previous = -1;
            foreach (var token in _tokens)
            {
                var id = IdOf(token);
                words.Add(id);
                if (previous >= 0)
                {
                    pairs.Add((previous, id));
                }

                previous = id;
            }
        }

        foreach (var word in words)
        {
            var start = _passage.Words.NextKey.Length;
            _passage.Words.NextKey.Add(TermKey.OfAround(_words[word].Key));
            _passage.Words.Add(start, 1);
        }

        foreach (var (first, second) in pairs)
        {
            var start = _passage.Pairs.NextKey.Length;
            _passage.Pairs.NextKey.Add((byte)TermKey.AroundMark);
            AddPair(_words[first], _words[second]);
            _passage.Pairs.Add(start, 1);
        }
    }

    private void AddPair(Word first, Word second)
    {
        var key = _passage.Pairs.NextKey;
        key.Add(first.Folded);
        key.Add(TermKey.Joint);
        key.Add(second.Folded);
        key.Add(TermKey.Separator);
        key.Add(first.Code);
        key.Add(second.Code);
    }

    private void AddColumns(IndexEntry entry)
    {
        _passage.Keywords.Clear();
        for (var c = 0; c < IndexFields.KeywordColumns.Count; c++)
        {
            var column = IndexFields.KeywordColumns[c];
            if (!entry.Keywords.TryGetValue(column, out var values) || values.Count == 0)
            {
                continue;
            }

            HashText(column);
            foreach (var value in values.Count == 1 ? values : [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])
            {
                HashText(value);
                _passage.Keywords.Add((c, value));
            }
        }

        _passage.Numbers.Clear();
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        for (var c = 0; c < IndexFields.NumberColumns.Count; c++)
        {
            var column = IndexFields.NumberColumns[c];
            if (!entry.Numbers.TryGetValue(column, out var number))
            {
                continue;
            }

            HashText(column);
            BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
            _hash.AppendData(bytes);
            _passage.Numbers.Add((c, number));
        }
    }

    private static string LabelOf(IndexEntry entry)
    {
        var title = entry.Text.GetValueOrDefault(IndexFields.Title) ?? "";
        if (title.Length > MaxLabel)
        {
            title = title[..(char.IsHighSurrogate(title[MaxLabel - 1]) ? MaxLabel - 1 : MaxLabel)];
        }

        return $"{entry.Text.GetValueOrDefault(IndexFields.Number)}\n{title}";
    }

    private int IdOf(in FieldToken token)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, token.Exact, out var exists);
        if (exists)
        {
            return id;
        }

        id = _words.Count;
        _words.Add(new Word(token.Folded, token.Exact));
        return id;
    }

    private void HashText(string text)
    {
        _hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
        _hash.AppendData([0, 0xFF]);
    }

    // A word's bytes, made once.
    private sealed class Word
    {
        public Word(string folded, string exact)
        {
            Folded = Encoding.UTF8.GetBytes(folded);
            Key = TermKey.Of(folded, exact);
            Code = SyllableCode.Encode(exact);
        }

        public byte[] Folded { get; }

        public byte[] Key { get; }

        public byte[] Code { get; }
    }
}
