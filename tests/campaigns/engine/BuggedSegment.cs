namespace Search.Engine.Campaign;

/// <summary>A segment with a planted bug around a sound one.</summary>
/// <param name="inner">The sound segment.</param>
/// <param name="bug">The bug.</param>
internal sealed class BuggedSegment(ISegment inner, PlantedBug bug) : ISegment
{
    // A segment that only a merge can have made.
    private const int MergedDocs = 200;

    public string Name => inner.Name;

    public int Docs => inner.Docs;

    public long Words => inner.Words;

    public long Bytes => inner.Bytes;

    public IStringColumn Groups => bug == PlantedBug.DocumentsShifted ? new Column(inner.Groups, shifts: true) : inner.Groups;

    public IStringColumn Ids => bug == PlantedBug.IdsSwapped ? new Column(inner.Ids, shifts: false) : inner.Ids;

    public IStringColumn Labels => inner.Labels;

    public TermEntry? Find(TermKind kind, ReadOnlySpan<byte> key) =>
        bug == PlantedBug.TermNotFound && key.Length % 5 == 0 ? null : inner.Find(kind, key);

    public void Scan(TermKind kind, ReadOnlySpan<byte> prefix, TermVisitor visit)
    {
        if (bug != PlantedBug.ShortScan)
        {
            inner.Scan(kind, prefix, visit);
            return;
        }

        var found = new List<(byte[] Key, int Count)>();
        inner.Scan(kind, prefix, (key, count) =>
        {
            found.Add((key.ToArray(), count));
            return true;
        });
        foreach (var (key, count) in found.SkipLast(1))
        {
            if (!visit(key, count))
            {
                return;
            }
        }
    }

    public void Decode(TermEntry term, Span<int> docs, Span<byte> impacts)
    {
        inner.Decode(term, docs, impacts);
        switch (bug)
        {
            case PlantedBug.LastPostingOffByOne when docs[^1] + 1 < Docs:
                docs[^1]++;
                break;
            case PlantedBug.MergeOffByOne when Docs >= MergedDocs:
                for (var i = 0; i < docs.Length; i++)
                {
                    docs[i] = Math.Min(Docs - 1, docs[i] + 1);
                }

                break;
            case PlantedBug.ImpactOffByOne:
                foreach (ref var impact in impacts)
                {
                    impact = (byte)Math.Min(255, impact + 1);
                }

                break;
            case PlantedBug.ImpactsSwapped:
                impacts.Reverse();
                break;
            default:
                break;
        }
    }

    public byte[] Text(int doc) => bug switch
    {
        PlantedBug.TextsSwapped => inner.Text((doc ^ 1) < Docs ? doc ^ 1 : doc),
        PlantedBug.TextCut => Cut(inner.Text(doc)),
        _ => inner.Text(doc),
    };

    public void Hash(int doc, Span<byte> hash) => inner.Hash(doc, hash);

    public KeywordColumn? Keywords(int column)
    {
        if (bug != PlantedBug.KeywordsShifted || inner.Keywords(column) is not { } keywords)
        {
            return inner.Keywords(column);
        }

        return new KeywordColumn(
            [.. keywords.Values], [], [.. Enumerable.Range(0, Docs).Select(doc => keywords.Of((doc + 1) % Docs) is [var value, ..] ? value : -1)]);
    }

    public long[]? Numbers(int column) => bug == PlantedBug.NumbersLost ? null : inner.Numbers(column);

    // The lengths of the fields stand first and are kept; the words of the end become the syllable before them.
    private static byte[] Cut(byte[] text)
    {
        Span<int> lengths = stackalloc int[ForwardText.Fields];
        var words = ForwardText.Open(text, lengths);
        var cut = text.ToArray();
        cut.AsSpan(cut.Length - (words.Length / 2)).Fill(1);
        return cut;
    }

    private sealed class Column(IStringColumn inner, bool shifts) : IStringColumn
    {
        public int Count => inner.Count;

        public string this[int ordinal] => inner[ordinal];

        public int Find(string value) => inner.Find(value);

        public int[] Ordinals()
        {
            var ordinals = inner.Ordinals();
            if (shifts)
            {
                return [.. ordinals.Skip(1), .. ordinals.Take(1)];
            }

            for (var i = 0; i + 1 < ordinals.Length; i += 2)
            {
                (ordinals[i], ordinals[i + 1]) = (ordinals[i + 1], ordinals[i]);
            }

            return ordinals;
        }
    }
}
