using System.Globalization;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Documents;
using Search.Store.Audit;

namespace Search.Api.Tests;

/// <summary>Corrections over a store of their own: they outlast every reading, and what is read is there again without them.</summary>
public sealed class CorrectionTests : CorrectedStore
{
    [Fact]
    public async Task ACorrectedDateGivesANewKeyAndTheOldAddressStillLeads()
    {
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), "Thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư.");
        await IngestAsync();

        var made = await CorrectAsync(new CorrectionRequest { Kind = "field", Document = "77-KH/TU~lam-dong@2018-03-02", Field = "date", Value = "2018-03-20", Reason = "bản giấy ghi 20" });

        Assert.Equal("applied", made.State);
        Assert.Equal("2018-03-02", made.Old);
        var record = Opened.Documents.Record("77-kh-tu-lam-dong-2018-03-02");
        Assert.Equal("77-KH/TU~lam-dong@2018-03-20", record.Summary.Key.Value);
        Assert.Contains(record.Document!.Corrected, applied => applied is { Field: "date", Read: "2018-03-02", By: "Lê Thị Hà" });

        // Read again with another version of the file beside it, and from nothing.
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), "Thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư. Bản này dài hơn một câu nữa.");
        await IngestAsync();
        Assert.Equal("77-KH/TU~lam-dong@2018-03-20", Assert.Single(Present()).Key.Value);
        Assert.Equal("applied", Assert.Single(Opened.Corrections.List(null, null)).State);

        Opened.Corrections.Undo(made.Id, "an");
        await Opened.Corrections.ApplyAsync();
        Assert.Equal("77-KH/TU~lam-dong@2018-03-02", Assert.Single(Present()).Key.Value);
        Assert.Equal("undone", Assert.Single(Opened.Corrections.List(null, null)).State);
        Assert.Equal([AuditActions.Corrected, AuditActions.CorrectionUndone], AuditLog.List(Opened.System.Store.Records).Select(entry => entry.Action));
        Assert.True(Opened.System.Verify().IsSound);
    }

    [Fact]
    public async Task AnotherReadingThanTheOneThatWasCorrectedIsAConflictAndThePersonsWordStays()
    {
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), "Nội dung thứ nhất.", signer: "Nguyễn Văn Bân");
        await IngestAsync();
        await CorrectAsync(new CorrectionRequest { Kind = "field", Document = "77-KH/TU~lam-dong@2018-03-02", Field = "signer", Value = "Nguyễn Văn Bản" });
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), "Nội dung thứ nhất.", signer: "Trần Thị Cúc");
        await IngestAsync();

        Assert.Equal("Nguyễn Văn Bản", Opened.Documents.Record("77-KH/TU~lam-dong@2018-03-02").Document!.Signer);
        var line = Assert.Single(Opened.Corrections.List("77-KH/TU~lam-dong@2018-03-02", "conflict"));
        Assert.Contains("Trần Thị Cúc", line.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASettledCitationStaysSettledWhateverArrives()
    {
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), "Thực hiện Nghị quyết số 15-NQ/TU và văn bản có liên quan.");
        await IngestAsync();
        var citation = Assert.Single(Opened.System.Store.CitationsOf(DocumentKey.Parse("77-KH/TU~lam-dong@2018-03-02")), c => c.Text.Contains("15-NQ/TU", StringComparison.Ordinal));

        var made = await CorrectAsync(new CorrectionRequest
        {
            Kind = "citation",
            Document = "77-KH/TU~lam-dong@2018-03-02",
            Start = citation.Span.Start,
            Value = "15-NQ/TU~lam-dong@2013-05-06",
            Relation = "trien-khai",
        });

        Assert.Equal("applied", made.State);
        Check();
        // The same words further down, and another document of the number: neither takes the citation away.
        Paper("b.txt", "15-NQ/TU", "NGHỊ QUYẾT", new DateOnly(2017, 1, 9), "Một nghị quyết khác.");
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), "Căn cứ tình hình. Thực hiện Nghị quyết số 15-NQ/TU và văn bản có liên quan. Một câu nữa.");
        await IngestAsync();
        Check();

        void Check()
        {
            var now = Assert.Single(Opened.System.Store.CitationsOf(DocumentKey.Parse("77-KH/TU~lam-dong@2018-03-02")), c => c.Text.Contains("15-NQ/TU", StringComparison.Ordinal));
            Assert.Equal(("15-NQ/TU~lam-dong@2013-05-06", "trien-khai"), (now.Target!.Key.Value, now.Relation));
            Assert.StartsWith("Do Lê Thị Hà sửa, ngày ", now.Reason, StringComparison.Ordinal);
            Assert.True(Opened.System.Verify().IsSound);
        }
    }

    [Fact]
    public async Task ACitationThatIsGoneFromTheTextIsShownAsAConflict()
    {
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), "Thực hiện Nghị quyết số 15-NQ/TU và văn bản có liên quan.");
        await IngestAsync();
        var citation = Opened.System.Store.CitationsOf(DocumentKey.Parse("77-KH/TU~lam-dong@2018-03-02"))[0];
        await CorrectAsync(new CorrectionRequest { Kind = "citation", Document = "77-KH/TU~lam-dong@2018-03-02", Start = citation.Span.Start, Value = "15-NQ/TU~lam-dong@2013-05-06" });
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), "Văn bản này không còn dẫn gì nữa, chỉ nêu nhiệm vụ chung.");
        await IngestAsync();
        Assert.Equal("conflict", Assert.Single(Opened.Corrections.List(null, null)).State);
    }

    [Fact]
    public async Task AWantedDocumentIsMergedIntoAnother()
    {
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), "Thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư.");
        Plan("b.txt", 78, new DateOnly(2018, 4, 2), "Thực hiện Chỉ thị số 04-CT/TW ngày 07/6/2011 của Ban Bí thư.");
        await IngestAsync();
        Assert.Equal(["04-CT/TW@2011-06-07", "04-CT/TW@2011-07-06"], Opened.System.Store.Stubs(10).Select(stub => stub.Summary.Key.Value).Order(StringComparer.Ordinal));

        var made = await CorrectAsync(new CorrectionRequest { Kind = "merge", Document = "04-CT/TW@2011-06-07", Value = "04-CT/TW@2011-07-06" });

        Assert.Equal("applied", made.State);
        var stub = Assert.Single(Opened.System.Store.Stubs(10));
        Assert.Equal(("04-CT/TW@2011-07-06", 2L), (stub.Summary.Key.Value, (long)stub.Demand));
        Plan("c.txt", 79, new DateOnly(2018, 5, 2), "Thực hiện Chỉ thị số 04-CT/TW ngày 07/6/2011 của Ban Bí thư.");
        await IngestAsync();
        Assert.Equal(3, Assert.Single(Opened.System.Store.Stubs(10)).Demand);

        Opened.Corrections.Undo(made.Id, "an");
        await Opened.Corrections.ApplyAsync();
        Assert.Contains(Opened.System.Store.Stubs(10), stub => string.Equals(stub.Summary.Key.Value, "04-CT/TW@2011-06-07", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFileThatIsNoDocumentGoesAndComesBackWhenThatIsTakenBack()
    {
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), "Nội dung.");
        await IngestAsync();
        var path = Assert.Single(Opened.System.Store.Files()).Path;

        var made = await CorrectAsync(new CorrectionRequest { Kind = "no-document", Path = path });

        Assert.Equal("applied", made.State);
        Assert.Empty(Present());
        await IngestAsync();
        Assert.Empty(Present());
        Assert.Equal("not-a-document", Assert.Single(Opened.System.Store.Quarantine()).Code);

        Opened.Corrections.Undo(made.Id, "an");
        await Opened.Corrections.ApplyAsync();
        Assert.Single(Present());
        Assert.Empty(Opened.System.Store.Quarantine());
    }

    [Fact]
    public async Task AnAcceptedReadingIsShownAndSearchedNextToTheScanAndTheSourceStays()
    {
        const string Key = "77-KH/TU~lam-dong@2018-03-02";
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), "Các cấp ủy quan tâm, đầy mạnh; thực hiện Nghị quyết số 15-NQ/TU.\n\nĐơn vị sự nghiêp công lập chuyên đổi số.");
        await IngestAsync();
        var open = Opened.Repairs.Lines(Opened.Documents.Record(Key));
        Assert.Equal(["đẩy mạnh", "sự nghiệp", "chuyển đổi số"], open.Select(line => line.Reading));
        var source = Opened.Documents.Record(Key).SourceText!;

        var accepted = await CorrectAsync(new CorrectionRequest { Kind = "repair", Document = Key, Start = open[0].Start, Value = open[0].Reading });
        var rejected = await CorrectAsync(new CorrectionRequest { Kind = "repair", Document = Key, Start = open[1].Start });

        Assert.Equal(("applied", "applied"), (accepted.State, rejected.State));
        Assert.Equal(("đầy mạnh", "đẩy mạnh", "sự nghiêp", (string?)null), (accepted.Old, accepted.New, rejected.Old, rejected.New));
        Check();
        // Longer, and the words elsewhere: what was decided stays decided, where it was.
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), "Mở đầu thêm một câu.\n\nCác cấp ủy quan tâm,\nđầy mạnh; thực hiện Nghị quyết số 15-NQ/TU.\n\nĐơn vị sự nghiêp công lập chuyên đổi số. Hết.");
        await IngestAsync();
        Check();
        Opened.System.Rebuild();
        Check();

        Opened.Corrections.Undo(accepted.Id, "an");
        Opened.Corrections.Undo(rejected.Id, "an");
        await Opened.Corrections.ApplyAsync();
        Assert.DoesNotContain("đẩy mạnh", Opened.Documents.Record(Key).Reading, StringComparison.Ordinal);
        Assert.Equal(3, Opened.Repairs.Of(Opened.Documents.Record(Key)).Count);

        void Check()
        {
            var record = Opened.Documents.Record(Key);
            Assert.Contains("đầy mạnh", record.SourceText, StringComparison.Ordinal);
            Assert.Contains("đẩy mạnh; thực hiện", record.Reading, StringComparison.Ordinal);
            Assert.Contains("sự nghiêp", record.Reading, StringComparison.Ordinal);
            Assert.Equal("chuyển đổi số", Assert.Single(Opened.Repairs.Of(record)).Reading);
            Assert.All(Opened.System.Store.CitationsOf(record.Summary.Key), citation => Assert.Equal(record.SourceText![citation.Span.Start..citation.Span.End], citation.Text));
            foreach (var words in new[] { "\"đẩy mạnh\"", "\"đầy mạnh\"" })
            {
                Assert.Equal(Key, Assert.Single(Opened.Search.Search(new SearchQuery { Q = words, Verbatim = true }, CancellationToken.None).Hits).Document.Key);
            }

            var shown = Application.Layout.TextLayout.Of(record, [], []).SelectMany(block => block.Runs).Single(run => run.Accepted is not null);
            Assert.Equal(("đẩy mạnh", "Lê Thị Hà", "đầy mạnh"), (shown.Text, shown.Accepted!.By, shown.Accepted.Read));
            Assert.All(Opened.Corrections.List(Key, null), line => Assert.Equal("applied", line.State));
            Assert.True(Opened.System.Verify().IsSound);
        }
    }

    [Fact]
    public async Task AnAcceptedReadingChangesTitleAndHeadingsAndUndoGivesThemBack()
    {
        const string Key = "77-KH/TU~lam-dong@2018-03-02";
        Paper("a.txt", "77-KH/TU", "KẾ HOẠCH\nđầy mạnh học tập và đầy mạnh thi đua", new DateOnly(2018, 3, 2), "I. ĐẦY MẠNH TUYÊN TRUYỀN\n\n1. Các cấp ủy đầy mạnh tuyên truyền.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Các đơn vị thực hiện.");
        await IngestAsync();
        var before = Digest();
        var read = Opened.Documents.Record(Key);
        Assert.Contains("đầy mạnh học tập và đầy mạnh thi đua", read.Summary.Title, StringComparison.Ordinal);
        var open = Opened.Repairs.Lines(read).Where(line => line.Reading.Equals("đẩy mạnh", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.Equal(4, open.Count);

        var second = await CorrectAsync(new CorrectionRequest { Kind = "repair", Document = Key, Start = open[1].Start, Value = open[1].Reading });
        Assert.Contains("đầy mạnh học tập và đẩy mạnh thi đua", Opened.Documents.Record(Key).Summary.Title, StringComparison.Ordinal);
        var heading = await CorrectAsync(new CorrectionRequest { Kind = "repair", Document = Key, Start = open[2].Start, Value = open[2].Reading });
        var record = Opened.Documents.Record(Key);
        Assert.Contains(record.Document!.Outline, section => section.Heading is { } words && words.StartsWith("ĐẨY MẠNH", StringComparison.Ordinal));
        Assert.Contains(record.Document.Passages, passage => passage.HeadingPath.Any(line => line.Contains("ĐẨY MẠNH", StringComparison.Ordinal)));

        Opened.Corrections.Undo(second.Id, "an");
        Opened.Corrections.Undo(heading.Id, "an");
        await Opened.Corrections.ApplyAsync();
        Assert.Equal(before, Digest());
    }

    [Fact]
    public async Task AReadingThatIsNotProposedIsNotTakenAndWordsThatAreGoneAreAConflict()
    {
        const string Key = "77-KH/TU~lam-dong@2018-03-02";
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), "Các cấp ủy quan tâm, đầy mạnh; nhiệm vụ chung của năm.");
        await IngestAsync();
        var open = Assert.Single(Opened.Repairs.Lines(Opened.Documents.Record(Key)));
        Assert.Throws<SearchException>(() => Opened.Corrections.Add(new CorrectionRequest { Kind = "repair", Document = Key, Start = open.Start, Value = "hủy bỏ" }, "ha", null));
        Assert.Throws<SearchException>(() => Opened.Corrections.Add(new CorrectionRequest { Kind = "repair", Document = Key, Start = open.Start + 1, Value = open.Reading }, "ha", null));
        await CorrectAsync(new CorrectionRequest { Kind = "repair", Document = Key, Start = open.Start, Value = open.Reading });
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), "Không còn những chữ ấy trong bản này nữa, chỉ còn nhiệm vụ chung của năm.");
        await IngestAsync();
        Assert.Equal("conflict", Assert.Single(Opened.Corrections.List(null, null)).State);
    }

    [Theory]
    [InlineData("field", "77-KH/TU~lam-dong@2018-03-02", "date", "06/7/2011")]
    [InlineData("field", "77-KH/TU~lam-dong@2018-03-02", "type", "chithi")]
    [InlineData("field", "77-KH/TU~lam-dong@2018-03-02", "secrecy", "mat")]
    [InlineData("field", "77-KH/TU~lam-dong@2018-03-02", "number", "không phải số")]
    [InlineData("field", "04-CT/TW@2011-07-06", "title", "x")]
    [InlineData("field", "99-KH/TU~lam-dong@2018-03-02", "title", "x")]
    [InlineData("merge", "77-KH/TU~lam-dong@2018-03-02", null, "04-CT/TW@2011-07-06")]
    [InlineData("citation", "77-KH/TU~lam-dong@2018-03-02", null, "04-CT/TW@2011-07-06")]
    [InlineData("everything", null, null, null)]
    public async Task WhatCannotBeCorrectedIsSaid(string kind, string? document, string? field, string? value)
    {
        Plan("a.txt", 77, new DateOnly(2018, 3, 2), "Thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư.");
        await IngestAsync();
        Assert.Throws<SearchException>(() => Opened.Corrections.Add(new CorrectionRequest { Kind = kind, Document = document, Field = field, Value = value }, "ha", null));
    }

    [Fact]
    public async Task RandomCorrectionsOutlastAnotherOrderAndANewStore()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("CORRECTIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 40;
        var random = new Random(20);
        var papers = Math.Max(8, count / 10);
        for (var i = 0; i < papers; i++)
        {
            var cited = string.Join(' ', Enumerable.Range(0, 3).Select(_ => $"Thực hiện Kế hoạch số {random.Next(100, 100 + papers)}-KH/TU ngày {random.Next(1, 28):00}/3/2016 của Tỉnh ủy về việc thứ {random.Next(1000)}."));
            Plan($"{i:000}.txt", 100 + i, new DateOnly(2016, 3, 1 + random.Next(0, 27)), cited);
        }

        await IngestAsync();
        string[] fields = ["title", "signer", "place", "date", "issuer"];
        for (var i = 0; i < count; i++)
        {
            var all = Present();
            var document = all[random.Next(all.Count)].Key;
            var citations = Opened.System.Store.CitationsOf(document).Where(citation => !citation.IsSelf && !citation.IsNote).ToList();
            CorrectionRequest request;
            if (i % 2 == 0 && citations.Count > 0)
            {
                request = new CorrectionRequest { Kind = "citation", Document = document.Value, Start = citations[random.Next(citations.Count)].Span.Start, Value = all[random.Next(all.Count)].Key.Value };
            }
            else
            {
                var field = fields[random.Next(fields.Length)];
                request = new CorrectionRequest { Kind = "field", Document = document.Value, Field = field, Value = field is "date" ? $"2016-{random.Next(1, 12):00}-{random.Next(1, 28):00}" : $"Giá trị {i}" };
            }

            Opened.Corrections.Add(request, "ha", null);
            if (i % 8 == 7)
            {
                await Opened.Corrections.ApplyAsync();
            }
        }

        await Opened.Corrections.ApplyAsync();
        var digest = Digest();
        Assert.All(Opened.Corrections.List(null, null), line => Assert.True(line.State is "applied" or "superseded" or "conflict", $"{line.State} {line.Note} {line}"));
        var conflicts = Opened.Corrections.List(null, "conflict").Count;
        var exported = Opened.Corrections.Export().ToList();
        Assert.Equal(count, exported.Count);

        // A new store that knows the corrections before it has a file, filled from the last file to the first.
        Close();
        Opened = Open("data-2");
        Assert.Equal(count, Opened.Corrections.Import(exported, "operator"));
        foreach (var file in Directory.GetFiles(Sources).OrderDescending(StringComparer.Ordinal))
        {
            await Opened.System.IngestAsync([file]);
        }

        await Opened.Corrections.ApplyAsync();
        Assert.Equal(digest, Digest());
        Assert.Equal(conflicts, Opened.Corrections.List(null, "conflict").Count);
        Assert.True(Opened.System.Verify().IsSound);
        Assert.Equal(0, Opened.Corrections.Import(exported, "operator"));
    }
}
