namespace Search.Documents.Secrecy;

/// <summary>The names in a path as words: of the file without its extension, of its folders and archives.</summary>
internal static class PathNames
{
    /// <param name="path">Parts parted by slashes; an archive ends with <c>!</c>.</param>
    public static IEnumerable<string> Of(string path)
    {
        foreach (var part in path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries))
        {
            var name = part.TrimEnd('!');
            var dot = name.LastIndexOf('.');
            name = dot > 0 && name.Length - dot <= 6 ? name[..dot] : name;
            if (name.Length > 0)
            {
                yield return Words(name);
            }
        }
    }

    /// <summary>Underscores stand for blanks, and so do hyphens and dots inside of words: <c>bao-cao-mật</c>. Words that would read
    /// as the mark without their accents are told apart by the stamp being the whole name.</summary>
    private static string Words(string name)
    {
        var read = name.Normalize(System.Text.NormalizationForm.FormC).ToCharArray();
        for (var i = 0; i < read.Length; i++)
        {
            var isInside = i > 0 && i + 1 < read.Length && char.IsLetterOrDigit(read[i - 1]) && char.IsLetterOrDigit(read[i + 1]);
            if (read[i] == '_' || (read[i] is '-' or '.' or '+' && isInside))
            {
                read[i] = ' ';
            }
        }

        return new string(read);
    }
}
