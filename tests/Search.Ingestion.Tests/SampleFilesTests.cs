using Search.Documents;
using Search.Testing;

namespace Search.Ingestion.Tests;

/// <summary>The four sample files, the whole way.</summary>
public sealed class SampleFilesTests : SystemFixture
{
    private static readonly DocumentKey Directive = DocumentKey.Parse("04-CT/TW@2011-07-06");

    [Fact]
    public async Task FourFilesGiveSixDocumentsAndTheDirectiveTheyShare()
    {
        await IngestSamples();

        var keys = CollectionReader.Store.List().Select(document => document.Key.Value).ToList();
        Assert.Equal(6, keys.Count);
        Assert.Contains("295-CV/BĐNTW@2021-03-18", keys);
        Assert.Contains("552-CV/TU~quang-ngai@2011-09-13", keys);
        Assert.Contains("12-CT/TW@2022-01-05", keys);
        Assert.Contains("348-BS/TU~nam-dinh@2022-01-20", keys);
        Assert.Contains("02-HD/BĐNTW@2017-01-16", keys);
        var citing = CollectionReader.Store.CitedBy(Directive).Select(cited => cited.Citing.Key.Value).Distinct().ToList();
        Assert.Equal(5, citing.Count);
        Assert.Equal(DocumentStatus.Stub, CollectionReader.Store.Summary(Directive)!.Status);
    }

    [Fact]
    public async Task EverySpanGivesItsText()
    {
        await IngestSamples();

        foreach (var document in CollectionReader.Store.List())
        {
            var record = CollectionReader.Store.Read(document.Key)!;
            Assert.All(CollectionReader.Store.CitationsOf(document.Key), citation => Assert.Equal(citation.Text, record.Slice(citation.Span)));
        }

        Assert.True(CollectionReader.Verify().IsSound);
    }

    [Fact]
    public async Task ASecondRunChangesNothing()
    {
        await IngestSamples();
        var revision = CollectionReader.Store.Revision;

        var (summary, _) = await Ingest(SharedData.PathOf("seeds"));

        Assert.Equal((0, 4), (summary.Ingested, summary.Unchanged));
        Assert.Equal(revision, CollectionReader.Store.Revision);
    }

    [Fact]
    public async Task TheDirectiveIsFoundAsAStubByItsNumber()
    {
        await IngestSamples();

        using var snapshot = CollectionReader.Engine.OpenSnapshot();

        Assert.Equal(CollectionReader.Store.Revision, snapshot.Revision);
        Assert.True(snapshot.Statistics.Groups >= 7);
    }

    private async Task IngestSamples()
    {
        var (summary, _) = await Ingest(SharedData.PathOf("seeds"));
        Assert.Equal(4, summary.Ingested);
    }
}
