namespace Search.Engine.Embedded;

/// <summary>Stable sort by key that carries a payload along, in linear time.</summary>
internal static class RadixSort
{
    private const int Bits = 12;
    private const int Buckets = 1 << Bits;

    /// <summary>Sorts both lists by key; equal keys keep their order.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="payloads">One beside each key.</param>
    /// <param name="bound">No key reaches it.</param>
    public static void Sort(GrowList<ulong> keys, GrowList<uint> payloads, ulong bound)
    {
        var count = keys.Count;
        var otherKeys = new ulong[keys.Capacity];
        var otherPayloads = new uint[payloads.Capacity];
        var fromKeys = keys.Items;
        var fromPayloads = payloads.Items;
        var starts = new int[Buckets];
        for (var shift = 0; shift < 64 && bound >> shift > 0; shift += Bits)
        {
            Array.Clear(starts);
            foreach (var key in fromKeys.AsSpan(0, count))
            {
                starts[(int)(key >> shift) & (Buckets - 1)]++;
            }

            var sum = 0;
            for (var b = 0; b < Buckets; b++)
            {
                (starts[b], sum) = (sum, sum + starts[b]);
            }

            for (var i = 0; i < count; i++)
            {
                var place = starts[(int)(fromKeys[i] >> shift) & (Buckets - 1)]++;
                otherKeys[place] = fromKeys[i];
                otherPayloads[place] = fromPayloads[i];
            }

            (fromKeys, otherKeys) = (otherKeys, fromKeys);
            (fromPayloads, otherPayloads) = (otherPayloads, fromPayloads);
        }

        keys.Replace(fromKeys);
        payloads.Replace(fromPayloads);
    }
}
