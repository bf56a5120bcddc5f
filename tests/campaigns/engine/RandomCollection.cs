using System.Globalization;

namespace Search.Engine.Campaign;

/// <summary>Seeded random passages, changes and queries over few syllables, so that everything collides.</summary>
/// <param name="random">The source of chance.</param>
/// <param name="isTitled">Whether all passages of a document bear one title, as documents do; else each has its own.</param>
internal sealed class RandomCollection(Random random, bool isTitled = false)
{
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);

    private const int Groups = 40;
    private const int Anchors = 12;

    private static readonly string[] Syllables =
        ["đối", "doi", "đội", "ngoại", "ngoai", "nhân", "dân", "dan", "dẫn", "ban", "bàn", "bí", "thư", "kế", "hoạch", "x1", "2011"];

    private static readonly string[] Types = ["chi-thi", "ke-hoach", "bao-cao"];

    /// <summary>What the index should hold, by id.</summary>
    public Dictionary<string, IndexEntry> Truth { get; } = new(StringComparer.Ordinal);

    /// <summary>The key of a passage's document.</summary>
    public static string GroupOf(string id) => id.Split('#')[0];

    /// <summary>The type of a document, the same for all of its passages.</summary>
    public static string TypeOf(string group) => Types[Number(group) % Types.Length];

    /// <summary>The date of a document; no two have the same.</summary>
    public static long DateOf(string group) => 20000101 + Number(group);

    /// <summary>Changes index and truth alike, and commits.</summary>
    public void Change(ISearchEngine engine, int changes, long revision)
    {
        using var writer = engine.OpenWriter();
        for (var i = 0; i < changes; i++)
        {
            Change(writer);
            if (random.Next(100) == 0)
            {
                writer.Commit(revision);
            }
        }

        writer.Commit(revision);
    }

    /// <summary>Begins again with other passages.</summary>
    public void Rebuild(ISearchEngine engine, int passages, long revision)
    {
        using var writer = engine.OpenWriter();
        writer.Clear();
        Truth.Clear();
        for (var i = 0; i < passages; i++)
        {
            Put(writer, NewId());
        }

        writer.Commit(revision);
    }

    /// <summary>A query for passages.</summary>
    public Query NextQuery(int depth = 0) => random.Next(depth > 1 ? 4 : 10) switch
    {
        0 or 1 => new WordsQuery(Words(1 + random.Next(6))),
        2 => new TermQuery(Words(1)),
        3 => new PhraseQuery(Words(2 + random.Next(2))),
        4 => new NearQuery(Words(2), random.Next(4)),
        5 => new AndQuery([NextQuery(depth + 1), NextQuery(depth + 1)]),
        6 => new OrQuery([NextQuery(depth + 1), NextQuery(depth + 1)]),
        7 => new AndQuery([NextQuery(depth + 1), new NotQuery(NextQuery(depth + 1))]),
        8 => new AndQuery([NextQuery(depth + 1), new OptionalQuery(NextQuery(depth + 1))]),
        _ => new BoostQuery(NextQuery(depth + 1), 0.5 + random.NextDouble()),
    };

    /// <summary>A query for documents whose matches follow from the texts alone.</summary>
    public Query NextDocumentQuery(int depth = 0) => random.Next(depth > 1 ? 3 : 6) switch
    {
        0 => new TermQuery(Words(1)),
        1 => new PhraseQuery(Words(2)),
        2 => new NearQuery(Words(2), random.Next(4)),
        3 => new AndQuery([NextDocumentQuery(depth + 1), NextDocumentQuery(depth + 1)]),
        4 => new OrQuery([NextDocumentQuery(depth + 1), NextDocumentQuery(depth + 1)]),
        _ => new AndQuery([NextDocumentQuery(depth + 1), new NotQuery(NextDocumentQuery(depth + 1))]),
    };

    private static int Number(string group) => int.Parse(group.AsSpan(1), CultureInfo.InvariantCulture);

    private void Change(IIndexWriter writer)
    {
        var id = NewId();
        if (random.Next(5) == 0)
        {
            writer.Delete(id);
            Truth.Remove(id);
        }
        else if (random.Next(60) == 0)
        {
            var group = GroupOf(id);
            writer.DeleteGroup(group);
            foreach (var own in Truth.Keys.Where(key => string.Equals(GroupOf(key), group, StringComparison.Ordinal)).ToList())
            {
                Truth.Remove(own);
            }
        }
        else
        {
            Put(writer, id);
        }
    }

    private void Put(IIndexWriter writer, string id)
    {
        var group = GroupOf(id);
        var entry = new IndexEntry
        {
            Id = id,
            Group = group,
            Text = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [IndexFields.Title] = TitleOf(group),
                [IndexFields.Headings] = Words(random.Next(5)),
                [IndexFields.Body] = Words(random.Next(41)),
            },
            Keywords = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [IndexFields.Type] = [TypeOf(group)] },
            Numbers = new Dictionary<string, long>(StringComparer.Ordinal) { [IndexFields.Date] = DateOf(group) },
        };
        writer.Put(entry);
        Truth[id] = entry;
    }

    private string TitleOf(string group)
    {
        if (!isTitled)
        {
            return Words(random.Next(7));
        }

        return _titles.TryGetValue(group, out var title) ? title : _titles[group] = Words(random.Next(7));
    }

    private string NewId() => string.Create(CultureInfo.InvariantCulture, $"d{random.Next(Groups)}#{random.Next(Anchors)}");

    private string Words(int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => Syllables[random.Next(Syllables.Length)]));
}
