using System.Buffers;

namespace Search.Text.Legacy;

/// <summary>
/// Finds TCVN3 and VNI words inside a Unicode text. Converting whole lines would damage the good words of mixed lines,
/// so each word must earn it: read in the encoding it is a syllable, and as it stands it is none; or it is one both ways
/// and its neighbors decide. A line needs two such words, or a document in which they are common.
/// </summary>
internal static class LegacyRuns
{
    /// <summary>Latin-1 characters that Vietnamese in Unicode does not use inside words.</summary>
    private static readonly SearchValues<char> Markers = SearchValues.Create(
        "¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ");

    private static readonly List<LegacyRun> None = [];

    /// <summary>Whether a text holds any of the characters that make it worth a closer look.</summary>
    internal static bool MayHold(string source) => source.AsSpan().ContainsAny(Markers);

    internal static List<LegacyRun> Find(string source)
    {
        if (!AnyWordQualifies(source))
        {
            return None;
        }

        var document = new LegacyCount();
        foreach (var line in source.AsSpan().EnumerateLines())
        {
            document.Add(LegacyLine.Count(line));
        }

        if (document.Tcvn3 == 0 && document.Vni == 0)
        {
            return None;
        }

        var runs = new List<LegacyRun>();
        var start = 0;
        while (start < source.Length)
        {
            var length = source.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? source.Length : start + length;
            LegacyLine.Collect(source, start, end, document, runs);
            start = end + 1;
        }

        return runs;
    }

    /// <summary>Looks only at the words around the markers, so that a text with a few symbols costs next to nothing.</summary>
    private static bool AnyWordQualifies(string source)
    {
        var at = 0;
        while (source.AsSpan(at).IndexOfAny(Markers) is var found and >= 0)
        {
            at += found;
            if (LegacyLine.WordAround(source, at, out var end))
            {
                return true;
            }

            at = end;
        }

        return false;
    }
}
