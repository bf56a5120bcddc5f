using Search.Documents;
using Xunit;
using static Search.Store.Contract.Samples;

namespace Search.Store.Contract;

/// <summary>What every store does. An implementation inherits it and says how it is opened.</summary>
public abstract class DocumentStoreContract : StoreFixture
{
    private const string Guide = "02-HD/BĐNTW@2017-01-16";
    private const string Directive = "04-CT/TW@2011-07-06";
    private const string GuideText = "Hướng dẫn thực hiện Chỉ thị 04-CT/TW của Ban Bí thư.";

    [Fact]
    public void WhatGoesInComesOut()
    {
        PutGuide();

        var record = Reopen().Read(DocumentKey.Parse(Guide));

        Assert.NotNull(record);
        Assert.Equal(GuideText, record.Text);
        Assert.Equal("Mục đích", record.Document!.Passages[0].HeadingPath[0]);
        Assert.Equal("a.md", Assert.Single(record.Sources).Path);
        var citation = Assert.Single(Store.CitationsOf(DocumentKey.Parse(Guide)));
        Assert.Equal("Chỉ thị 04-CT/TW", citation.Span.Slice(record.SourceText!));
        Assert.Equal(Directive, citation.Target!.Key.Value);
        Assert.True(Store.Verify().IsSound);
    }

    [Fact]
    public void AnalysisIsTheDocumentWithoutItsText()
    {
        PutGuide();

        var analysis = Store.Analysis(DocumentKey.Parse(Guide));

        Assert.Equivalent(Store.Read(DocumentKey.Parse(Guide))!.Document, analysis, strict: true);
        Assert.Null(Store.Analysis(DocumentKey.Parse(Directive)));
        Assert.Null(Store.Analysis(DocumentKey.Parse("99-CT/TW@1999-09-09")));
    }

    [Fact]
    public void ACitedDocumentThatIsNotThereIsAStubWithTheRegistersTitle()
    {
        PutGuide();

        var stub = Assert.Single(Store.Stubs(10));

        Assert.Equal(Directive, stub.Summary.Key.Value);
        Assert.Equal(1, stub.Demand);
        Assert.Equal(DocumentStatus.Stub, stub.Summary.Status);
        Assert.Equal("Ban Bí thư", stub.Summary.Issuer);
        Assert.Null(Store.ReadBySlug("04-ct-tw-2011-07-06")!.Document);
        Assert.Equal(GuideText, Assert.Single(Store.CitedBy(DocumentKey.Parse(Directive))).Sentence);
    }

    [Fact]
    public void AStubBecomesTheDocumentWhenItArrives()
    {
        PutGuide();
        const string text = "Chỉ thị về đối ngoại nhân dân.";

        var result = Store.Replace(File("b.md", text), [Document(Directive, text)]);

        Assert.Equal(Directive, Assert.Single(result.ArrivedStubs).Value);
        Assert.Empty(Store.Stubs(10));
        Assert.Equal(DocumentStatus.Present, Assert.Single(Store.CitationsOf(DocumentKey.Parse(Guide))).Target!.Status);
        Assert.Equal(1, Store.Summary(DocumentKey.Parse(Directive))!.CitedBy);
        Assert.True(Store.Verify().IsSound);
    }

    [Fact]
    public void ChangesMadeTogetherAreAllThereOrNoneIs()
    {
        const string text = "Chỉ thị về đối ngoại nhân dân.";
        var revision = Store.Revision;

        Assert.Throws<InvalidOperationException>(() => Store.WriteTogether(changes =>
        {
            changes.Replace(File("a.md", text), [Document(Directive, text)]);
            throw new InvalidOperationException("the second file is bad");
        }));
        Assert.Equal(revision, Store.Revision);
        Assert.Empty(Store.Files());

        Store.WriteTogether(changes =>
        {
            changes.Replace(File("a.md", text), [Document(Directive, text)]);
            Assert.Equal(DocumentStatus.Present, changes.Find(DocumentKey.Parse(Directive))!.Status);
            changes.Replace(File("b.md", GuideText), [Document(Guide, GuideText)]);
        });
        Assert.Equal(revision + 1, Store.Revision);
        Assert.Equal(2, Reopen().Files().Count);
        Assert.True(Store.Verify().IsSound);
    }

