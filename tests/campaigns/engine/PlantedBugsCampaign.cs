using System.Globalization;
using Search.Engine.LuceneNet;

namespace Search.Engine.Campaign;

/// <summary>
/// Plants bugs in the storage one after another and runs the checks of the other campaigns over it: without a bug they must
/// be content, with one they must not.
/// </summary>
public static class PlantedBugsCampaign
{
    private const int Queries = 160;
    private const double LeastShare = 0.95;

    /// <summary>Runs it.</summary>
    /// <param name="every">Every so many bugs are planted; 1 for all.</param>
    public static Outcome Run(int every)
    {
        var failures = new List<string>();
        var planted = Enum.GetValues<PlantedBug>().Where(bug => bug != PlantedBug.None && (int)bug % every == 0).ToList();
        if (Check(PlantedBug.None) is { } alarm)
        {
            failures.Add($"an alarm without a bug: {alarm}");
        }

        var missed = planted.Where(bug => Check(bug) is null).ToList();
        if (planted.Count - missed.Count < planted.Count * LeastShare)
        {
            failures.AddRange(missed.Select(bug => $"not found: {bug}"));
        }

        return new Outcome(
            "planted bugs",
            string.Create(CultureInfo.InvariantCulture, $"{planted.Count - missed.Count} of {planted.Count} found{string.Concat(missed.Select(bug => $", not {bug}"))}"),
            failures);
    }

    // The first problem that the checks find; an exception tells of one, too.
    private static string? Check(PlantedBug bug)
    {
        var folder = Directory.CreateTempSubdirectory("campaign-bugs-").FullName;
        try
        {
            return Problem(folder, bug);
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or InvalidOperationException or IOException)
        {
            return e.Message;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Problem(string folder, PlantedBug bug)
    {
        var collection = new RandomCollection(new Random(29));
        var disk = new CutDisk(int.MaxValue) { DropsFlushes = bug == PlantedBug.MissingFlush };
        using (var engine = Open(folder, bug, disk))
        {
            for (var round = 1; round <= 3; round++)
            {
                var cursor = round == 1 ? null : NextCursor(engine);
                collection.Change(engine, round == 1 ? 400 : 120, round);
                if (round == 3)
                {
                    ((IMaintainable)engine).Compact(CancellationToken.None);
                }

                if (new OracleCheck(engine, collection).Problems(Queries, round).FirstOrDefault() is { } problem)
                {
                    return problem;
                }

                if (cursor is not null && IsTaken(engine, cursor))
                {
                    return "a cursor of an old generation is taken";
                }
            }

            collection.Rebuild(engine, 80, 4);
            if (new OracleCheck(engine, collection).Problems(Queries, 4).FirstOrDefault() is { } after)
            {
                return after;
            }

            // The power goes while the engine is open: closing it later changes nothing on the disk.
            disk.Cut(CutDisk.Left.Half);
        }

        using var again = Open(folder, bug, new CutDisk(int.MaxValue));
        return new OracleCheck(again, collection).Problems(Queries / 4, 4).FirstOrDefault();
    }

    private static SearchEngine Open(string folder, PlantedBug bug, CutDisk disk) => new(
        new BuggedStorage(
            new LuceneStorage(folder, new LuceneNetOptions { OpenDirectory = disk.Open, SegmentsPerTier = 3, MergeWaitAtClose = TimeSpan.Zero }), bug),
        new SearchEngineOptions { Rerank = false, IndexingThreads = 1 });

    private static SearchRequest FirstPage => new() { Query = new WordsQuery("đối ngoại nhân dân"), Limit = 3 };

    private static string? NextCursor(SearchEngine engine)
    {
        using var snapshot = engine.OpenSnapshot();
        return snapshot.Search(FirstPage, CancellationToken.None).NextCursor;
    }

    private static bool IsTaken(SearchEngine engine, string cursor)
    {
        using var snapshot = engine.OpenSnapshot();
        try
        {
            snapshot.Search(FirstPage with { Cursor = cursor }, CancellationToken.None);
            return true;
        }
        catch (InvalidCursorException)
        {
            return false;
        }
    }
}
