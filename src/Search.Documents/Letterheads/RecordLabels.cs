using System.Runtime.CompilerServices;
using System.Text;
using Search.Documents.Catalogues;

namespace Search.Documents.Letterheads;

/// <summary>The labels under which front matter, lists and pages give the fields of a paper, ready to be looked up.</summary>
internal sealed class RecordLabels
{
    /// <summary>No label is longer, in UTF-16 units.</summary>
    public const int MaxLength = 32;

    /// <summary>No label has more words.</summary>
    private const int MaxWords = 4;

    private static readonly ConditionalWeakTable<Catalogue, RecordLabels> Known = [];

    private RecordLabels(Catalogue catalogue)
    {
        foreach (var field in catalogue.Fields)
        {
            Add(Named, field.Labels, field.Id);
            Add(Shown, field.PageLabels, field.Id);
            Add(Weak, field.WeakLabels, field.Id);
        }
    }

    /// <summary>Field by label, in front matter and lists.</summary>
    public Dictionary<string, string> Named { get; } = new(StringComparer.Ordinal);

    /// <summary>Field by label, on pages.</summary>
    public Dictionary<string, string> Shown { get; } = new(StringComparer.Ordinal);

    /// <summary>Labels that mean a field less surely.</summary>
    public Dictionary<string, string> Weak { get; } = new(StringComparer.Ordinal);

    /// <summary>The labels of one catalogue; built once.</summary>
    public static RecordLabels Of(Catalogue catalogue) => Known.GetValue(catalogue, static c => new RecordLabels(c));

    /// <summary>Letters alone, folded: "Số / Ký hiệu", "so_ky_hieu" and "sokyhieu" are one label.</summary>
    public static string Key(string label)
    {
        var key = new StringBuilder(label.Length);
        foreach (var c in label)
        {
            if (char.IsLetter(c))
            {
                key.Append(Lines.LineCleaner.Fold(c));
            }
        }

        return key.ToString();
    }

    /// <summary>Whether a line begins with the label of a page's record and a colon.</summary>
    public bool Begins(string line)
    {
        var colon = line.AsSpan(0, Math.Min(line.Length, MaxLength + 1)).IndexOf(':');
        return colon > 1 && char.IsUpper(line[0]) && Shown.ContainsKey(Key(line[..colon]));
    }

    /// <summary>
    /// Where the next label of a record begins in a line that bears several of them ("Số hiệu: 11-HD/TW Loại văn bản: …").
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="from">Where the label before it begins.</param>
    /// <param name="to">One past the part that is looked at.</param>
    /// <returns><paramref name="to"/> where no other label follows.</returns>
    public int NextLabel(string line, int from, int to)
    {
        var first = line.IndexOf(':', from, to - from);
        for (var colon = first < 0 ? -1 : line.IndexOf(':', first + 1, to - first - 1); colon > 0; colon = line.IndexOf(':', colon + 1, to - colon - 1))
        {
            var start = colon;
            for (var words = 0; words < MaxWords && start > first + 1; words++)
            {
                start = line.LastIndexOf(' ', start - 1, start - first - 1);
                if (start <= first + 1)
                {
                    break;
                }

                if (char.IsUpper(line[start + 1]) && Shown.ContainsKey(Key(line[(start + 1)..colon])))
                {
                    return start + 1;
                }
            }
        }

        return to;
    }

    private static void Add(Dictionary<string, string> table, IReadOnlyList<string> labels, string field)
    {
        foreach (var label in labels)
        {
            table.TryAdd(Key(label), field);
        }
    }
}
