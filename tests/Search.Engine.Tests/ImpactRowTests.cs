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

    [Theory]
    [InlineData(0.5f)]
    [InlineData(0.0123f)]
    [InlineData(3.9f)]
    public void VectorsOfEveryWidthAddWhatThePlainLoopAdds(float weight)
    {
        var random = new Random(7);
        var impacts = new byte[16 * 37];
        random.NextBytes(impacts);
        var sums = impacts.Select(_ => random.NextSingle() * 100).ToArray();
        float[] plain = [.. sums], wide = [.. sums], wider = [.. sums], chosen = [.. sums];
        ImpactSums.AddOneByOne(impacts, weight, plain);
        ImpactSums.Add256(impacts, weight, wide);
        ImpactSums.Add512(impacts, weight, wider);
        Assert.Equal(plain, wide);
        Assert.Equal(plain, wider);

        // The last ones fill no vector.
        var odd = impacts.Length - 5;
        ImpactSums.Add(impacts.AsSpan(0, odd), weight, chosen);
        Assert.Equal([.. plain.Take(odd), .. sums.Skip(odd)], chosen);
        float[] stretch = [.. sums.Take(16)];
        ImpactSums.AddStretch(impacts.AsSpan(0, 16), weight, stretch);
        Assert.Equal(plain.Take(16), stretch);
    }

    [Fact]
    public void ARowKnowsTheImpactThatAsManyPassagesReachAsAreRankedAgain()
    {
        var random = new Random(11);
        var impacts = new byte[64 * 40];
        for (var doc = 0; doc < impacts.Length; doc += 3)
        {
            impacts[doc] = (byte)random.Next(1, 256);
        }

        Assert.Equal(impacts.OrderDescending().ElementAt(ImpactRow.Ranked - 1), new ImpactRow([], [.. impacts]).RankedImpact);
        Array.Clear(impacts, 64, impacts.Length - 64);
        Assert.Equal(0, new ImpactRow([], impacts).RankedImpact);
    }

    [Fact]
    public void BoundsChooseTheStretchesThatReachAValueTheBestFirst()
    {
        const int Stretches = 16 * 30 + 4;
        var random = new Random(13);
        var bounds = new StretchBounds();
        for (var round = 0; round < 3; round++)
        {
            var expected = new float[Stretches];
            bounds.Begin(Stretches);
            for (var list = 0; list < 5; list++)
            {
                var maxima = new byte[Stretches];
                random.NextBytes(maxima);
                bounds.AddRow(maxima, 0.25f);
                for (var s = 0; s < Stretches; s++)
                {
                    expected[s] += maxima[s] * 0.25f;
                }
            }

            for (var s = 0; s < Stretches; s += 7)
            {
                bounds.Sparse[s] += 10;
                expected[s] += 10;
            }

            bounds.Sum();
            Assert.Equal(expected, bounds.All.ToArray());
            var reached = bounds.Reached(8);
            Assert.InRange(expected.Chunk(StretchBounds.Group).Count(group => group.Max() >= reached), 8, 12);
            int[] best = [.. bounds.Between(reached, float.PositiveInfinity)];
            Assert.Equal(Enumerable.Range(0, Stretches).Where(s => expected[s] >= reached), best);
            int[] rest = [.. bounds.BestFirst(bounds.Between(100, reached))];
            Assert.Equal(Enumerable.Range(0, Stretches).Where(s => expected[s] >= 100 && expected[s] < reached), rest.Order());
            var step = expected.Max() / 511;
            Assert.All(rest.Zip(rest.Skip(1)), pair => Assert.True(expected[pair.First] > expected[pair.Second] - (1.01f * step)));
        }
    }
}
