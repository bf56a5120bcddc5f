namespace Search.Engine.Tests;

/// <summary>Rows against the bytes they were made of, below and above what two bytes can number.</summary>
public sealed class ImpactRowTests
{
    [Theory]
    [InlineData(64, 0.1)]
    [InlineData(64 * 511, 0.24)]
    [InlineData(64 * 513, 0.02)]
    [InlineData(64 * 5000, 0.24)] // 76,800 postings, kept by place
    [InlineData(64 * 5000, 0.5)] // kept as bytes
    public void ARowAddsWhatItsBytesSay(int docs, double share)
    {
        var random = new Random(docs);
        var impacts = new byte[docs];
        for (var doc = 0; doc < docs; doc++)
        {
            if (random.NextDouble() < share)
            {
                impacts[doc] = (byte)random.Next(1, 256);
            }
        }

        var row = new ImpactRow([], [.. impacts]);
        var scores = new float[ImpactRow.Stretch];
        for (var stretch = 0; stretch < ImpactRow.Stretches(docs); stretch++)
        {
            Array.Fill(scores, 1);
            row.AddTo(scores, stretch, 0.5f);
            var own = impacts.AsSpan(stretch * ImpactRow.Stretch, ImpactRow.Stretch).ToArray();
            Assert.Equal(own.Select(impact => 1 + (impact * 0.5f)), scores);
            Assert.Equal(own.Max(), row.Maxima[stretch]);
        }
    }

    [Fact]
    public void AListInLessThanEveryFourthPassageTakesTwoBytesAPosting()
    {
        var impacts = new byte[64 * 5000];
        for (var doc = 0; doc < impacts.Length; doc += 5)
        {
            impacts[doc] = 9;
        }

        var row = new ImpactRow([], impacts);
        Assert.InRange(row.Size, impacts.Length * 2 / 5, impacts.Length * 6 / 10);
    }
}
