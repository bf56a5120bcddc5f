using Search.Citations.Tests.Support;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Citations.Tests;

/// <summary>Which facts of the register may decide a link: those that are confirmed, where subject and date agree.</summary>
public sealed class RegisterTests
{
    [Theory]
    [InlineData("Kết luận số 12-KL/TW của Bộ Chính trị khóa XIII về phòng, chống tham nhũng, tiêu cực.", null)]
    [InlineData("Kết luận số 12-KL/TW ngày 12/8/2021 của Bộ Chính trị về công tác người Việt Nam ở nước ngoài.", "12-KL/TW@2021-08-12")]
    [InlineData("Chỉ thị số 35-CT/TW ngày 14/6/2024 của Bộ Chính trị.", "35-CT/TW@2024-06-14")]
    public void ASubjectThatDiffersLeavesTheLinkOpen(string text, string? target)
    {
        var citation = Assert.Single(Cite(text), citation => citation.Cited.Docket is not null);
        Assert.Equal(target, citation.Target?.Key.Value);
        Assert.True(target is not null || citation.Candidates.Count > 0);
    }

    [Fact]
    public void ASingleSourceDecidesNothingAndAnswersNoLookUp()
    {
        var register = new RegisterOfKnownDocuments(Catalogue.Default);
        var singles = Catalogue.Default.Register.Where(entry => !entry.IsConfirmed && entry.Number is not null).ToList();
        Assert.NotEmpty(singles);
        Assert.All(singles, entry => Assert.True(register.Find(DocumentKey.Parse(entry.Key)) is null or { IsDoubtful: true, IsRegistered: false }, entry.Key));
        var lookup = new CitationLookup(Catalogue.Default, register);
        Assert.All(singles, entry => Assert.NotEqual(200, lookup.Lookup(entry.Key).Status));
        Assert.All(singles, entry => Assert.False(
            lookup.Lookup(entry.Number) is { Status: 200 } answer && string.Equals(answer.Candidates[0].Key.Value, entry.Key, StringComparison.Ordinal), entry.Key));
    }

    /// <summary>A number that one source gives to a second document of the term is open; the day alone decides, and the subject of
    /// the second one is no evidence for the first.</summary>
    [Theory]
    [InlineData("Thực hiện Kết luận số 12-KL/TW của Bộ Chính trị khóa XIII.", "")]
    [InlineData("Thực hiện Kết luận số 12-KL/TW khóa XIII về phòng, chống tham nhũng, tiêu cực.", "")]
    [InlineData("Thực hiện Kết luận số 12-KL/TW ngày 12/8/2021 của Bộ Chính trị.", "12-KL/TW@2021-08-12")]
    [InlineData("Thực hiện Kết luận số 12-KL/TW ngày 06/4/2022 của Bộ Chính trị.", "12-KL/TW@2022-04-06")]
    [InlineData("Thực hiện Kết luận số 12-KL/TW khóa XIII về công tác người Việt Nam ở nước ngoài.", "12-KL/TW@2021-08-12")]
    public void ASecondDocumentOfOneSourceLeavesTheNumberOpen(string text, string key)
    {
        var host = new Document { Key = DocumentKey.ForUnnumbered("?", null, "case", null), Header = new DocumentHeader { Type = "ke-hoach" }, Span = new TextSpan(0, text.Length) };
        var citation = Assert.Single(Pipeline.Cite(DocumentReaders.FromText("a.txt", text), host));
        Assert.Equal(key, citation.Target?.Key.Value ?? "");
        Assert.Equal(key.Length == 0, citation.Candidates.Contains(DocumentKey.Parse("12-KL/TW@2022-04-06")));
    }

    [Fact]
    public void EveryEntryNamesItsSource() =>
        Assert.All(Catalogue.Default.Register, entry => Assert.False(string.IsNullOrWhiteSpace(entry.Source), entry.Key));

    [Fact]
    public void NoLinkLeadsIntoTheFuture()
    {
        const string Text = "Thực hiện Nghị quyết số 18-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương.";
        var host = new Document { Key = DocumentKey.Parse("10-KH/TW@2018-01-05"), Header = new DocumentHeader { Type = "ke-hoach", Date = new DateOnly(2018, 1, 5) }, Span = new TextSpan(0, Text.Length) };
        var citation = Assert.Single(Pipeline.Cite(DocumentReaders.FromText("a.txt", Text), host));
        Assert.Null(citation.Target);
        Assert.Equal(CitationResolver.LaterReason, citation.Reason);
        Assert.Equal("18-NQ/TW@2022-06-16", Assert.Single(citation.Candidates).Value);
        // A consolidated text holds what came after its base.
        Assert.NotNull(Assert.Single(Pipeline.Cite(DocumentReaders.FromText("a.txt", Text), host with { Header = host.Header with { Type = "van-ban-hop-nhat" } })).Target);
    }

    [Fact]
    public void AnEditorsWordsAreNotes()
    {
        const string Text = "Không nhầm với Nghị quyết số 18-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương.";
        var host = new Document { Key = DocumentKey.Parse("18-NQ/TW@2017-10-25"), Header = new DocumentHeader { Type = "nghi-quyet", Date = new DateOnly(2017, 10, 25) }, IsAbstract = true, Span = new TextSpan(0, Text.Length) };
        var note = Assert.Single(Pipeline.Cite(DocumentReaders.FromText("a.txt", Text), host));
        Assert.True(note.IsNote);
        Assert.Empty(new DocumentEdges(Catalogue.Default).Of(host, [note]));
    }

    private static IReadOnlyList<Citation> Cite(string text)
    {
        var host = new Document { Key = DocumentKey.ForUnnumbered("?", null, "case", null), Header = new DocumentHeader { Type = "ke-hoach" }, Span = new TextSpan(0, text.Length) };
        return Pipeline.Cite(DocumentReaders.FromText("a.txt", text), host);
    }
}
