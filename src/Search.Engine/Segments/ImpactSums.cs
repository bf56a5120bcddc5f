using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Search.Engine;

/// <summary>
/// Adds weighted impacts to sums: the innermost loop of search. With vectors of 512 bits where the processor has them, else
/// of 256; each element is multiplied once and added once in either, so the sums are those of the plain loop to the last bit.
/// </summary>
internal static class ImpactSums
{
    private const int Lanes = 16;

    /// <summary>Adds <c>impacts[i] * weight</c> to <c>sums[i]</c>.</summary>
    /// <param name="impacts">Impacts.</param>
    /// <param name="weight">Score of one impact step.</param>
    /// <param name="sums">At least as many sums.</param>
    public static void Add(ReadOnlySpan<byte> impacts, float weight, Span<float> sums)
    {
        var whole = impacts.Length & -Lanes;
        if (Vector512.IsHardwareAccelerated)
        {
            Add512(impacts[..whole], weight, sums);
        }
        else
        {
            Add256(impacts[..whole], weight, sums);
        }

        AddOneByOne(impacts[whole..], weight, sums[whole..]);
    }

    /// <summary>The same for exactly 16 impacts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddStretch(ReadOnlySpan<byte> impacts, float weight, Span<float> sums)
    {
        ref var from = ref MemoryMarshal.GetReference(impacts[..Lanes]);
        ref var to = ref MemoryMarshal.GetReference(sums[..Lanes]);
        if (Vector512.IsHardwareAccelerated)
        {
            Add(ref from, Vector512.Create(weight), ref to);
        }
        else
        {
            Add(ref from, Vector256.Create(weight), ref to);
        }
    }

    /// <summary>By vectors of 512 bits; the length is a multiple of 16.</summary>
    internal static void Add512(ReadOnlySpan<byte> impacts, float weight, Span<float> sums)
    {
        ref var from = ref MemoryMarshal.GetReference(impacts);
        ref var to = ref MemoryMarshal.GetReference(sums[..impacts.Length]);
        var weights = Vector512.Create(weight);
        for (var i = 0; i < impacts.Length; i += Lanes)
        {
            Add(ref Unsafe.Add(ref from, i), weights, ref Unsafe.Add(ref to, i));
        }
    }

    /// <summary>By vectors of 256 bits; the length is a multiple of 16.</summary>
    internal static void Add256(ReadOnlySpan<byte> impacts, float weight, Span<float> sums)
    {
        ref var from = ref MemoryMarshal.GetReference(impacts);
        ref var to = ref MemoryMarshal.GetReference(sums[..impacts.Length]);
        var weights = Vector256.Create(weight);
        for (var i = 0; i < impacts.Length; i += Lanes)
        {
            Add(ref Unsafe.Add(ref from, i), weights, ref Unsafe.Add(ref to, i));
        }
    }

    /// <summary>One by one.</summary>
    internal static void AddOneByOne(ReadOnlySpan<byte> impacts, float weight, Span<float> sums)
    {
        for (var i = 0; i < impacts.Length; i++)
        {
            sums[i] += impacts[i] * weight;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref byte from, Vector512<float> weights, ref float to)
    {
        var words = Vector256.WidenLower(Vector128.LoadUnsafe(ref from).ToVector256Unsafe());
        var impacts = Vector512.WidenLower(words.ToVector512Unsafe());
        (Vector512.LoadUnsafe(ref to) + (Vector512.ConvertToSingle(impacts.AsInt32()) * weights)).StoreUnsafe(ref to);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref byte from, Vector256<float> weights, ref float to)
    {
        var (low, high) = Vector256.Widen(Vector256.WidenLower(Vector128.LoadUnsafe(ref from).ToVector256Unsafe()));
        (Vector256.LoadUnsafe(ref to) + (Vector256.ConvertToSingle(low.AsInt32()) * weights)).StoreUnsafe(ref to);
        (Vector256.LoadUnsafe(ref to, 8) + (Vector256.ConvertToSingle(high.AsInt32()) * weights)).StoreUnsafe(ref to, 8);
    }
}
