using System.Globalization;
using Search.Documents;
using Search.Store.Contract;
using static Search.Store.Contract.Samples;

namespace Search.Store.Postgres.Tests;

public sealed class SharingTests : IDisposable
{
    private const string Guide = "02-HD/BĐNTW@2017-01-16";
    private const string Directive = "04-CT/TW@2011-07-06";
    private const string GuideText = "Hướng dẫn thực hiện Chỉ thị 04-CT/TW của Ban Bí thư.";
    private const string DirectiveText = "Chỉ thị về đối ngoại nhân dân.";

    private readonly Nodes _nodes = new();

    [Fact]
    public void WhatOneNodeWritesTheOthersRead()
    {
        var (one, other) = (_nodes.Add(), _nodes.Add());
        PutGuide(one);
        one.Replace(File("b.md", DirectiveText), [Document(Directive, DirectiveText)]);
        Put(one, RecordKinds.Note, "n", "{\"text\":\"a\0b\U0010FFFF\"}");

        Assert.Null(other.Read(DocumentKey.Parse(Guide)));
        Assert.True(other.Shared!.Follow());

        Assert.Equal(GuideText, other.Read(DocumentKey.Parse(Guide))!.Text);
        Assert.Equal(1, other.Summary(DocumentKey.Parse(Directive))!.CitedBy);
        Assert.Equal(Guide, Assert.Single(other.FindByTitle("huong-dan", "ve 02-HD/BDNTW 2017", 5)).Key.Value);
        Assert.Equal(one.Records.Read(RecordKinds.Note, "n"), other.Records.Read(RecordKinds.Note, "n"));
        Assert.Equal((one.Revision, one.Records.Version), (other.Revision, other.Records.Version));
        Assert.Equal(one.Changes(0), other.Changes(0));
        Assert.True(other.Verify().IsSound);
        Assert.False(other.Shared.Follow());

        other.Remove("a.md");
        one.Shared!.Follow();
        Assert.Null(one.Read(DocumentKey.Parse(Guide)));
        Assert.Empty(one.FindByTitle("huong-dan", "ve 02-HD/BDNTW 2017", 5));
        Assert.True(one.Verify().IsSound);
        Assert.Equal(3, _nodes.Add().Revision);
    }

    [Fact]
    public void AWriterThatIsBehindBuildsOnWhatOthersWrote()
    {
        var (one, other) = (_nodes.Add(), _nodes.Add());
        PutGuide(one);

        var result = other.Replace(File("b.md", DirectiveText), [Document(Directive, DirectiveText)]);

        Assert.Equal(2, result.Revision);
        Assert.Equal(Directive, Assert.Single(result.ArrivedStubs).Value);
        Assert.Equal(GuideText, other.Read(DocumentKey.Parse(Guide))!.Text);
    }

    [Fact]
    public async Task EveryCommitOfManyWritersIsSeenOnceAndInOrder()
    {
        const int Writers = 3;
        // In full 10^5 commits: SEARCH_COMMITS=100000, see the README of the cluster.
        var each = int.Parse(Environment.GetEnvironmentVariable("SEARCH_COMMITS") ?? "45", CultureInfo.InvariantCulture) / Writers;
        var (follower, stop) = (_nodes.Add(), false);
        var writers = Enumerable.Range(0, Writers).Select(_ => _nodes.Add()).ToList();
        var seen = new List<long>();
        var following = Task.Run(() =>
        {
            for (var last = false; !last;)
            {
                last = Volatile.Read(ref stop);
                follower.Shared!.Follow();
                seen.AddRange(follower.Records.Since(seen.Count == 0 ? 0 : seen[^1]).Select(record => record.Version));
            }
        }, TestContext.Current.CancellationToken);

        await Task.WhenAll(writers.Select((writer, w) => Task.Run(async () =>
        {
            var random = new Random(w);
            for (var i = 0; i < each; i++)
            {
                Put(writer, RecordKinds.Note, $"{w} {i}", "{}", random);
                if (i % 5 == 0)
                {
                    var text = $"Kế hoạch số {i} của {w}.";
                    writer.Replace(File($"{w}-{i}.md", text), [Document($"{10 + i}-KH/TU~ha-giang@20{10 + w}-01-01", text)]);
                }

                await Task.Delay(random.Next(5), TestContext.Current.CancellationToken);
            }
        })));
        Volatile.Write(ref stop, true);
        await following;

        Assert.Equal(Enumerable.Range(1, Writers * each).Select(version => (long)version), seen);
        Assert.Equal(Writers * ((each + 4) / 5), follower.Revision);
        Assert.Equal(Writers * ((each + 4) / 5), follower.List().Count);
        Assert.All(writers.Append(follower), node =>
        {
            node.Shared!.Follow();
            Assert.Equal(follower.Changes(0), node.Changes(0));
            Assert.True(node.Verify().IsSound);
        });
    }

