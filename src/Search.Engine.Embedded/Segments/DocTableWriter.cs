using System.Runtime.InteropServices;
using System.Text;

namespace Search.Engine.Embedded;

/// <summary>Writes the passages' own data: ids, groups, labels, lengths, hashes, columns.</summary>
internal static class DocTableWriter
{
    public static void Write(BlockFileWriter file, DocTable table)
    {
        Strings(file, SectionId.IdOffsets, SectionId.Ids, table.Ids);
        var order = Enumerable.Range(0, table.Count).ToArray();
        Array.Sort(order, (a, b) => string.CompareOrdinal(table.Ids[a], table.Ids[b]));
        Ints(file, SectionId.IdOrder, order);
        WriteGroups(file, table);
        var labels = Distinct(table.Labels, out var docLabels);
        Strings(file, SectionId.LabelOffsets, SectionId.Labels, labels);
        Ints(file, SectionId.DocLabels, docLabels);
        Ints(file, SectionId.Lengths, CollectionsMarshal.AsSpan(table.Lengths));
        file.Section(SectionId.Hashes, CollectionsMarshal.AsSpan(table.Hashes));
        for (var i = 0; i < IndexFields.KeywordColumns.Count; i++)
        {
            WriteKeywords(file, table, (SectionId)((int)SectionId.KeywordColumns + (i * 4)), IndexFields.KeywordColumns[i]);
        }

        for (var i = 0; i < IndexFields.NumberColumns.Count; i++)
        {
            WriteNumbers(file, table, (SectionId)((int)SectionId.NumberColumns + i), IndexFields.NumberColumns[i]);
        }
    }

    private static void WriteGroups(BlockFileWriter file, DocTable table)
    {
        var groups = Distinct(table.Groups, out var docGroups);
        Strings(file, SectionId.GroupOffsets, SectionId.Groups, groups);
        Ints(file, SectionId.DocGroups, docGroups);
        var starts = new int[groups.Count + 1];
        foreach (var group in docGroups)
        {
            starts[group + 1]++;
        }

        for (var g = 0; g < groups.Count; g++)
        {
            starts[g + 1] += starts[g];
        }

        var next = starts.ToArray();
        var docs = new int[docGroups.Length];
        for (var doc = 0; doc < docGroups.Length; doc++)
        {
            docs[next[docGroups[doc]]++] = doc;
        }

        Ints(file, SectionId.GroupStarts, starts);
        Ints(file, SectionId.GroupDocs, docs);
    }

    // Four sections a column: value offsets, values (sorted), first value of each passage, value numbers.
    private static void WriteKeywords(BlockFileWriter file, DocTable table, SectionId first, string column)
    {
        if (!table.Keywords.TryGetValue(column, out var byDoc))
        {
            return;
        }

        var values = byDoc.Values.SelectMany(v => v).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            numbers.Add(value, numbers.Count);
        }

        var starts = new int[table.Count + 1];
        var ordinals = new List<int>();
        for (var doc = 0; doc < table.Count; doc++)
        {
            if (byDoc.TryGetValue(doc, out var own))
            {
                ordinals.AddRange(own.Select(v => numbers[v]).Distinct().Order());
            }

            starts[doc + 1] = ordinals.Count;
        }

        Strings(file, first, first + 1, values);
        Ints(file, first + 2, starts);
        Ints(file, first + 3, CollectionsMarshal.AsSpan(ordinals));
    }

    private static void WriteNumbers(BlockFileWriter file, DocTable table, SectionId id, string column)
    {
        if (!table.Numbers.TryGetValue(column, out var byDoc))
        {
            return;
        }

        var numbers = new long[table.Count];
        for (var doc = 0; doc < numbers.Length; doc++)
        {
            numbers[doc] = byDoc.GetValueOrDefault(doc, long.MinValue);
        }

        file.Section(id, MemoryMarshal.AsBytes<long>(numbers));
    }

    private static List<string> Distinct(List<string> values, out int[] numbers)
    {
        var distinct = values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var byValue = new Dictionary<string, int>(distinct.Count, StringComparer.Ordinal);
        foreach (var value in distinct)
        {
            byValue.Add(value, byValue.Count);
        }

        numbers = [.. values.Select(value => byValue[value])];
        return distinct;
    }

    private static void Strings(BlockFileWriter file, SectionId offsetsId, SectionId bytesId, List<string> values)
    {
        var offsets = new int[values.Count + 1];
        using var bytes = new MemoryStream();
        for (var i = 0; i < values.Count; i++)
        {
            bytes.Write(Encoding.UTF8.GetBytes(values[i]));
            offsets[i + 1] = (int)bytes.Length;
        }

        Ints(file, offsetsId, offsets);
        file.Section(bytesId, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private static void Ints(BlockFileWriter file, SectionId id, ReadOnlySpan<int> values) =>
        file.Section(id, MemoryMarshal.AsBytes(values));
}
