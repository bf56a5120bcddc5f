using System.Globalization;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>Any sequence of corrections and of taking them back: a new store that knows them comes to the same, and without them
/// everything is as it was read. What wanted documents are called is left out: it is gathered from all who cite them, in turn.</summary>
public sealed class CorrectionPropertyTests : CorrectedStore
{
    private static readonly int Steps = Campaign.Count(18, 60);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Campaign.Count(2, 40))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task UndoingAllGivesTheStateBefore(int seed)
    {
        var random = new Random(seed);
        Papers(random, 8);
        await IngestAsync();
        var before = Digest(isWhole: false);
        var log = new List<string>();
        for (var i = 0; i < Steps; i++)
        {
            Step(random, i, log);
            if (random.Next(3) == 0)
            {
                await Opened.Corrections.ApplyAsync();
            }
        }

        await Opened.Corrections.ApplyAsync();
        var now = Digest(isWhole: false);
        var exported = Opened.Corrections.Export().ToList();
        var first = Opened;
        var other = Open("data-2");
        try
        {
            Opened = other;
            Opened.Corrections.Import(exported, "operator");
            foreach (var file in Directory.GetFiles(Sources).OrderDescending(StringComparer.Ordinal))
            {
                await Opened.System.IngestAsync([file]);
            }

            await Opened.Corrections.ApplyAsync();
            Same(now, Digest(isWhole: false), "in a new store", log);
        }
        finally
        {
            Close();
            Opened = first;
        }

        foreach (var correction in Opened.System.Corrections.All.Where(correction => correction.IsActive).OrderBy(_ => random.Next()).ToList())
        {
            Opened.Corrections.Undo(correction.Id, "an");
            if (random.Next(2) == 0)
            {
                await Opened.Corrections.ApplyAsync();
            }
        }

        await Opened.Corrections.ApplyAsync();
        Same(before, Digest(isWhole: false), "after undoing all", log);
        Assert.True(Opened.System.Verify().IsSound);
    }

    /// <summary>Corrections in a store that then gets everything anew: the files in another order, each in a longer version, the index
    /// built again. Every correction is still there and tells what became of it, and both ways lead to one state.</summary>
    [Fact]
    public async Task CorrectionsOutlastOrderLongerSourcesAndRebuild()
    {
        var random = new Random(2026);
        var log = new List<string>();
        Papers(random, Campaign.Count(6, 60));
        await IngestAsync();
        var count = Campaign.Count(12, 1000);
        for (var i = 0; Opened.System.Corrections.All.Count < count; i++)
        {
            Step(random, i, log);
            if (random.Next(20) == 0)
            {
                await Opened.Corrections.ApplyAsync();
            }
        }

        await Opened.Corrections.ApplyAsync();
        Told("as made", log);
        // Longer by a paragraph at the end, in the store that was corrected.
        foreach (var file in Directory.GetFiles(Sources))
        {
            await File.AppendAllTextAsync(file, "\nNơi nhận:\n- Các huyện ủy;\n- Lưu Văn phòng Tỉnh ủy.\n", TestContext.Current.CancellationToken);
        }

        await IngestAsync();
        await Opened.Corrections.ApplyAsync();
        Opened.System.Rebuild(TestContext.Current.CancellationToken);
        var states = Told("longer", log);
        var longer = Digest(isWhole: false);
        Assert.True(Opened.System.Verify().IsSound);

        var exported = Opened.Corrections.Export().ToList();
        var first = Opened;
        Opened = Open("data-2");
        try
        {
            Opened.Corrections.Import(exported, "operator");
            foreach (var file in Directory.GetFiles(Sources).OrderBy(_ => random.Next()).ToList())
            {
                await Opened.System.IngestAsync([file]);
            }

            await Opened.Corrections.ApplyAsync();
            Same(longer, Digest(isWhole: false), "in another order", log);
            Assert.Equal(states, Told("in another order", log));
        }
        finally
        {
            Close();
            Opened = first;
        }
    }

    /// <summary>How many corrections are in each state. None waits: every file is there.</summary>
    private string Told(string when, List<string> log)
    {
        var lines = Opened.Corrections.List(null, null);
        var waiting = lines.Where(line => line.State is "waiting").Select(line => $"{line.Kind} {line.Document} {line.Field} {line.Quote} {line.Old} → {line.New}: {line.Note}").ToList();
        if (waiting.Count > 0)
        {
            Assert.Fail($"{when}, {waiting.Count} of {lines.Count} wait:\n{string.Join('\n', waiting.Take(20))}\n{string.Join('\n', log.TakeLast(60))}");
        }

        var states = string.Join(", ", lines.CountBy(line => line.State).OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => $"{state.Value} {state.Key}"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{when}: {states}; {string.Join(", ", lines.CountBy(line => line.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"{kind.Value} {kind.Key}"))}");
        return states;
    }

    private void Papers(Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var cited = string.Join(' ', Enumerable.Range(0, 3).Select(_ => $"Thực hiện Kế hoạch số {random.Next(100, 104 + count)}-KH/TU ngày {random.Next(1, 4):00}/3/2016 của Tỉnh ủy về việc thứ {random.Next(1000)}."));
            Plan($"{i:000}.txt", 100 + i, new DateOnly(2016, 3, random.Next(1, 4)), cited + "\n\nCăn cứ Nghị quyết số 15-NQ/TU, tổ chức thực hiện.");
        }
    }

    private void Step(Random random, int i, List<string> log)
    {
        var present = Present();
        var stubs = Opened.System.Store.Stubs(100).Select(stub => stub.Summary.Key).ToList();
        var document = present[random.Next(present.Count)].Key;
        var citations = Opened.System.Store.CitationsOf(document).Where(citation => !citation.IsSelf && !citation.IsNote).ToList();
        var all = present.Select(one => one.Key).Concat(stubs).ToList();
        var (any, stub) = (all[random.Next(all.Count)].Value, stubs.Count == 0 ? null : stubs[random.Next(stubs.Count)]);
        var request = random.Next(9) switch
        {
            0 => Field("title", $"Giá trị {i}"),
            1 => Field("date", $"2016-{random.Next(1, 12):00}-{random.Next(1, 28):00}"),
            2 => Field("number", $"{random.Next(200, 260)}-KH/TU"),
            3 => new CorrectionRequest { Kind = "citation", Document = document.Value, Start = citations.Count == 0 ? 0 : citations[random.Next(citations.Count)].Span.Start, Value = random.Next(4) == 0 ? null : any },
            4 => new CorrectionRequest { Kind = "merge", Document = stub?.Value, Value = any },
            5 => new CorrectionRequest { Kind = "split", Document = stub?.Value, Mentions = stub is null ? [] : [.. Opened.System.Store.CitationsTo(stub).Where(_ => random.Next(2) == 0).Select(citation => new CorrectionMention { Document = citation.Document.Value, Start = citation.Span.Start, Value = random.Next(2) == 0 ? any : $"{random.Next(300, 310)}-KH/TU~lam-dong@2016-03-02" })] },
            6 => new CorrectionRequest { Kind = "known", Fields = new Dictionary<string, string?>(StringComparer.Ordinal) { ["number"] = random.Next(2) == 0 ? "15-NQ/TU" : $"{random.Next(108, 112)}-KH/TU", ["date"] = $"2016-03-{random.Next(1, 4):00}", ["province"] = "Lâm Đồng", ["title"] = "Về việc đã biết" } },
            7 => new CorrectionRequest { Kind = "extent", Document = document.Value, To = "tổ chức thực hiện." },
            _ => null,
        };
        try
        {
            if (request is not null)
            {
                log.Add(string.Create(CultureInfo.InvariantCulture, $"{request.Kind} {request.Document} {request.Field} {request.Start} → {request.Value} {string.Join(", ", request.Mentions?.Select(mention => $"{mention.Document}:{mention.Start}={mention.Value}") ?? [])}"));
                Opened.Corrections.Add(request, "ha", null);
            }
            else if (Opened.System.Corrections.All.Where(correction => correction.IsActive).ToList() is { Count: > 0 } active)
            {
                var undone = active[random.Next(active.Count)];
                log.Add($"undo {undone.Kind} {undone.Document} {undone.Field}");
                Opened.Corrections.Undo(undone.Id, "an");
            }
        }
        catch (SearchException refused)
        {
            log[^1] += $" (refused: {refused.English})";
        }

        CorrectionRequest Field(string name, string value) => new() { Kind = "field", Document = document.Value, Field = name, Value = value };
    }

    private static void Same(string expected, string actual, string when, List<string> log)
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            var (was, now) = (expected.Split('\n'), actual.Split('\n'));
            Assert.Fail($"{when}:\n{string.Join('\n', was.Except(now, StringComparer.Ordinal).Select(line => "- " + line))}\n{string.Join('\n', now.Except(was, StringComparer.Ordinal).Select(line => "+ " + line))}\n{string.Join('\n', log)}");
        }
    }
}
