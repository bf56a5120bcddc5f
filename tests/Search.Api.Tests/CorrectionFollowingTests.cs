using Search.Application.Contracts;
using Search.Ingestion;

namespace Search.Api.Tests;

/// <summary>Corrections made and taken back in one process while another one ingests: the other does as people say by then.</summary>
public sealed class CorrectionFollowingTests : CorrectedStore
{
    [Theory]
    [InlineData("merge")]
    [InlineData("citation")]
    [InlineData("field")]
    [InlineData("extent")]
    public async Task WhatWasTakenBackIsGoneWhoeverIngestsNext(string kind)
    {
        for (var i = 0; i < 4; i++)
        {
            Plan($"{i}.txt", 70 + i, new DateOnly(2018, 3, 2 + i), $"Thực hiện Chỉ thị số 04-CT/TW ngày {(i < 2 ? "06/7/2011" : "07/6/2011")} của Ban Bí thư.\n\nCăn cứ Chỉ thị số 04-CT/TW, tổ chức thực hiện.");
        }

        await IngestAsync();
        var before = Digest();
        var document = Present()[2].Key;
        var citation = Opened.System.Store.CitationsOf(document)[0];
        var made = await CorrectAsync(kind switch
        {
            "merge" => new CorrectionRequest { Kind = kind, Document = "04-CT/TW@2011-06-07", Value = "04-CT/TW@2011-07-06" },
            "citation" => new CorrectionRequest { Kind = kind, Document = document.Value, Start = citation.Span.Start, Value = "30-CT/TW@2012-05-06" },
            "field" => new CorrectionRequest { Kind = kind, Document = document.Value, Field = "number", Value = "99-KH/TU" },
            _ => new CorrectionRequest { Kind = kind, Document = document.Value, To = "tổ chức thực hiện." },
        });
        Assert.NotEqual(before, Digest());

        Opened.Corrections.Undo(made.Id, "an");
        await InAnotherProcessAsync(other => other.IngestAsync([Sources]));

        Assert.Equal(before, Digest());
        Assert.Equal(0, await Opened.System.ApplyCorrectionsAsync(TestContext.Current.CancellationToken));
        Assert.True(Opened.System.Verify().IsSound);
    }

    [Fact]
    public async Task WhatSeveralMentionsWereSaidToMeanIsOpenAgainWhenAllOfItIsTakenBack()
    {
        for (var i = 0; i < 3; i++)
        {
            Plan($"{i}.txt", 70 + i, new DateOnly(2018, 3, 2 + i), "Thực hiện Nghị quyết số 15-NQ/TU và văn bản có liên quan.");
        }

        await IngestAsync();
        var before = Digest();
        var made = new List<string>();
        foreach (var document in Present())
        {
            var start = Opened.System.Store.CitationsOf(document.Key)[0].Span.Start;
            made.Add((await CorrectAsync(new CorrectionRequest { Kind = "citation", Document = document.Key.Value, Start = start, Value = "15-NQ/TU~lam-dong@2013-05-06" })).Id);
        }

        made.ForEach(id => Opened.Corrections.Undo(id, "an"));
        await InAnotherProcessAsync(other => other.IngestAsync([Sources]));

        Assert.Equal(before, Digest());
        Assert.True(Opened.System.Verify().IsSound);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatIsSaidWhileFilesAreReadCountsForThoseThatAreStoredLater(bool isTakenBack)
    {
        const int Papers = 40;
        Write("Nội dung.");
        await IngestAsync();
        var requests = Present().Select(document => new CorrectionRequest { Kind = "field", Document = document.Key.Value, Field = "signer", Value = "Trần Thị Cúc" }).ToList();
        var made = isTakenBack ? requests.ConvertAll(request => Opened.Corrections.Add(request, "ha", null).Id) : [];
        await Opened.Corrections.ApplyAsync();
        Write("Nội dung, nay dài hơn.");

        var isSaid = false;
        await InAnotherProcessAsync(other => other.IngestAsync([Sources], new Told(() =>
        {
            if (!isSaid)
            {
                // As somebody does at another desk, while most files are read and few stored.
                isSaid = true;
                made = isTakenBack ? made.ConvertAll(id => Opened.Corrections.Undo(id, "an").Id) : requests.ConvertAll(request => Opened.Corrections.Add(request, "ha", null).Id);
            }
        })));
        await Opened.Corrections.ApplyAsync();

        Assert.Equal(Papers, made.Count);
        Assert.All(made, id => Assert.Equal(isTakenBack ? "undone" : "applied", Opened.Corrections.Get(id).State));
        Assert.All(Present(), document => Assert.Equal(isTakenBack ? "Nguyễn Văn Nam" : "Trần Thị Cúc", Opened.System.Store.Read(document.Key)!.Document!.Signer));

        void Write(string text)
        {
            for (var i = 0; i < Papers; i++)
            {
                Plan($"{i:00}.txt", 100 + i, new DateOnly(2018, 3, 2), text);
            }
        }
    }

    private async Task InAnotherProcessAsync(Func<KnowledgeBase, Task> work)
    {
        // The first is opened again and has written nothing, so that the other can; they share nothing but the files on disk.
        Close();
        Opened = Open("data");
        using var other = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = Opened.System.DataFolder });
        await work(other);
    }

    private sealed class Told(Action tell) : IProgress<IngestEvent>
    {
        public void Report(IngestEvent value) => tell();
    }
}
