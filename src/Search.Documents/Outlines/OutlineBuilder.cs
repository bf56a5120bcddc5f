using System.Globalization;
using Search.Documents.Letterheads;
using Search.Documents.Lines;
using Search.Text;

namespace Search.Documents.Outlines;

// Longer than most files because sections, their anchors and their passages come out of one pass over the lines.
/// <summary>Builds the section tree and the passages of one document.</summary>
internal sealed class OutlineBuilder
{
    /// <summary>Longer headings are text.</summary>
    private const int MaxHeading = 250;

    /// <summary>Short list items and table rows in a row are one passage up to this length.</summary>
    private const int MaxMerged = 400;

    private readonly Sheet _sheet;
    private readonly List<Open> _stack = [];
    private readonly List<Section> _sections = [];
    private readonly List<Passage> _passages = [];
    private readonly HashSet<string> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _repeats = new(StringComparer.Ordinal);
    private Open? _awaiting;
    private int _topPassages;
    private int _lastEnd;
    private bool _canMerge;

    private OutlineBuilder(Sheet sheet) => _sheet = sheet;

    /// <summary>A copy of the document with its outline and passages.</summary>
    public static Document Outline(Sheet sheet, Document document)
    {
        var builder = new OutlineBuilder(sheet);
        if (document.BodySpan is { } body)
        {
            builder.Add(UnitReader.Read(sheet, First(sheet, body), Last(sheet, body)));
        }

        builder.CloseTo(int.MinValue);
        var number = 0;
        var annexes = document.Parts.Where(part => part.Kind == DocumentPartKind.Annex).ToList();
        foreach (var annex in annexes)
        {
            builder.AddAnnex(annex, ++number, annexes.Count);
        }

        if (builder._passages.Count == 0)
        {
            builder.AddPassages(null, document.BodySpan ?? document.Span, "p1");
        }

        builder._sections.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : a.Depth.CompareTo(b.Depth));
        return document with { Outline = builder._sections, Passages = builder._passages };
    }

    private static int First(Sheet sheet, TextSpan span) => sheet.Lines.IndexAt(span.Start);

    private static int Last(Sheet sheet, TextSpan span) => sheet.Lines.IndexAt(span.End - 1) + 1;

    private void AddAnnex(DocumentPart annex, int number, int count)
    {
        var from = First(_sheet, annex.Span);
        var to = Last(_sheet, annex.Span);
        var anchor = Unique(count == 1 ? "phu-luc" : $"phu-luc-{number}");
        var annexSection = new Open(anchor, null, int.MinValue + 1, "Phụ lục", annex.Title, annex.Span.Start, annex.Title ?? "Phụ lục");
        _stack.Add(annexSection);
        _lastEnd = _sheet.Lines.SpanOf(from).End;
        var body = from + 1;
        while (body < to && annex.Title is { } title && title.Contains(_sheet.Lines[body].Text, StringComparison.Ordinal) && body - from < 5)
        {
            body++;
        }

        Add(UnitReader.Read(_sheet, body, to));
        CloseTo(int.MinValue);
    }

    private void Add(List<Unit> units)
    {
        foreach (var unit in units)
        {
            if (unit.Head.Markup.HasFlag(LineMarkup.Columns) || unit.Head.Markup.HasFlag(LineMarkup.Note))
            {
                AddPassage(unit, isItem: unit.Head.Markup.HasFlag(LineMarkup.Columns));
                continue;
            }

            var label = Labels.Read(unit.Head);
            var isHeading = IsHeading(unit, label);
            if (label is null && !isHeading)
            {
                AddPassage(unit, unit.Head.Markup.HasFlag(LineMarkup.Bullet));
                continue;
            }

            if (label is null && _awaiting is { } open)
            {
                // "CHƯƠNG I" above "NHỮNG QUY ĐỊNH CHUNG".
                open.Heading = Text(unit);
                open.Line = $"{open.Line} {open.Heading}";
                _awaiting = null;
                _lastEnd = unit.Span.End;
                continue;
            }

            OpenSection(unit, label, isHeading);
        }
    }

    private void OpenSection(Unit unit, Label? label, bool isHeading)
    {
        var level = unit.Head.Markup.HasFlag(LineMarkup.Heading) ? Level(unit) : 0;
        var rank = label?.Rank ?? (level > 0 ? (int)LabelKind.Markup + level : (int)LabelKind.Title);
        CloseTo(rank);
        var parent = _stack.Count > 0 ? _stack[^1] : null;
        var anchor = Unique(Anchor(parent, label, unit));
        var text = Text(unit);
        var rest = label is null ? text : label.Length < text.Length ? text[label.Length..] : "";
        var heading = isHeading && rest.Length > 0 ? rest : null;
        var section = new Open(anchor, parent?.Anchor, rank, label?.Text, heading, unit.Span.Start, isHeading ? text : label?.Kind == LabelKind.Article ? label.Text : null)
        {
            Label = label,
            HeadSpan = unit.Span,
            IsOwnPassage = !isHeading,
        };
        _stack.Add(section);
        _lastEnd = unit.Span.End;
        _awaiting = isHeading && rest.Length == 0 ? section : null;
        _canMerge = false;
        if (!isHeading)
        {
            AddPassages(section, unit.Span, section.Anchor);
        }
    }

    /// <summary>Depth of a Markdown heading; the first level is the title's, so it stands beside the second.</summary>
    private int Level(Unit unit)
    {
        var level = _sheet.Layout.MarkupAt(unit.Span.Start).Level;
        return Math.Clamp(level > 0 ? level : unit.Span.Slice(_sheet.Source.Text).AsSpan().IndexOfAnyExcept('#'), 2, 6);
    }

    private string Anchor(Open? parent, Label? label, Unit unit)
    {
        var slug = label?.Slug ?? ShortSlug(Text(unit));
        if (label?.Kind == LabelKind.Arabic && _stack.Exists(open => open.Label?.Kind == LabelKind.Article))
        {
            slug = "khoan-" + slug;
        }
        else if (label?.Kind == LabelKind.Letter && _stack.Exists(open => open.Label?.Kind == LabelKind.Article))
        {
            slug = "diem-" + slug;
        }
        else if (label?.Kind == LabelKind.Arabic && parent?.Label is { Kind: LabelKind.Arabic } above && slug.StartsWith(above.Slug + "-", StringComparison.Ordinal))
        {
            slug = slug[(above.Slug.Length + 1)..];
        }

        return label?.Kind == LabelKind.Article || parent is null ? slug : $"{parent.Anchor}.{slug}";
    }

    /// <summary>The first words of a heading without a number.</summary>
    private static string ShortSlug(string text)
    {
        var slug = PlaceNames.Slug(text.Length > 80 ? text[..80] : text);
        var words = slug.Split('-');
        return words.Length > 5 ? string.Join('-', words[..5]) : slug.Length == 0 ? "muc" : slug;
    }

    private string Unique(string anchor)
    {
        if (_anchors.Add(anchor))
        {
            return anchor;
        }

        while (true)
        {
            // Counting on from the last repetition keeps a thousand equal headings linear.
            var number = _repeats[anchor] = _repeats.GetValueOrDefault(anchor, 1) + 1;
            var next = $"{anchor}-{number.ToString(CultureInfo.InvariantCulture)}";
            if (_anchors.Add(next))
            {
                return next;
            }
        }
    }

    private static bool IsHeading(Unit unit, Label? label)
    {
        var text = unit.Head.Text;
        var markup = unit.Head.Markup;
        if (unit.Span.Length > MaxHeading + 40 || markup.HasFlag(LineMarkup.Bullet))
        {
            return false;
        }

        if (markup.HasFlag(LineMarkup.Heading))
        {
            return true;
        }

        var isMarked = markup.HasFlag(LineMarkup.Strong) && IsWhollyStrong(unit);
        if (label is null)
        {
            return (Names.IsCapitals(text) && text.Length >= 6 && text[^1] is not ('.' or ';' or ',')) || (isMarked && text[^1] is not ('.' or ';' or ','));
        }

        if (label.Kind is LabelKind.Part or LabelKind.Chapter or LabelKind.Division)
        {
            return true;
        }

        var rest = label.Length < text.Length ? text[label.Length..] : "";
        if (rest.Length == 0)
        {
            return label.Kind is LabelKind.Article or LabelKind.Roman or LabelKind.Capital;
        }

        if (Names.IsCapitals(rest) || isMarked)
        {
            return true;
        }

        return rest[^1] is not ('.' or ';' or ',' or '/') && !rest.Contains(". ", StringComparison.Ordinal) && rest.Length <= MaxHeading;
    }

    private static bool IsWhollyStrong(Unit unit) => unit.LineCount <= 4 && unit.Span.Length <= MaxHeading;

    /// <summary>The cleaned text of a whole unit on one line.</summary>
    private string Text(Unit unit)
    {
        if (unit.LineCount == 1)
        {
            return unit.Head.Text.Replace('\t', ' ');
        }

        var first = unit.Head.Index;
        var lines = new List<string>();
        for (var i = first; i < _sheet.Count && _sheet.Lines.SpanOf(i).End <= unit.Span.End && lines.Count < 8; i++)
        {
            if (!_sheet.IsStamp(i))
            {
                lines.Add(_sheet.Lines[i].Text);
            }
        }

        return Titles.Join(lines);
    }

    private void AddPassage(Unit unit, bool isItem)
    {
        _awaiting = null;
        var section = _stack.Count > 0 ? _stack[^1] : null;
        if (isItem && _canMerge && _passages.Count > 0 && unit.Span.End - _passages[^1].Span.Start <= MaxMerged)
        {
            _passages[^1] = _passages[^1] with { Span = new TextSpan(_passages[^1].Span.Start, unit.Span.End) };
            _lastEnd = unit.Span.End;
            return;
        }

        var number = section is null ? ++_topPassages : ++section.Passages;
        AddPassages(section, unit.Span, (section is null ? "p" : section.Anchor + ".p") + number.ToString(CultureInfo.InvariantCulture));
        _lastEnd = unit.Span.End;
        _canMerge = isItem;
    }

    private void AddPassages(Open? section, TextSpan span, string anchor)
    {
        if (section is not null)
        {
            section.HasText = true;
        }

        var path = _stack.Where(open => open.Line is not null).Select(open => open.Line!).ToArray();
        var number = 0;
        foreach (var part in Sentences.Split(_sheet.Source.Text, span))
        {
            number++;
            var own = number == 1 ? anchor : $"{anchor}.s{number.ToString(CultureInfo.InvariantCulture)}";
            _passages.Add(new Passage(number == 1 && string.Equals(section?.Anchor, anchor, StringComparison.Ordinal) ? anchor : Unique(own), path, part));
        }
    }

    private void CloseTo(int rank)
    {
        while (_stack.Count > 0 && _stack[^1].Rank >= rank && !(rank > int.MinValue && _stack[^1].Rank == int.MinValue + 1))
        {
            var open = _stack[^1];
            if (!open.HasText && !open.HasChildren && open.HeadSpan is { } head)
            {
                _stack.RemoveAt(_stack.Count - 1);
                var path = _stack.Where(above => above.Line is not null).Select(above => above.Line!).ToArray();
                _passages.Add(new Passage(open.Anchor, path, head));
                _stack.Add(open);
            }

            _sections.Add(new Section(open.Anchor, open.Parent, _stack.Count, open.Label?.Text ?? open.LabelText, open.Heading, new TextSpan(open.Start, Math.Max(_lastEnd, open.Start))));
            _stack.RemoveAt(_stack.Count - 1);
            if (_stack.Count > 0)
            {
                _stack[^1].HasChildren = true;
            }
        }
    }

    private sealed class Open(string anchor, string? parent, int rank, string? labelText, string? heading, int start, string? line)
    {
        public string Anchor { get; } = anchor;

        public string? Parent { get; } = parent;

        public int Rank { get; } = rank;

        public string? LabelText { get; } = labelText;

        public string? Heading { get; set; } = heading;

        public int Start { get; } = start;

        public string? Line { get; set; } = line;

        public Label? Label { get; init; }

        public TextSpan? HeadSpan { get; init; }

        public bool IsOwnPassage { get; init; }

        public bool HasText { get; set; }

        public bool HasChildren { get; set; }

        public int Passages { get; set; }
    }
}