    [Fact]
    public void TwoSourcesThatDisagreeShowInWhat()
    {
        const string longer = "Chỉ thị về đối ngoại nhân dân, bản đầy đủ.";
        const string shorter = "Chỉ thị về đối ngoại nhân dân.";
        Store.Replace(File("a.md", longer), [Document(Directive, longer)]);
        var other = Document(Directive, shorter);
        Store.Replace(File("b.md", shorter), [other with { Document = other.Document with { Header = other.Document.Header with { Title = "Tên khác" } } }]);

        var sources = Store.Read(DocumentKey.Parse(Directive))!.Sources;

        Assert.Equal(["a.md", "b.md"], sources.Select(source => source.Path));
        Assert.Empty(sources[0].Differences);
        Assert.Equal(["title", "text"], sources[1].Differences.Select(difference => difference.Field));
        Assert.Equal("Tên khác", sources[1].Differences[0].Value);
    }

    [Fact]
    public void ARemovedDocumentThatIsCitedStaysAsAStub()
    {
        PutGuide();
        Store.Replace(File("b.md", "Chỉ thị."), [Document(Directive, "Chỉ thị.")]);

        Assert.True(Store.Remove("b.md"));

        Assert.Equal(Directive, Assert.Single(Store.Stubs(10)).Summary.Key.Value);
        Assert.Empty(Store.CitationsOf(DocumentKey.Parse(Directive)));
        Assert.True(Store.Verify().IsSound);
    }

    [Fact]
    public void RemovingTheLastCitingDocumentRemovesTheStub()
    {
        PutGuide();

        Assert.True(Store.Remove("a.md"));

        Assert.Empty(Store.List(includeStubs: true));
        Assert.Equal([Guide, Directive], Store.Changes(1).Select(change => change.Key.Value));
        Assert.All(Store.Changes(1), change => Assert.True(change.Removed));
        Assert.True(Store.Verify().IsSound);
    }

    [Fact]
    public void RemovingAnUnknownPathChangesNothing()
    {
        PutGuide();

        Assert.False(Store.Remove("nowhere.md"));

        Assert.Equal(1, Store.Revision);
    }

    [Fact]
    public void AFileIsReplacedAsAWhole()
    {
        PutGuide();
        const string text = "Kế hoạch không viện dẫn gì.";

        Store.Replace(File("a.md", text, new string('b', 64)), [Document("25-KH/TU~ha-giang@2012-01-01", text)]);

        Assert.Equal("25-KH/TU~ha-giang@2012-01-01", Assert.Single(Store.List(includeStubs: true)).Key.Value);
        Assert.Equal(new string('b', 64), Store.File("a.md")!.Sha256);
        Assert.True(Store.Verify().IsSound);
    }

    [Fact]
    public void AnAbstractGivesWayToTheDocumentAndComesBackWithoutIt()
    {
        const string told = "Tóm tắt rất dài về một chỉ thị của Ban Bí thư mà ai cũng biết.";
        var tells = Document(Directive, told);
        Store.Replace(File("abstract.md", told), [tells with { Document = tells.Document with { IsAbstract = true } }]);

        Store.Replace(File("real.md", "Chỉ thị."), [Document(Directive, "Chỉ thị.")]);

        var record = Store.Read(DocumentKey.Parse(Directive))!;
        Assert.Equal("Chỉ thị.", record.Text);
        Assert.Equal(["real.md", "abstract.md"], record.Sources.Select(source => source.Path));
        Assert.False(record.Summary.IsAbstract);
        Store.Remove("real.md");
        Assert.Equal(told, Store.Read(DocumentKey.Parse(Directive))!.Text);
        Assert.True(Store.Verify().IsSound);
    }

    [Fact]
    public void TwoFilesOfOneDocumentAreReadFromTheSameOneInEitherOrder()
    {
        string Active(params string[] order)
        {
            foreach (var path in order)
            {
                var text = string.Equals(path, "long.md", StringComparison.Ordinal) ? "Chỉ thị đầy đủ." : "Chỉ thị.";
                Store.Replace(File(path, text), [Document(Directive, text)]);
            }

            var active = Store.Summary(DocumentKey.Parse(Directive))!.Source!;
            foreach (var path in order)
            {
                Store.Remove(path);
            }

            return active;
        }

        Assert.Equal("long.md", Active("long.md", "short.md"));
        Assert.Equal("long.md", Active("short.md", "long.md"));
        Assert.Equal("a.md", Active("b.md", "a.md"));
    }

    [Fact]
    public void OnlyTheSourceThatIsReadFromCountsAsCiting()
    {
        PutGuide();
        const string longer = GuideText + " Không viện dẫn gì ở bản này.";

        Store.Replace(File("b.md", longer), [Document(Guide, longer)]);

        Assert.Empty(Store.CitationsOf(DocumentKey.Parse(Guide)));
        Assert.Equal(0, Store.Summary(DocumentKey.Parse(Directive))!.CitedBy);
        Assert.True(Store.Verify().IsSound);
    }

