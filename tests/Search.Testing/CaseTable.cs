using System.Globalization;
using System.Text;
using Xunit;

namespace Search.Testing;

/// <summary>
/// Reads <c>tests/PROJECT/Cases/NAME.cases</c>: one case a line, <c>input ⇶ expected</c>. Lines that start with
/// <c>#</c> and empty lines are skipped; both sides are trimmed; an empty right side says that nothing may be found.
/// Escapes: <c>\n \r \t \\ \s</c> (a space at an edge) and <c>\uXXXX</c>.
/// </summary>
public static class CaseTable
{
    private const char Arrow = '⇶';

    /// <summary>All cases of a table, in file order.</summary>
    /// <param name="project">The test project's name, such as <c>Search.Text.Tests</c>.</param>
    /// <param name="name">The table's file name without extension.</param>
    /// <exception cref="FormatException">A line has no arrow, or the table holds no case at all.</exception>
    public static IReadOnlyList<CaseLine> Load(string project, string name)
    {
        var path = RepositoryFiles.PathOf("tests", project, "Cases", name + ".cases");
        var cases = new List<CaseLine>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
            {
                continue;
            }

            var place = string.Create(CultureInfo.InvariantCulture, $"{name}.cases:{number}");
            var arrow = line.IndexOf(Arrow, StringComparison.Ordinal);
            if (arrow < 0)
            {
                throw new FormatException($"{place}: no '{Arrow}' in the line");
            }

            cases.Add(new CaseLine(Unescape(line[..arrow].Trim(' ')), Unescape(line[(arrow + 1)..].Trim(' ')), place));
        }

        return cases.Count > 0 ? cases : throw new FormatException($"{path}: no cases");
    }

    /// <summary>The same cases as rows for <c>[MemberData]</c>: input, expected, place.</summary>
    public static TheoryData<string, string, string> Theory(string project, string name)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var line in Load(project, name))
        {
            rows.Add(line.Input, line.Expected, line.Place);
        }

        return rows;
    }

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            switch (text[++i])
            {
                case 'n': result.Append('\n'); break;
                case 'r': result.Append('\r'); break;
                case 't': result.Append('\t'); break;
                case 'f': result.Append('\f'); break;
                case 's': result.Append(' '); break;
                case 'u' when i + 4 < text.Length:
                    result.Append((char)ushort.Parse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                    i += 4;
                    break;
                case var other: result.Append(other == '\\' ? "\\" : "\\" + other); break;
            }
        }

        return result.ToString();
    }
}
