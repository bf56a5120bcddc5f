namespace Search.Engine;

/// <summary>Turns filters into bits, one a passage.</summary>
internal static class ColumnFilters
{
    /// <summary>Passages of a segment that pass a filter.</summary>
    public static ulong[] Bits(Segment segment, Filter filter)
    {
        var bits = new ulong[segment.Ranges];
        switch (filter)
        {
            case KeywordFilter keyword:
                SetKeyword(segment, keyword, bits);
                break;
            case RangeFilter range:
                SetRange(segment, range, bits);
                break;
            case NotFilter not:
                var inner = Bits(segment, not.Inner);
                for (var i = 0; i < bits.Length; i++)
                {
                    bits[i] = ~inner[i];
                }

                break;
        }

        return bits;
    }

    /// <summary>Whether an entry passes a filter, as its passage in the index does.</summary>
    public static bool Passes(IndexEntry entry, Filter filter)
    {
        switch (filter)
        {
            case KeywordFilter keyword:
                var wanted = keyword.Values.Select(KeywordForm.Of).ToHashSet(StringComparer.Ordinal);
                return entry.Keywords.GetValueOrDefault(keyword.Column, []).Select(KeywordForm.Of)
                    .Any(form => wanted.Contains(form) || (keyword.IsPart && wanted.Any(part => IsPart(part, form))));
            case RangeFilter range:
                return entry.Numbers.TryGetValue(range.Column, out var number) && number >= (range.From ?? long.MinValue) && number <= (range.To ?? long.MaxValue);
            case NotFilter not:
                return !Passes(entry, not.Inner);
            default:
                return true;
        }
    }

    private static void SetKeyword(Segment segment, KeywordFilter filter, ulong[] bits)
    {
        var number = IndexFields.KeywordColumns.ToList().IndexOf(filter.Column);
        if (number < 0 || segment.Keyword(number) is not { } column)
        {
            return;
        }

        var wanted = filter.Values.Select(KeywordForm.Of).ToHashSet(StringComparer.Ordinal);
        var accepted = new bool[column.Values.Count];
        for (var v = 0; v < accepted.Length; v++)
        {
            var form = KeywordForm.Of(column.Values[v]);
            accepted[v] = wanted.Contains(form) || (filter.IsPart && wanted.Any(part => IsPart(part, form)));
        }

        if (!Array.Exists(accepted, a => a))
        {
            return;
        }

        for (var doc = 0; doc < segment.Docs; doc++)
        {
            foreach (var value in column.Of(doc))
            {
                if (!accepted[value])
                {
                    continue;
                }

                bits[doc >> 6] |= 1UL << (doc & 63);
                break;
            }
        }
    }

    private static bool IsPart(string part, string form) => $"-{form}-".Contains($"-{part}-", StringComparison.Ordinal);

    private static void SetRange(Segment segment, RangeFilter filter, ulong[] bits)
    {
        var column = IndexFields.NumberColumns.ToList().IndexOf(filter.Column);
        if (column < 0)
        {
            return;
        }

        var from = filter.From ?? (long.MinValue + 1);
        var to = filter.To ?? long.MaxValue;
        for (var doc = 0; doc < segment.Docs; doc++)
        {
            var number = segment.Number(column, doc);
            if (number >= from && number <= to && number != long.MinValue)
            {
                bits[doc >> 6] |= 1UL << (doc & 63);
            }
        }
    }
}