    [Fact]
    public void AMissingCommitIsRefusedAndNamed()
    {
        var (one, other) = (_nodes.Add(), _nodes.Add());
        PutGuide(one);
        one.Remove("a.md");
        PutGuide(one);
        _nodes.Execute("DELETE FROM sync_commits WHERE position = 2");

        var error = Assert.Throws<StoreDamagedException>(() => other.Shared!.Follow());

        Assert.Contains("2", error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message, other.Shared!.State.Problem);
        Assert.Equal(0, other.Revision);
    }

    [Fact]
    public void ASharedStoreOfANewerVersionIsNeitherReadNorWritten()
    {
        var one = _nodes.Add();
        PutGuide(one);
        _nodes.Execute("UPDATE sync_head SET format = format + 1");

        Assert.Throws<StoreDamagedException>(() => one.Remove("a.md"));
        Assert.Throws<StoreDamagedException>(() => _nodes.Add());
        Assert.Equal(GuideText, one.Read(DocumentKey.Parse(Guide))!.Text);
    }

    [Fact]
    public void ACopyOfAnotherHistoryIsKeptAsideAndMadeAgain()
    {
        var one = _nodes.Add();
        PutGuide(one);
        one.Remove("a.md");
        // As after a restore to an earlier moment and a new commit.
        _nodes.Execute("UPDATE sync_commits SET id = gen_random_uuid() WHERE position = 2");

        Assert.ThrowsAny<IOException>(() => one.Shared!.Follow());
        var folder = _nodes.Close(one);
        var again = _nodes.Add(folder);

        Assert.Equal(2, again.Revision);
        Assert.True(System.IO.File.Exists(Path.Combine(folder, "knowledge.db.lost")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void ACommitWhoseAnswerIsLostIsMadeOnce(int losses)
    {
        var (one, other) = (_nodes.Add(), _nodes.Add());
        _nodes.Link.Losses = losses;

        PutGuide(one);
        Put(one, RecordKinds.Note, "n", "{}");

        Assert.Equal(0, _nodes.Link.Losses);
        Assert.Equal((1, 1), (one.Revision, one.Records.Version));
        other.Shared!.Follow();
        Assert.Equal(2, other.Shared.State.Head);
        Assert.Equal(one.Changes(0), other.Changes(0));
    }

    [Fact]
    public async Task AChangeOfANodeWaitsForTheOneBeforeWithoutTheHead()
    {
        var one = _nodes.Add();
        Task? second = null;
        Exception? refused = null;
        one.Records.Write(changes =>
        {
            if (second is null)
            {
                // What a failover leaves behind: this change holds the copy and has lost the head.
                _nodes.Execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE relation = 'sync_head'::regclass AND pid <> pg_backend_pid()");
                second = Task.Run(() => PutGuide(one));
                for (var i = 0; i < 20; i++)
                {
                    Thread.Sleep(10);
                    // Refused where the other change had taken the head: this one could then never ask for its own commit.
                    refused ??= Record.Exception(() => _nodes.Execute("SELECT 1 FROM sync_head FOR UPDATE NOWAIT"));
                }
            }

            changes.Put(RecordKinds.Note, "n", "{}");
            return 0;
        });
        await second!;

        Assert.Null(refused);
        Assert.NotNull(one.Records.Read(RecordKinds.Note, "n"));
        Assert.NotNull(one.Read(DocumentKey.Parse(Guide)));
    }

    [Fact]
    public void ReadersAskTheirCopyAloneAndGoOnWithoutTheServer()
    {
        var one = _nodes.Add();
        PutGuide(one);
        var before = _nodes.Link.Bytes;

        void Read()
        {
            Assert.Equal(GuideText, one.Read(DocumentKey.Parse(Guide))!.Text);
            Assert.Single(one.CitedBy(DocumentKey.Parse(Directive)));
            Assert.Single(one.Links());
            Assert.Single(one.Files());
            Assert.Empty(one.Records.List(RecordKinds.Note));
            Assert.Equal(1, one.Revision);
        }

        Read();
        Assert.Equal(before, _nodes.Link.Bytes);

        _nodes.Link.Cut();
        Read();
        Assert.Throws<StoreBusyException>(() => one.Shared!.Follow());
        Assert.NotNull(one.Shared!.State.Problem);
        // A node that starts now serves what it has.
        var folder = _nodes.Close(one);
        one = _nodes.Add(folder);
        Read();
        Assert.Throws<StoreBusyException>(() => _nodes.Add());

        _nodes.Link.Mend();
        one.Remove("a.md");
        Assert.Equal(2, one.Revision);
        one.Shared!.Follow();
        Assert.Null(one.Shared.State.Problem);
    }

    public void Dispose() => _nodes.Dispose();

    private static void PutGuide(IDocumentStore store) => store.Replace(
        File("a.md", GuideText), [Document(Guide, GuideText, Cites(GuideText, "Chỉ thị 04-CT/TW", Directive))]);

    private static void Put(IDocumentStore store, string kind, string id, string payload, Random? delay = null) => store.Records.Write(changes =>
    {
        changes.Put(kind, id, payload);
        if (delay is not null)
        {
            Thread.Sleep(delay.Next(4));
        }

        return true;
    });
}
