using System.Globalization;
using System.Text;
using System.Text.Json;
using Search.Text;

namespace Search.Ingestion.Containers;

/// <summary>One row of a list as a source: its text under its other fields as front matter.</summary>
internal static class ListRow
{
    /// <param name="number">Number of the row, from 1.</param>
    /// <param name="row">Its cells by their headings; null for a row that cannot be read.</param>
    /// <param name="folder">Folder of the list, for texts beside it.</param>
    public static ContainerEntry Entry(int number, IEnumerable<KeyValuePair<string, string>>? row, string folder)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{number:D6}.md");
        if (row is null)
        {
            return Refused(name, "broken-row", "Dòng này của bảng kê không đọc được.", "This row of the list cannot be read.");
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (heading, cell) in row)
        {
            // Where two headings mean one field, the first one with a value counts.
            var field = ListHeadings.FieldOf(heading);
            if (!fields.TryGetValue(field, out var known) || string.IsNullOrWhiteSpace(known))
            {
                fields[field] = cell;
            }
        }

        fields.Remove(ListHeadings.Text, out var text);
        if (fields.Remove(ListHeadings.File, out var file) && string.IsNullOrWhiteSpace(text) && !string.IsNullOrWhiteSpace(file))
        {
            var full = Path.GetFullPath(Path.Combine(folder, file));
            if (!Discovery.SourcePaths.IsInside(full, folder) || new FileInfo(full) is not { Exists: true, LinkTarget: null })
            {
                return Refused(name, "missing", "Bảng kê nêu một tệp không có bên cạnh nó.", "The list names a file that does not lie beside it.");
            }

            text = TextDecoder.TryDecode(System.IO.File.ReadAllBytes(full), out var decoded, out _) ? decoded.Text : null;
        }

        return string.IsNullOrWhiteSpace(text)
            ? new ContainerEntry(name, [], Refusals.Blank())
            : new ContainerEntry(name, Encoding.UTF8.GetBytes(FrontMatter(fields) + text.Replace("&nbsp;", " ", StringComparison.Ordinal)));
    }

    /// <summary>Why a list gives no documents.</summary>
    public static FileRefusedException NoText() => new(
        "no-text-column",
        "Bảng kê không có cột nội dung: cần một cột tên “Nội dung” (text) chứa văn bản, hoặc “Tên tệp” (file) nêu tệp bên cạnh.",
        "The list has no column with texts: one named \"text\" (Nội dung) has to hold them, or one named \"file\" (Tên tệp) to name files beside it.");

    private static ContainerEntry Refused(string name, string code, string reason, string reasonEnglish) =>
        new(name, [], new FileRefusedException(code, reason, reasonEnglish));

    /// <summary>JSON strings are YAML strings, so every value is written as one.</summary>
    private static string FrontMatter(Dictionary<string, string> row)
    {
        var head = new StringBuilder();
        foreach (var (key, value) in row.Where(cell => cell.Value.Length > 0 && cell.Key.Length > 0 && cell.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')))
        {
            head.Append(key).Append(": ").Append(JsonSerializer.Serialize(value)).Append('\n');
        }

        return head.Length == 0 ? "" : $"---\n{head}---\n\n";
    }
}
