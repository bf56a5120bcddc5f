using System.Text;

namespace Search.Documents.Letterheads;

/// <summary>Joins the lines of a title.</summary>
internal static class Titles
{
    public static string Join(IEnumerable<string> lines)
    {
        var title = new StringBuilder();
        foreach (var line in lines)
        {
            var text = line.Trim();

            // A hyphen at the end of a line belongs to a number that goes on in the next: "04-" "CT/TW".
            if (title.Length > 0 && !(title[^1] == '-' && title.Length > 1 && char.IsAsciiDigit(title[^2])))
            {
                title.Append(' ');
            }

            title.Append(text.Replace('\t', ' '));
        }

        return title.ToString().Trim('*', '_', ' ').TrimStart('-', '–', '—', ':', '|', ' ');
    }
}
