namespace Search.Engine.Tests;

/// <summary>What the terms of a question weigh: by what they tell, by their recall, by their share among the passages found.</summary>
public sealed class TermWeightsTests
{
    [Fact]
    public void AWordOfAnswersWeighsMoreThanOneOfQuestions()
    {
        var recall = new TermRecall([("nguyên", "", 40, 12f), ("nguyên", "tắc", 40, 16f), ("thế", "", 40, -8f), ("như", "thế", 40, -10f)]);
        Assert.True(recall.Of("nguyên", "tắc", isPlain: false) > 0.3f);
        Assert.True(recall.Of("như", "thế", isPlain: false) < -0.1f);
        Assert.Equal(recall.Of("nguyên", "tắc", isPlain: false), recall.Of("nguyen", "tac", isPlain: true));
        Assert.Equal(0, recall.Of("nguyen", "tac", isPlain: false));
        Assert.Equal(0, recall.Of("chưa", "thấy", isPlain: false));
    }

    [Fact]
    public void LearningFromAQuestionLeavesOutWhatItSays()
    {
        (string, string, int, float)[] others = [("cấp", "", 9, 3f)];
        var with = new TermRecall([("cấp", "", 10, 3.7f)]);
        Assert.Equal(new TermRecall(others).Of("cấp", "", isPlain: false), with.Without("cấp", "", 0.7f), 1e-5f);
    }

    [Fact]
    public void SharesCountPassagesNotPlaces()
    {
        var query = Question("cơ quan nhà nước", 1, 1, 1, 1);
        var shares = new TermShares();
        shares.Begin(query);
        shares.Add([1, 2, 0, 1], [1], [1 | PassageScan.LineMark, 2, 0, 3]);
        shares.Add([0], [], [2, 1]);
        Assert.Equal(1f, shares.OfWord(0));
        Assert.Equal(0.5f, shares.OfWord(2));
        Assert.Equal(0f, shares.OfWord(3));
        Assert.Equal(0.5f, shares.OfPair(0));
        Assert.Equal(0f, shares.OfPair(1));
    }

    [Fact]
    public void EveryTermThatOccursWeighsSomething()
    {
        var query = Question("như thế nào là", 0.4f, 2, 0, 7);
        var shares = new TermShares();
        shares.Begin(query);
        shares.Add([1, 2], [], [1, 2, 3]);
        Span<float> words = stackalloc float[4];
        Span<float> pairs = stackalloc float[3];
        TermWeights.Learned.Weigh(query, shares, words, pairs);
        Assert.True(words[0] > 0 && words[1] > 0 && words[3] > 0);
        Assert.Equal(0, words[2]);
        Assert.True(pairs[0] > 0 && pairs[1] > 0 && pairs[2] > 0);
    }

    [Fact]
    public void TheTableThatWasLearnedKnowsQuestionLanguage()
    {
        Assert.True(TermRecall.Learned.Of("như", "", isPlain: false) < 0);
        Assert.True(TermRecall.Learned.Of("nguyên", "tắc", isPlain: false) > 0.1f);
    }

    private static QueryProfile Question(string words, params float[] told)
    {
        var names = words.Split(' ');
        var query = new QueryProfile(null!);
        query.Begin(names.Length, isPlain: false, names.Length, names.Length - 1);
        for (var i = 0; i < names.Length; i++)
        {
            query.SetWord(i, names[i], told[i], [names[i]]);
        }

        for (var i = 1; i < names.Length; i++)
        {
            query.AddPair(i - 1, i, 1);
        }

        query.End();
        return query;
    }
}
