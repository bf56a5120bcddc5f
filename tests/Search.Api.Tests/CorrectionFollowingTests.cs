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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatIsSaidWhileFilesAreReadCountsForThoseThatAreStoredLater(bool isTakenBack)
    {
        for (var i = 0; i < 90; i++)
        {
            Plan($"{i:00}.txt", 100 + i, new DateOnly(2018, 3, 2), "Nội dung.");
        }

        await IngestAsync();
        var before = Digest();
        var last = Present().Single(document => document.Key.Value.StartsWith("189-", StringComparison.Ordinal)).Key.Value;
        var request = new CorrectionRequest { Kind = "field", Document = last, Field = "date", Value = "2018-05-06" };
        var made = isTakenBack ? (await CorrectAsync(request)).Id : null;
        for (var i = 0; i < 90; i++)
        {
            Plan($"{i:00}.txt", 100 + i, new DateOnly(2018, 3, 2), "Nội dung, nay dài hơn.");
        }

        var said = false;
        await InAnotherProcessAsync(other => other.IngestAsync([Sources], new Told(() =>
        {
            if (!said)
            {
                said = true;
                made = made is null ? Opened.Corrections.Add(request, "ha", null).Id : Opened.Corrections.Undo(made, "an").Id;
            }
        })));

        Assert.Equal(isTakenBack ? "undone" : "applied", Opened.Corrections.Get(made!).State);
        Assert.Equal(isTakenBack, Present().Any(document => string.Equals(document.Key.Value, last, StringComparison.Ordinal)));
        if (isTakenBack)
        {
            Assert.Equal(before.Split('\n').Length, Digest().Split('\n').Length);
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
