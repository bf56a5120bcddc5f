using System.Globalization;
using Search.Engine.LuceneNet;

namespace Search.Engine.Campaign;

/// <summary>
/// A power cut at every operation of a commit, of a rebuild and of a purge: afterwards the old state or the new one is
/// served, and it is sound.
/// </summary>
public static class DiskCampaign
{
    private const int Passages = 12;

    /// <summary>Runs it.</summary>
    /// <param name="step">Every so many operations are tried; 1 for all.</param>
    public static Outcome Run(int step)
    {
        var folder = Directory.CreateTempSubdirectory("campaign-disk-").FullName;
        var failures = new List<string>();
        var cuts = 0;
        try
        {
            foreach (var left in Enum.GetValues<CutDisk.Left>())
            {
                foreach (var clear in (bool[])[false, true])
                {
                    for (var cutAt = 1; Try(Path.Combine(folder, "index"), cutAt, left, clear, failures); cutAt += step)
                    {
                        cuts++;
                    }
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return new Outcome("power cuts", string.Create(CultureInfo.InvariantCulture, $"{cuts} cuts that drop, tear or zero what was not flushed, {failures.Count} bad"), failures);
    }

    // False when the work was done before the cut came.
    private static bool Try(string index, int cutAt, CutDisk.Left left, bool clear, List<string> failures)
    {
        if (Directory.Exists(index))
        {
            Directory.Delete(index, recursive: true);
        }

        using (var engine = LuceneNetEngine.Open(index))
        {
            Put(engine, 1, "cũ", clear: true);
        }

        var disk = new CutDisk(cutAt);
        var acknowledged = 1L;
        try
        {
            using var failing = LuceneNetEngine.Open(index, null, new LuceneNetOptions { OpenDirectory = disk.Open });
            Put(failing, 2, "mới", clear);
            acknowledged = 2;
            ((IMaintainable)failing).Purge(CancellationToken.None);
        }
        catch (Exception e) when (disk.IsCut && e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // As told by whoever wrote.
        }

        var wasCut = disk.IsCut;
        disk.Cut(left);
        var where = string.Create(CultureInfo.InvariantCulture, $"cut at {cutAt}, {left}, {(clear ? "rebuild" : "commit")}");
        try
        {
            using var engine = LuceneNetEngine.Open(index);
            using var snapshot = engine.OpenSnapshot();
            var (old, fresh) = (Count(snapshot, "cũ"), Count(snapshot, "mới"));
            if (snapshot.Revision < acknowledged || (old, fresh) != (snapshot.Revision == 1 ? (Passages, 0) : (0, Passages)))
            {
                failures.Add($"{where}: revision {snapshot.Revision} with {old} old and {fresh} new passages; {acknowledged} was acknowledged");
            }

            if (!engine.Verify(CancellationToken.None).IsSound)
            {
                failures.Add($"{where}: not sound");
            }
        }
        catch (IndexDamagedException e)
        {
            failures.Add($"{where}: {e.Message}");
        }

        return wasCut;
    }

    private static void Put(ISearchEngine engine, long revision, string word, bool clear)
    {
        using var writer = engine.OpenWriter();
        if (clear)
        {
            writer.Clear();
        }

        for (var i = 0; i < Passages; i++)
        {
            writer.Put(new IndexEntry
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"d{i}#0"),
                Group = string.Create(CultureInfo.InvariantCulture, $"d{i}"),
                Text = new Dictionary<string, string>(StringComparer.Ordinal) { [IndexFields.Body] = $"nội dung {word}" },
            });
        }

        writer.Commit(revision);
    }

    private static int Count(IIndexSnapshot snapshot, string word) => snapshot.Search(
        new SearchRequest { Query = new PhraseQuery(word), Limit = 100 }, CancellationToken.None).Hits.Count;
}
