using System.Globalization;
using Lucene.Net.Index;

namespace Search.Engine.LuceneNet;

/// <summary>Checks the newest commit: every file against its checksum, then Lucene's own check of what they say.</summary>
internal static class IndexVerifier
{
    /// <summary>How often a check is begun again because a writer committed meanwhile and took files away.</summary>
    private const int MostChecks = 10;

    public static IndexVerification Verify(string root, CommitReader commits, CancellationToken ct)
    {
        for (var i = 1; ; i++)
        {
            var before = Commits(root);
            var outcome = VerifyOnce(root, commits, ct);
            if (outcome.Damages.Count == 0 || i == MostChecks || string.Equals(before, Commits(root), StringComparison.Ordinal))
            {
                return outcome;
            }
        }
    }

    /// <summary>The names of the commits that are there: they change with every one.</summary>
    private static string Commits(string root)
    {
        try
        {
            return string.Join('|', IndexFolder.List(root).SelectMany(folder => Directory.EnumerateFiles(folder.Path, "segments_*").Order(StringComparer.Ordinal)));
        }
        catch (IOException)
        {
            return ""; // a folder went away while it was looked at
        }
    }

    private static IndexVerification VerifyOnce(string root, CommitReader commits, CancellationToken ct)
    {
        var damages = new List<IndexDamage>();
        var folders = IndexFolder.List(root).Where(folder => folder.HasCommit).ToList();
        if (folders.Count == 0)
        {
            if (commits.OldFiles().Any())
            {
                damages.Add(IndexDamage.OtherVersion("manifest"));
            }

            return new IndexVerification(0, 0, damages);
        }

        // A folder that cannot be opened beside one that serves is a rebuild that never ended.
        var (files, parts) = Check(Serving(commits) ?? folders[0], commits, damages, ct);
        return new IndexVerification(files, parts, damages);
    }

    private static IndexFolder? Serving(CommitReader commits)
    {
        try
        {
            using var generation = commits.OpenNewest(null);
            return generation?.Folder;
        }
        catch (IndexDamagedException)
        {
            return null;
        }
    }

    private static (int Files, long Parts) Check(IndexFolder folder, CommitReader commits, List<IndexDamage> damages, CancellationToken ct)
    {
        var place = Path.GetFileName(folder.Path);
        var directory = commits.DirectoryOf(folder);
        using var hold = TryHold(folder, damages);
        var infos = new SegmentInfos();
        try
        {
            infos.Read(directory);
            IndexFormat.RevisionOf(infos.UserData, infos.GetSegmentsFileName());
        }
        catch (IndexDamagedException e)
        {
            damages.Add(e.Damage with { File = Path.Combine(place, e.Damage.File) });
            return (1, 0);
        }
        catch (Exception e) when (CommitReader.IsDamage(e))
        {
            damages.Add(new IndexDamage(Path.Combine(place, NewestSegments(folder)), -1, $"the list of segments cannot be read: {e.Message}"));
            return (1, 0);
        }

        var files = infos.GetFiles(directory, true);
        foreach (var file in files)
        {
            ct.ThrowIfCancellationRequested();
            if (FileChecks.Problem(Path.Combine(folder.Path, file)) is { } problem)
            {
                damages.Add(new IndexDamage(Path.Combine(place, file), -1, problem));
            }
        }

        // What fails its checksum needs no closer look, and reading it could go anywhere.
        return (files.Count, damages.Count > 0 ? 0 : CheckContent(place, directory, damages));
    }

    private static long CheckContent(string place, global::Lucene.Net.Store.Directory directory, List<IndexDamage> damages)
    {
        using var log = new StringWriter(CultureInfo.InvariantCulture);
        var status = new CheckIndex(directory) { InfoStream = log }.DoCheckIndex();
        long parts = 0;
        foreach (var segment in status.SegmentInfos ?? [])
        {
            parts++;
            var error = segment.FieldNormStatus?.Error ?? segment.TermIndexStatus?.Error ?? segment.StoredFieldStatus?.Error
                ?? segment.DocValuesStatus?.Error;
            if (!segment.OpenReaderPassed || error is not null)
            {
                damages.Add(new IndexDamage(Path.Combine(place, segment.Name), -1, $"the segment fails its check: {error?.Message ?? "it cannot be opened"}"));
            }
        }

        if (!status.Clean && damages.Count == 0)
        {
            damages.Add(new IndexDamage(Path.Combine(place, status.SegmentsFileName ?? "segments"), -1, "the index is not clean"));
        }

        return parts;
    }

    private static IDisposable? TryHold(IndexFolder folder, List<IndexDamage> damages)
    {
        try
        {
            return folder.Hold();
        }
        catch (IOException e)
        {
            damages.Add(new IndexDamage(Path.Combine(Path.GetFileName(folder.Path), "held"), -1, e.Message));
            return null;
        }
    }

    private static string NewestSegments(IndexFolder folder) =>
        Directory.EnumerateFiles(folder.Path, "segments_*").Select(Path.GetFileName).Order(StringComparer.Ordinal).LastOrDefault() ?? "segments";
}
