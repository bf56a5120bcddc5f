using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Documents;

namespace Search.Api.Tests;

/// <summary>Documents that people know to exist: mentions find them, pages say so, and a file takes over.</summary>
public sealed class KnownDocumentTests : CorrectedStore
{
    private const string Key = "15-NQ/TU~lam-dong@2017-01-09";

    [Fact]
    public async Task MentionsFindWhatAPersonRecordedAndAFileTakesOver()
    {
        Plan("77.txt", 77, new DateOnly(2018, 3, 2), "Thực hiện Nghị quyết số 15-NQ/TU ngày 09/01/2017 của Tỉnh ủy.");
        Plan("78.txt", 78, new DateOnly(2018, 3, 2), "Thực hiện Nghị quyết số 15-NQ/TU năm 2017 của Tỉnh ủy Lâm Đồng.");
        await IngestAsync();
        var before = Digest();

        var made = await CorrectAsync(Known("15-NQ/TU", "2017-01-09", ("province", "Lâm Đồng"), ("type", "nghi-quyet"), ("title", "Về phát triển du lịch")));

        Assert.Equal((Key, "applied"), (made.Document, made.State));
        var record = Opened.Documents.Readable(Key);
        Assert.Equal((DocumentStatus.Stub, "Về phát triển du lịch"), (record.Summary.Status, record.Summary.Title));
        Assert.StartsWith("Do Lê Thị Hà ghi nhận", Opened.Documents.Describe(record).Inferences["record"].Reason, StringComparison.Ordinal);
        Assert.Equal(2, Opened.System.Store.CitationsTo(DocumentKey.Parse(Key)).Count);
        Assert.Equal(Key, Assert.Single(Opened.Lookups.One("15-NQ/TU").Candidates).Key);

        Paper("15.txt", "15-NQ/TU", "NGHỊ QUYẾT", new DateOnly(2017, 1, 9), "Nội dung nghị quyết.");
        await IngestAsync();
        Assert.Equal("superseded", Opened.Corrections.Get(made.Id).State);
        Assert.Equal("Về công tác số 1", Opened.Documents.Readable(Key).Summary.Title, ignoreCase: true);
        File.Delete(Path.Combine(Sources, "15.txt"));
        await IngestAsync();

        Opened.Corrections.Undo(made.Id, "an");
        await Opened.Corrections.ApplyAsync();
        Assert.Equal(before, Digest());
        Assert.True(Opened.System.Verify().IsSound);
    }

    [Fact]
    public async Task WhatIsRecordedStandsWhereverTheDocumentIsNamed()
    {
        Plan("79.txt", 79, new DateOnly(2019, 5, 6), "Thực hiện Quyết định số 218-QĐ/TU ngày 14/8/2015 của Tỉnh ủy.");
        await IngestAsync();
        const string cited = "218-QĐ/TU~lam-dong@2015-08-14";
        var key = DocumentKey.Parse(cited);
        Assert.Equal((null, null), Named());
        var before = Opened.CollectionReader.State;

        var made = await CorrectAsync(Known("218-QĐ/TU", "2015-08-14", ("province", "Lâm Đồng"), ("title", "Về luân chuyển cán bộ")));

        Assert.Equal(cited, made.Document);
        Assert.NotEqual(before, Opened.CollectionReader.State);
        Assert.Equal(("Về luân chuyển cán bộ", "Lê Thị Hà"), Named());
        // What the text says and the person does not stays.
        Assert.Equal("quyet-dinh", Opened.CollectionReader.Summary(key)!.Type);
        Opened.Corrections.Undo(made.Id, "an");
        await Opened.Corrections.ApplyAsync();
        Assert.Equal((null, null), Named());

        (string? Title, string? By) Named()
        {
            var reader = Opened.CollectionReader;
            var lines = new[]
            {
                reader.Summary(key)!,
                reader.List(includeStubs: true).Single(one => one.Key == key),
                reader.Stubs(10).Single(one => one.Summary.Key == key).Summary,
                Opened.Documents.Readable(cited).Summary,
            };
            Assert.All(lines, line => Assert.Equal((lines[0].Title, lines[0].RecordedBy), (line.Title, line.RecordedBy)));
            Assert.Equal(lines[0].Title, reader.Graph.Find(key)!.Title);
            return (lines[0].Title, lines[0].RecordedBy);
        }
    }

    [Fact]
    public async Task WhatNobodyCitesHasAPageByItsRecordAlone()
    {
        var made = await CorrectAsync(Known("997-QĐ/TW", "2017-10-03", ("title", "Về khung tiêu chí")));
        var record = Opened.Documents.Readable("997-qd-tw-2017-10-03");
        Assert.Equal((DocumentStatus.Known, "Về khung tiêu chí"), (record.Summary.Status, record.Summary.Title));
        Assert.Equal(made.Id, Assert.Single(Opened.Corrections.List("997-QĐ/TW@2017-10-03", null)).Id);
        Assert.Equal("997-QĐ/TW@2017-10-03", Assert.Single(Opened.Lookups.One("997-QĐ/TW").Candidates).Key);
        Opened.Corrections.Undo(made.Id, "an");
        Assert.Throws<SearchException>(() => Opened.Documents.Readable("997-qd-tw-2017-10-03"));
    }

    [Theory]
    [InlineData("không phải số", "2017-10-03", null, null)]
    [InlineData("997-QĐ/TW", "03/10/2017", null, null)]
    [InlineData("997-QĐ/TW", null, null, null)]
    [InlineData("997-QĐ/TW", "2017-10-03", "type", "khong-co")]
    [InlineData("997-QĐ/TW", "2017-10-03", "signer", "Nguyễn Văn Nam")]
    [InlineData("77-KH/TU", "2018-03-02", "province", "Lâm Đồng")]
    public async Task WhatCannotBeRecordedIsSaid(string number, string? date, string? field, string? value)
    {
        Plan("77.txt", 77, new DateOnly(2018, 3, 2), "Nội dung.");
        await IngestAsync();
        Assert.Throws<SearchException>(() => Opened.Corrections.Add(Known(number, date, (field ?? "title", value)), "ha", null));
    }

    private static CorrectionRequest Known(string number, string? date, params (string Name, string? Value)[] others) => new()
    {
        Kind = "known",
        Fields = others.Append(("number", number)).Append(("date", date)).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal),
    };
}
