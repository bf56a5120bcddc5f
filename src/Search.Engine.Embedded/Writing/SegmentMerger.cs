namespace Search.Engine.Embedded;

/// <summary>Writes several segments as one, leaving deleted passages out.</summary>
internal sealed class SegmentMerger
{
    private readonly IReadOnlyList<(Segment Segment, DeleteSet? Deletes)> _sources;
    private readonly int[][] _docs;
    private readonly int[][] _terms;
    private readonly PostingBuffer _buffer = new();
    private readonly uint[] _docScratch = new uint[BitPacker.BlockSize];
    private readonly uint[] _impactScratch = new uint[BitPacker.BlockSize];

    public SegmentMerger(IReadOnlyList<(Segment Segment, DeleteSet? Deletes)> sources)
    {
        _sources = sources;
        _docs = new int[sources.Count][];
        _terms = new int[sources.Count][];
        for (var s = 0; s < sources.Count; s++)
        {
            var (segment, deletes) = sources[s];
            var map = new int[segment.Docs];
            for (var doc = 0; doc < map.Length; doc++)
            {
                map[doc] = deletes is not null && deletes[doc] ? -1 : Docs++;
            }

            _docs[s] = map;
            _terms[s] = new int[segment.Terms.Count];
            Array.Fill(_terms[s], -1);
        }
    }

    /// <summary>Passages of the result.</summary>
    public int Docs { get; private set; }

    /// <summary>Where each passage of a source went; -1 for deleted ones.</summary>
    public int[] DocMap(int source) => _docs[source];

    public void Write(IFileLayer files, string path, CancellationToken ct)
    {
        using var writer = new SegmentWriter(files, path, Docs);
        var terms = WriteTerms(writer, ct);
        WritePairs(writer, terms, ct);
        WriteTexts(writer, terms, ct);
        writer.Finish(MergeTables());
    }

