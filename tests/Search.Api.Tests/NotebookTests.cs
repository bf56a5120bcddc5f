using Search.Application.Contracts;
using Search.Application.Errors;

namespace Search.Api.Tests;

/// <summary>Notes and lists of documents, over a collection of the test's own.</summary>
public sealed class NotebookTests : IDisposable
{
    private const string Ha = "0123456789abcdef";
    private const string An = "fedcba9876543210";
    private const string Key = "100-KH/TU~lam-dong@2018-03-02";

    private readonly PaperCollection _papers = new();

    public void Dispose() => _papers.Dispose();

    [Fact]
    public async Task ANoteStandsAtItsWordsWhateverElseChanges()
    {
        Plan("1. Các cấp ủy tổ chức học tập.\n\n2. Các cấp ủy tổ chức học tập trong quý II.");
        await _papers.IngestAsync();
        var source = Source();
        var second = source.LastIndexOf("Các cấp ủy tổ chức học tập", StringComparison.Ordinal);
        var notebook = _papers.Collection.Notebook;
        var own = notebook.AddNote(Key, new NoteRequest { Text = "Hỏi lại Văn phòng.", Start = second, End = second + "Các cấp ủy tổ chức học tập".Length }, Ha, "Lê Thị Hà");
        var shared = notebook.AddNote("100-kh-tu-lam-dong-2018-03-02", new NoteRequest { Text = "Đã đối chiếu bản giấy.", Shared = true }, Ha, "Lê Thị Hà");
        Assert.Equal(second, own.Start);
        Assert.Null(shared.Start);
        Assert.Equal([own.Id, shared.Id], Notes(Ha).Select(note => note.Id));
        Assert.Equal([shared.Id], Notes(An).Select(note => note.Id));
        Assert.False(Notes(An)[0].Own);

        // A longer text, and lines broken elsewhere.
        Plan("Mở đầu thêm một câu.\n\n1. Các cấp ủy tổ chức học tập.\n\n2. Các cấp ủy tổ chức\nhọc tập trong quý II, báo cáo kết quả.");
        await _papers.IngestAsync();
        var moved = Notes(Ha).Single(note => string.Equals(note.Id, own.Id, StringComparison.Ordinal));
        Assert.Equal("Các cấp ủy tổ chức\nhọc tập", Source()[moved.Start!.Value..moved.End!.Value]);
        Assert.Equal(Source().LastIndexOf("Các cấp", StringComparison.Ordinal), moved.Start);

        // A corrected date gives the document another key; the note goes with it.
        var correction = _papers.Collection.Corrections.Add(new CorrectionRequest { Kind = "field", Document = Key, Field = "date", Value = "2018-03-20" }, "ha", null);
        await _papers.Collection.Corrections.ApplyAsync();
        Assert.Equal(2, notebook.Notes(_papers.Collection.Documents.Record("100-KH/TU~lam-dong@2018-03-20"), Ha).Count);
        _papers.Collection.Corrections.Undo(correction.Id, "ha");
        await _papers.Collection.Corrections.ApplyAsync();

        Plan("Văn bản này nay chỉ còn một câu.");
        await _papers.IngestAsync();
        Assert.True(Notes(Ha).Single(note => string.Equals(note.Id, own.Id, StringComparison.Ordinal)).Lost);
        Assert.Equal(2, notebook.NotesOf(Ha).Count);

        Assert.False(notebook.RemoveNote(own.Id, An));
        Assert.True(notebook.RemoveNote(own.Id, Ha));
        Assert.Single(Notes(Ha));
    }

    [Fact]
    public async Task WhatCannotBeNotedIsSaid()
    {
        Plan("Thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư.");
        await _papers.IngestAsync();
        var length = Source().Length;
        NoteRequest[] wrong =
        [
            new(), new() { Text = "  " }, new() { Text = new string('a', 10_001) }, new() { Text = "x", Start = 5 }, new() { Text = "x", Start = -1, End = 4 },
            new() { Text = "x", Start = 9, End = 9 }, new() { Text = "x", Start = 0, End = length + 1 }, new() { Text = "x", Quote = "không có chữ này" },
        ];
        Assert.All(wrong, request => Assert.Throws<SearchException>(() => _papers.Collection.Notebook.AddNote(Key, request, Ha, "Hà")));
        Assert.Throws<SearchException>(() => _papers.Collection.Notebook.AddNote("04-CT/TW", new NoteRequest { Text = "x" }, Ha, "Hà"));
        Assert.Throws<SearchException>(() => _papers.Collection.Notebook.AddNote("99-CT/TW", new NoteRequest { Text = "x" }, Ha, "Hà"));
    }

    [Fact]
    public async Task AListHoldsDocumentsInTheOrderInWhichTheyWerePutIn()
    {
        Plan("Thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư.");
        await _papers.IngestAsync();
        var notebook = _papers.Collection.Notebook;
        var basket = notebook.AddBasket(new BasketRequest { Name = "Đối ngoại", Documents = ["04-CT/TW"] }, Ha);
        notebook.Put(basket.Id, Ha, Key);
        notebook.Put(basket.Id, Ha, "100-kh-tu-lam-dong-2018-03-02");
        Assert.Equal(["04-CT/TW@2011-07-06", Key], notebook.Line(Assert.Single(notebook.Baskets(Ha))).Documents.Select(line => line.Key));
        Assert.Null(notebook.Put(basket.Id, An, Key));
        Assert.Empty(notebook.Baskets(An));
        Assert.Throws<SearchException>(() => notebook.Put(basket.Id, Ha, "99-CT/TW"));
        Assert.Throws<SearchException>(() => notebook.AddBasket(new BasketRequest { Name = " " }, Ha));

        notebook.Take(basket.Id, Ha, "04-ct-tw-2011-07-06");
        Assert.Equal([Key], notebook.Line(Assert.Single(notebook.Baskets(Ha))).Documents.Select(line => line.Key));
        Assert.False(notebook.RemoveBasket(basket.Id, An));
        Assert.True(notebook.RemoveBasket(basket.Id, Ha));
        Assert.Empty(notebook.Baskets(Ha));
    }

    private void Plan(string text) => _papers.Paper("a.txt", "100-KH/TU", "KẾ HOẠCH", new DateOnly(2018, 3, 2), "về công tác năm", text);

    private string Source() => _papers.Collection.Documents.Record(Key).SourceText!;

    private IReadOnlyList<NoteLine> Notes(string owner) => _papers.Collection.Notebook.Notes(_papers.Collection.Documents.Record(Key), owner);
}
