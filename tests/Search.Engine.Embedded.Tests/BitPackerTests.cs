namespace Search.Engine.Embedded.Tests;

public sealed class BitPackerTests
{
    [Fact]
    public void VectorAndScalarCodeUnpackTheSameValuesForEveryWidth()
    {
        var random = new Random(7);
        for (var bits = 0; bits <= 32; bits++)
        {
            var values = Values(random, BitPacker.BlockSize, bits);
            var packed = new byte[BitPacker.BlockBytes(bits)];
            BitPacker.PackBlock(values, bits, packed);
            var vector = new uint[BitPacker.BlockSize];
            var scalar = new uint[BitPacker.BlockSize];
            BitPacker.UnpackVector(packed, bits, vector);
            BitPacker.UnpackScalar(packed, bits, scalar);
            Assert.Equal(values, vector);
            Assert.Equal(values, scalar);
        }
    }

    [Fact]
    public void RunsOfAnyLengthComeBack()
    {
        var random = new Random(8);
        for (var bits = 0; bits <= 32; bits++)
        {
            var values = Values(random, random.Next(0, 300), bits);
            var packed = new byte[BitPacker.RunBytes(values.Length, bits)];
            BitPacker.PackRun(values, bits, packed);
            var unpacked = new uint[values.Length];
            BitPacker.UnpackRun(packed, bits, unpacked);
            Assert.Equal(values, unpacked);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(5000)]
    public void PostingsRoundTrip(int count)
    {
        var random = new Random(count);
        var buffer = new PostingBuffer();
        var doc = 0u;
        for (var i = 0; i < count; i++)
        {
            doc += (uint)random.Next(1, i % 50 == 0 ? 100_000 : 40);
            buffer.Add(doc, (uint)random.Next(1, 256));
        }

        var encoder = new PostingEncoder();
        var postings = encoder.EncodePostings(buffer).ToArray();
        var list = new PostingList(postings, count);
        var docs = new uint[count + BitPacker.BlockSize];
        var impacts = new uint[count + BitPacker.BlockSize];
        list.DecodeAll(docs, impacts);
        Assert.Equal(buffer.Docs.Take(count), docs.Take(count));
        Assert.Equal(buffer.Impacts.Take(count), impacts.Take(count));
        for (var i = 0; i < count; i += 37)
        {
            var block = list.FindBlock(0, docs[i]);
            Assert.Equal(i / BitPacker.BlockSize, block);
        }
    }

    private static uint[] Values(Random random, int count, int bits)
    {
        var values = new uint[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = bits == 0 ? 0 : (uint)random.NextInt64(0, 1L << bits);
        }

        return values;
    }
}