    private int WriteTerms(SegmentWriter writer, CancellationToken ct)
    {
        var keys = new KeyWalk[_sources.Count];
        for (var s = 0; s < keys.Length; s++)
        {
            keys[s] = new KeyWalk(_sources[s].Segment.Terms);
        }

        var terms = 0;
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            KeyWalk? least = null;
            foreach (var walk in keys)
            {
                if (walk.Key is not null && (least is null || walk.Key.AsSpan().SequenceCompareTo(least.Key) < 0))
                {
                    least = walk;
                }
            }

            if (least is null)
            {
                return terms;
            }

            var key = least.Key!;
            _buffer.Clear();
            for (var s = 0; s < keys.Length; s++)
            {
                if (keys[s].Key is not { } own || !own.AsSpan().SequenceEqual(key))
                {
                    continue;
                }

                Append(s, _sources[s].Segment.Terms.Postings(keys[s].Ordinal));
                _terms[s][keys[s].Ordinal] = terms;
                keys[s].MoveNext();
            }

            if (_buffer.Count == 0)
            {
                // All its passages are deleted; compounds with it are empty too.
                for (var s = 0; s < keys.Length; s++)
                {
                    var last = keys[s].Ordinal - 1;
                    if (last >= 0 && _terms[s][last] == terms)
                    {
                        _terms[s][last] = -1;
                    }
                }

                continue;
            }

            writer.AddTerm(key, _buffer);
            terms++;
        }
    }

    private void WritePairs(SegmentWriter writer, int terms, CancellationToken ct)
    {
        var own = new int[_sources.Count][];
        for (var s = 0; s < own.Length; s++)
        {
            own[s] = new int[terms];
            Array.Fill(own[s], -1);
            for (var ordinal = 0; ordinal < _terms[s].Length; ordinal++)
            {
                if (_terms[s][ordinal] >= 0)
                {
                    own[s][_terms[s][ordinal]] = ordinal;
                }
            }
        }

        for (var first = 0; first < terms; first++)
        {
            ct.ThrowIfCancellationRequested();
            MergeGroup(writer, first, own);
        }
    }

    private void MergeGroup(SegmentWriter writer, int first, int[][] own)
    {
        var groups = new List<PairWalk>(_sources.Count);
        for (var s = 0; s < _sources.Count; s++)
        {
            if (own[s][first] >= 0)
            {
                groups.Add(new PairWalk(s, _sources[s].Segment.Pairs.Group(own[s][first]), _terms[s]));
            }
        }

        while (true)
        {
            var second = int.MaxValue;
            foreach (var group in groups)
            {
                second = Math.Min(second, group.Second);
            }

            if (second == int.MaxValue)
            {
                return;
            }

            _buffer.Clear();
            foreach (var group in groups)
            {
                if (group.Second != second)
                {
                    continue;
                }

                Append(group.Source, group.Postings);
                group.MoveNext();
            }

            if (_buffer.Count > 0)
            {
                writer.AddPair(first, second, _buffer);
            }
        }
    }

    private void Append(int source, in PostingRef list)
    {
        var map = _docs[source];
        if (list.Bytes == 0)
        {
            var doc = map[(int)list.Offset];
            if (doc >= 0)
            {
                _buffer.Add((uint)doc, list.SingleImpact);
            }

            return;
        }

        var segment = _sources[source].Segment;
        var postings = segment.Postings(list);
        for (var block = 0; block < postings.Blocks; block++)
        {
            var count = postings.Decode(block, _docScratch, _impactScratch);
            for (var i = 0; i < count; i++)
            {
                var doc = map[(int)_docScratch[i]];
                if (doc >= 0)
                {
                    _buffer.Add((uint)doc, _impactScratch[i]);
                }
            }
        }
    }

    // Twice over the texts: once for the terms' frequencies, which make the codes, once to write them again.
    private void WriteTexts(SegmentWriter writer, int terms, CancellationToken ct)
    {
        var byCode = _sources.Select((_, s) => OrdinalsByCode(s)).ToArray();
        var occurrences = new int[terms];
        for (var s = 0; s < _sources.Count; s++)
        {
            for (var doc = 0; doc < _sources[s].Segment.Docs; doc++)
            {
                if (_docs[s][doc] < 0)
                {
                    continue;
                }

                var reader = new ForwardReader(_sources[s].Segment.Text(doc));
                while (reader.MoveNext())
                {
                    occurrences[byCode[s][reader.Code]]++;
                }
            }
        }

        ct.ThrowIfCancellationRequested();
        var forward = writer.BeginTexts(occurrences);
        for (var s = 0; s < _sources.Count; s++)
        {
            for (var doc = 0; doc < _sources[s].Segment.Docs; doc++)
            {
                if (_docs[s][doc] < 0)
                {
                    continue;
                }

                var reader = new ForwardReader(_sources[s].Segment.Text(doc));
                while (reader.MoveNext())
                {
                    forward.Add(byCode[s][reader.Code], reader.BeginsLine);
                }

                forward.EndPassage();
            }
        }

        forward.Finish();
    }

    private int[] OrdinalsByCode(int source)
    {
        var ordinals = new int[_terms[source].Length];
        for (var ordinal = 0; ordinal < ordinals.Length; ordinal++)
        {
            ordinals[_sources[source].Segment.CodeOf(ordinal)] = _terms[source][ordinal];
        }

        return ordinals;
    }

    private DocTable MergeTables()
    {
        var table = new DocTable();
        for (var s = 0; s < _sources.Count; s++)
        {
            var segment = _sources[s].Segment;
            var labels = new Dictionary<int, string>();
            for (var doc = 0; doc < segment.Docs; doc++)
            {
                if (_docs[s][doc] < 0)
                {
                    continue;
                }

                var merged = table.Count;
                table.Ids.Add(segment.Ids[doc]);
                table.Groups.Add(segment.Groups[segment.GroupOf(doc)]);
                var label = segment.LabelOf(doc);
                if (!labels.TryGetValue(label, out var text))
                {
                    labels[label] = text = segment.Labels[label];
                }

                table.Labels.Add(text);
                foreach (var length in segment.Lengths(doc))
                {
                    table.Lengths.Add(length);
                }

                table.Hashes.AddRange(segment.Hash(doc));
                CopyColumns(table, merged, segment, doc);
            }
        }

        return table;
    }

    private static void CopyColumns(DocTable table, int merged, Segment segment, int doc)
    {
        for (var c = 0; c < IndexFields.KeywordColumns.Count; c++)
        {
            if (segment.Keyword(c) is not { } column || column.Of(doc) is not { Length: > 0 } ordinals)
            {
                continue;
            }

            var name = IndexFields.KeywordColumns[c];
            if (!table.Keywords.TryGetValue(name, out var byDoc))
            {
                table.Keywords[name] = byDoc = [];
            }

            var values = new string[ordinals.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = column.Values[ordinals[i]];
            }

            byDoc[merged] = values;
        }

        for (var c = 0; c < IndexFields.NumberColumns.Count; c++)
        {
            var number = segment.Number(c, doc);
            if (number == long.MinValue)
            {
                continue;
            }

            var name = IndexFields.NumberColumns[c];
            if (!table.Numbers.TryGetValue(name, out var byDoc))
            {
                table.Numbers[name] = byDoc = [];
            }

            byDoc[merged] = number;
        }
    }
}
