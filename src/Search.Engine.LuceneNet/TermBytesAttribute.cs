using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using LuceneAttribute = Lucene.Net.Util.Attribute;

namespace Search.Engine.LuceneNet;

/// <summary>A term given as the bytes it is indexed by.</summary>
internal sealed class TermBytesAttribute : LuceneAttribute, ITermToBytesRefAttribute
{
    public BytesRef BytesRef { get; } = new();

    public void Set(byte[] bytes, int start, int length)
    {
        BytesRef.Bytes = bytes;
        BytesRef.Offset = start;
        BytesRef.Length = length;
    }

    public void FillBytesRef()
    {
        // The bytes are the term already.
    }

    public override void Clear() => BytesRef.Length = 0;

    public override void CopyTo(IAttribute target) =>
        ((TermBytesAttribute)target).Set(BytesRef.Bytes, BytesRef.Offset, BytesRef.Length);
}
