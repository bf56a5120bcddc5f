using System.Globalization;
using System.IO.Compression;
using System.Text;
using Search.Text;

namespace Search.Ingestion.Containers;

/// <summary>
/// The names in a ZIP archive, read as what they are. An archive marks only names in UTF-8 as such; the others are bytes
/// in the code page of the machine that packed it, and many programs write UTF-8 without the mark. What is no UTF-8 is
/// read in the code page in which the names of the archive, all together, read as Vietnamese.
/// </summary>
internal sealed class EntryNames
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Windows writes 1258 on a Vietnamese system; 437 is what the format assumes, and comes first where both read alike.</summary>
    private static readonly Encoding[] CodePages =
        [CodePagesEncodingProvider.Instance.GetEncoding(437)!, CodePagesEncodingProvider.Instance.GetEncoding(1258)!];

    private readonly Encoding _codePage;

    /// <param name="package">An archive that was opened with <see cref="RawNames.Instance"/>.</param>
    public EntryNames(ZipArchive package)
    {
        var unmarked = package.Entries.Select(entry => entry.FullName).Where(RawNames.IsRaw).Select(RawNames.BytesOf)
            .Where(bytes => !IsUtf8(bytes)).ToList();
        _codePage = CodePages.MaxBy(page => unmarked.Sum(bytes => Score(Decode(page, bytes))))!;
    }

    /// <summary>The name of an entry, with <c>/</c> as separator.</summary>
    public string Of(ZipArchiveEntry entry)
    {
        return Read(entry.FullName).Replace('\\', '/');
    }

    /// <summary>A name or a comment as it came, read as what it is.</summary>
    public string Read(string raw)
    {
        if (!RawNames.IsRaw(raw))
        {
            return raw;
        }

        var bytes = RawNames.BytesOf(raw);
        return IsUtf8(bytes) ? StrictUtf8.GetString(bytes) : Decode(_codePage, bytes);
    }

    /// <summary>1258 writes tones as marks of their own.</summary>
    private static string Decode(Encoding page, byte[] bytes) => page.GetString(bytes).Normalize(NormalizationForm.FormC);

    private static bool IsUtf8(byte[] bytes)
    {
        try
        {
            _ = StrictUtf8.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Words with letters beyond ASCII that are Vietnamese, less those that are none.</summary>
    private static int Score(string name)
    {
        var score = 0;
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && IsWordCharacter(name[i]))
            {
                continue;
            }

            var word = name.AsSpan(start, i - start);
            if (word.ContainsAnyExceptInRange('\0', '\u007F'))
            {
                score += VietnameseSyllable.IsValid(word) ? 1 : -1;
            }

            start = i + 1;
        }

        return score;
    }

    /// <summary>A sign of another alphabet, a fraction, a line of a frame is no part of a Vietnamese word and spoils the one it stands in.</summary>
    private static bool IsWordCharacter(char c) => c > '\u007F'
        ? CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.SpaceSeparator
        : char.IsAsciiLetter(c);
}
