using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Search.Engine;

/// <summary>A digest of what is indexed, the same for every order of indexing.</summary>
internal static class ContentDigest
{
    /// <summary>SHA-256 over the sum, modulo 2^128, of the live passages' content hashes, and their count.</summary>
    public static string Of(IReadOnlyList<SegmentView> views)
    {
        UInt128 sum = 0;
        long count = 0;
        Span<byte> hash = stackalloc byte[AnalyzedPassage.HashSize];
        foreach (var view in views)
        {
            for (var doc = 0; doc < view.Segment.Docs; doc++)
            {
                if (!view.IsLive(doc))
                {
                    continue;
                }

                view.Segment.Stored.Hash(doc, hash);
                sum += BinaryPrimitives.ReadUInt128LittleEndian(hash);
                count++;
            }
        }

        Span<byte> bytes = stackalloc byte[24];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, sum);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], count);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