    [Fact]
    public void ChangesNameTheCitedDocumentWhenItsCountMoves()
    {
        PutGuide();
        var before = Store.Revision;
        const string text = "Kế hoạch thực hiện Chỉ thị 04-CT/TW.";

        Store.Replace(
            File("b.md", text), [Document("25-KH/TU~ha-giang@2012-01-01", text, Cites(text, "Chỉ thị 04-CT/TW", Directive))]);

        Assert.Equal(
            [Directive, "25-KH/TU~ha-giang@2012-01-01"], Store.Changes(before).Select(change => change.Key.Value));
        Assert.Equal(2, Store.Summary(DocumentKey.Parse(Directive))!.CitedBy);
    }

    [Fact]
    public void TheRegistryFindsByNumberBySequenceAndByTitle()
    {
        PutGuide();

        Assert.Equal(Directive, Assert.Single(Store.FindByNumber("04-CT/TW")).Key.Value);
        Assert.Equal(Directive, Assert.Single(Store.FindBySequence("chi-thi", "04")).Key.Value);
        Assert.Equal(Guide, Assert.Single(Store.FindByTitle("huong-dan", "ve 02-HD/BDNTW 2017", 5)).Key.Value);
        Assert.Empty(Store.FindByTitle("huong-dan", "***", 5));
    }

    [Fact]
    public void QuarantineCountsAttemptsAndAGoodFileLeavesIt()
    {
        var entry = new QuarantineEntry
        {
            Path = "a.md",
            Sha256 = "",
            Size = 0,
            Modified = Morning,
            Step = "read",
            Code = "empty",
            Reason = "Tệp rỗng.",
            ReasonEnglish = "The file is empty.",
            At = Morning,
        };
        Store.AddToQuarantine(entry, takeOut: false);
        Store.AddToQuarantine(entry, takeOut: false);

        Assert.Equal(2, Assert.Single(Store.Quarantine()).Attempts);
        PutGuide();
        Assert.Empty(Store.Quarantine());
        Store.AddToQuarantine(entry with { Code = "secret" }, takeOut: true);
        Assert.Null(Store.Read(DocumentKey.Parse(Guide)));
        Assert.True(Store.Release("a.md"));
        Assert.False(Store.Release("a.md"));
    }

    [Fact]
    public void AMovedFileKeepsItsDocuments()
    {
        PutGuide();

        Assert.True(Store.Move("a.md", "sub/a.md"));

        Assert.Equal("sub/a.md", Store.Summary(DocumentKey.Parse(Guide))!.Source);
        Assert.False(Store.Move("a.md", "b.md"));
    }

    [Fact]
    public void ADocumentThatIsReadUnderAnotherKeyKeepsItsAddress()
    {
        const string text = "Kế hoạch số 15-KH/TU.";
        var (wrong, right) = (DocumentKey.Parse("15-KH/TU~?@2012-05-04"), DocumentKey.Parse("15-KH/TU~lam-dong@2012-05-04"));
        Store.Replace(File("a.md", text), [Document(wrong.Value, text)]);
        Store.Replace(File("a.md", text), [Document(right.Value, text)]);

        Assert.Equal(right, Store.OfFormerKey(wrong));
        Assert.Equal(right, Store.ReadBySlug(wrong.Slug)!.Summary.Key);
        Assert.Null(Store.Find(wrong));
        Assert.True(Store.Verify().IsSound);
        // Read under its old key again, the document is at its old address itself, and the other leads to it.
        Store.Replace(File("a.md", text), [Document(wrong.Value, text)]);
        Assert.Equal(wrong, Store.ReadBySlug(wrong.Slug)!.Summary.Key);
        Assert.Equal(wrong, Store.ReadBySlug(right.Slug)!.Summary.Key);
    }

    [Fact]
    public void AnotherFileUnderAPathTakesOverNoAddress()
    {
        const string text = "Kế hoạch số 15-KH/TU.";
        var (old, next) = (DocumentKey.Parse("15-KH/TU~lam-dong@2012-05-04"), DocumentKey.Parse("16-KH/TU~lam-dong@2013-05-04"));
        Store.Replace(File("a.md", text), [Document(old.Value, text)]);
        Store.Replace(File("a.md", text, new string('b', 64)), [Document(next.Value, text)]);

        Assert.Null(Store.OfFormerKey(old));
        Assert.Null(Store.ReadBySlug(old.Slug));
    }

    [Fact]
    public void ASecondWriterIsRefusedAndAReaderIsNot()
    {
        PutGuide();
        using var other = Open(Folder);

        Assert.Single(other.List());
        Assert.Throws<StoreBusyException>(() => other.Remove("a.md"));
    }

    private void PutGuide() => Store.Replace(
        File("a.md", GuideText), [Document(Guide, GuideText, Cites(GuideText, "Chỉ thị 04-CT/TW", Directive))]);
}
