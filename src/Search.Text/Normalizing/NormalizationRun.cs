using Search.Text.Characters;
using Search.Text.Legacy;

namespace Search.Text.Normalizing;

/// <summary>
/// One pass over a text that is not canonical: copies what is, and takes the rest through the rules in their order:
/// legacy words, single characters, look-alikes, composition, words.
/// </summary>
internal sealed class NormalizationRun(string source, List<LegacyRun> legacy) : IDisposable
{
    /// <summary>Longer runs without white space are worked on in pieces, so that memory stays bounded.</summary>
    private const int LongestPiece = 8192;

    private readonly MappedTextBuilder _builder = new(source);
    private readonly Chunk _composed = new();
    private readonly Chunk _finished = new();
    private char[] _units = new char[LongestPiece];
    private int _legacyAt;

    internal static NormalizedText Normalize(string source, int first, List<LegacyRun> legacy)
    {
        using var run = new NormalizationRun(source, legacy);
        return run.Normalize(first);
    }

    public void Dispose() => _builder.Dispose();

    private NormalizedText Normalize(int first)
    {
        var suspect = first;
        var position = 0;
        while (true)
        {
            var next = NextLegacyStart(position);
            if (suspect >= 0 && suspect < position)
            {
                suspect = CanonicalScan.Find(source, position);
            }

            var start = suspect < 0 ? next : next < 0 ? suspect : Math.Min(suspect, next);
            if (start < 0)
            {
                return _builder.Build();
            }

            _builder.CopyTo(start);
            var end = start;
            while (end < source.Length && !IsBreak(source[end]))
            {
                end++;
            }

            while (start < end)
            {
                var pieceEnd = PieceEnd(start, end, out var isEndless);
                ApplyRules(start, pieceEnd, isEndless);
                start = pieceEnd;
            }

            position = end;
        }
    }

    /// <summary>Where the run without white space begins that holds the next legacy word.</summary>
    private int NextLegacyStart(int position)
    {
        while (_legacyAt < legacy.Count && legacy[_legacyAt].End <= position)
        {
            _legacyAt++;
        }

        if (_legacyAt == legacy.Count)
        {
            return -1;
        }

        var start = legacy[_legacyAt].Start;
        while (start > position && !IsBreak(source[start - 1]))
        {
            start--;
        }

        return start;
    }

    private void ApplyRules(int start, int end, bool isEndless)
    {
        _composed.Clear();
        while (start < end)
        {
            while (_legacyAt < legacy.Count && legacy[_legacyAt].End <= start)
            {
                _legacyAt++;
            }

            var run = _legacyAt < legacy.Count && legacy[_legacyAt].Start < end ? legacy[_legacyAt] : new LegacyRun(end, end, default, false);
            if (run.Start > start)
            {
                if (_units.Length < run.Start - start)
                {
                    _units = new char[run.Start - start];
                }

                var units = _units.AsSpan(0, run.Start - start);
                for (var i = 0; i < units.Length; i++)
                {
                    units[i] = CharacterRules.Map(source[start + i]);
                }

                Lookalikes.Replace(units);
                MarkComposer.Read(units, start, _composed);
            }

            run.Decode(source, _composed);
            start = run.End;
        }

        if (isEndless)
        {
            _builder.Append(_composed, end);
            return;
        }

        _finished.Clear();
        WordRules.Apply(_composed, _finished);
        _builder.Append(_finished, end);
    }

    /// <summary>
    /// Cuts a long run where neither letters nor marks meet. Where even that fails the piece is no text of words, and
    /// only the rules for characters apply.
    /// </summary>
    private int PieceEnd(int start, int end, out bool isEndless)
    {
        isEndless = false;
        if (end - start <= LongestPiece)
        {
            return end;
        }

        for (var cut = start + LongestPiece - 1; cut > start; cut--)
        {
            if (source[cut] < '\u0080' && !char.IsAsciiLetterOrDigit(source[cut]) && source[cut - 1] < '\u0080' && !char.IsAsciiLetterOrDigit(source[cut - 1]))
            {
                return cut;
            }
        }

        isEndless = true;

        // Never between a letter and its marks, however many there are.
        var next = start + LongestPiece;
        while (next < end && (MarkComposer.IsMark(source[next]) || char.IsLowSurrogate(source[next]) || CharacterRules.Map(source[next]) == CharacterRules.Removed))
        {
            next++;
        }

        return next;
    }

    private static bool IsBreak(char c) => c is ' ' or (>= '\t' and <= '\r');
}
