using Search.Cli.Output;

namespace Search.Cli.Commands;

/// <summary>Lays help out: headings, and lists in two columns that are broken between words.</summary>
internal sealed class HelpSheet(TextWriter output, Language language)
{
    private const int Width = 100;

    /// <summary>Names longer than this stand on a line of their own.</summary>
    private const int WidestName = 30;

    private bool _isBegun;

    public void Paragraph(Message text)
    {
        Write("", text.In(language));
        _isBegun = true;
    }

    public void Heading(Message text)
    {
        if (_isBegun)
        {
            output.WriteLine();
        }

        _isBegun = true;
        output.WriteLine($"{text.In(language)}:");
    }

    public void Line(string text) => output.WriteLine($"  {text}");

    /// <summary>A heading with its entries; nothing where there are none.</summary>
    public void List(Message heading, IEnumerable<(string Name, Message Text)> entries)
    {
        var all = entries.ToList();
        if (all.Count == 0)
        {
            return;
        }

        Heading(heading);
        var column = all.Max(entry => Math.Min(entry.Name.Length, WidestName)) + 4;
        foreach (var (name, text) in all)
        {
            var isWide = name.Length > WidestName;
            if (isWide)
            {
                Line(name);
            }

            Write(isWide ? new string(' ', column) : $"  {name}".PadRight(column), text.In(language));
        }
    }

    private void Write(string first, string text)
    {
        var line = first;
        var isEmpty = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                output.WriteLine(line);
                line = new string(' ', first.Length);
                isEmpty = true;
            }

            line += isEmpty ? word : $" {word}";
            isEmpty = false;
        }

        output.WriteLine(line.TrimEnd());
    }
}
