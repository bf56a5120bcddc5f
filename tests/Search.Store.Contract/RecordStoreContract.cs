using Search.Store.Audit;
using Xunit;

namespace Search.Store.Contract;

/// <summary>What the records of every store do. An implementation inherits it and says how the store is opened.</summary>
public abstract class RecordStoreContract : StoreFixture
{
    private IRecordStore Records => Store.Records;

    [Fact]
    public void ARecordComesBackAsItWasWrittenAndChangesNoRevision()
    {
        var revision = Store.Revision;
        Put(RecordKinds.User, "a1", "{\"name\":\"Nguyễn Thị Đào\"}", "phòng");

        var record = Reopen().Records.Read(RecordKinds.User, "a1");

        Assert.Equal(new StoredRecord(RecordKinds.User, "a1", "phòng", 1, "{\"name\":\"Nguyễn Thị Đào\"}"), record);
        Assert.Null(Records.Read(RecordKinds.Key, "a1"));
        Assert.Equal(revision, Store.Revision);
        Assert.True(Store.Verify().IsSound);
    }

    [Fact]
    public void RecordsAreListedByIdAndBySubject()
    {
        Put(RecordKinds.Session, "s2", "2", "an");
        Put(RecordKinds.Session, "s1", "1", "an");
        Put(RecordKinds.Session, "s3", "3", "binh");
        Put(RecordKinds.Key, "s0", "0", "an");

        Assert.Equal(["s1", "s2", "s3"], Records.List(RecordKinds.Session).Select(record => record.Id));
        Assert.Equal(["s2"], Records.List(RecordKinds.Session, "s1", 1).Select(record => record.Id));
        Assert.Equal(["s1", "s2"], Records.Of(RecordKinds.Session, "an").Select(record => record.Id));
        Assert.Equal("s3", Records.Last(RecordKinds.Session)!.Id);
        Assert.Null(Records.Last(RecordKinds.Note));
    }

    [Fact]
    public void WhoFollowsLearnsOfEachChangeOnceAndOfWhatWasTakenOut()
    {
        Put(RecordKinds.User, "a", "1");
        var seen = Records.Version;
        Put(RecordKinds.User, "b", "1");
        Put(RecordKinds.User, "b", "2");
        Assert.True(Records.Write(changes => changes.Remove(RecordKinds.User, "a")));
        Assert.False(Records.Write(changes => changes.Remove(RecordKinds.User, "a")));

        Assert.Equal([("b", "2"), ("a", null)], Records.Since(seen).Select(record => (record.Id, record.Payload)));
        Assert.Empty(Records.Since(Records.Version));
        Assert.Null(Records.Read(RecordKinds.User, "a"));
        Assert.Equal(["b"], Records.List(RecordKinds.User).Select(record => record.Id));
    }

    [Fact]
    public void ChangesMadeTogetherAreAllThereOrNoneIs()
    {
        Assert.Throws<InvalidOperationException>(() => Records.Write<bool>(changes =>
        {
            changes.Put(RecordKinds.User, "a", "1");
            Assert.Equal("1", changes.Read(RecordKinds.User, "a")!.Payload);
            throw new InvalidOperationException("the second one is bad");
        }));
        Assert.Empty(Records.List(RecordKinds.User));
        Assert.Equal(0, Records.Version);
    }

    [Fact]
    public void TwoProcessesWriteInTurnsWhileOneTakesDocumentsIn()
    {
        Store.BecomeWriter();
        using var other = Open(Folder);
        Parallel.For(0, 8, i =>
        {
            for (var n = 0; n < 5; n++)
            {
                AuditLog.Append((i % 2 == 0 ? Store : other).Records, new AuditEntry(DateTimeOffset.UnixEpoch, "an", AuditActions.SignedIn));
            }
        });

        Assert.Equal(40, AuditLog.List(Records).Count);
        Assert.Empty(AuditLog.Verify(other.Records));
        Assert.Equal(40, Records.Version);
    }

    [Fact]
    public void TheAuditLogIsOnlyAddedTo()
    {
        AuditLog.Append(Records, new AuditEntry(DateTimeOffset.UnixEpoch, "an", AuditActions.SignedIn));
        var first = Records.Last(RecordKinds.Audit)!;

        Assert.Throws<InvalidOperationException>(() => Put(RecordKinds.Audit, first.Id, "{}"));
        Assert.Throws<InvalidOperationException>(() => Records.Write(changes => changes.Remove(RecordKinds.Audit, first.Id)));
        Assert.Equal(first, Records.Last(RecordKinds.Audit));
    }

    [Fact]
    public void AnEntryThatDoesNotFollowTheOneBeforeIsFound()
    {
        var first = AuditLog.Append(Records, new AuditEntry(DateTimeOffset.UnixEpoch, "an", AuditActions.SignedIn));
        AuditLog.Append(Records, new AuditEntry(DateTimeOffset.UnixEpoch, "an", AuditActions.Exported, "documents.csv"));
        Assert.True(Store.Verify().IsSound);

        // Somebody writes past the log: an entry of their own, and one that leaves a number out.
        Put(RecordKinds.Audit, "000000000003", RecordJson.Write(first with { Number = 3, Who = "binh" }));
        Put(RecordKinds.Audit, "000000000005", RecordJson.Write(first with { Number = 5 }));

        var problems = Reopen().Verify().Problems;
        Assert.Contains(problems, problem => problem is { Kind: "audit", Subject: "3" });
        Assert.Contains(problems, problem => problem is { Kind: "audit", Subject: "4" });
    }

    private void Put(string kind, string id, string payload, string? subject = null) => Records.Write(changes =>
    {
        changes.Put(kind, id, payload, subject);
        return true;
    });
}
