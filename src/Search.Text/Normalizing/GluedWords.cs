using Search.Text.Letters;
using Search.Text.Syllables;

namespace Search.Text.Normalizing;

/// <summary>
/// Finds where extraction glued words together: theomẫu → theo mẫu, củaĐảng → của Đảng. A word is split only where it is
/// no syllable itself and exactly one division into syllables fits; among several, one of very common syllables alone.
/// Foreign names (Lênin, Inđônêxia) keep together: a capitalized word splits only into parts that all bear a mark.
/// </summary>
internal static class GluedWords
{
    private const int Longest = 28;
    private const int MostParts = 4;
    private const int ShortestPart = 2;

    /// <summary>Writes the inner boundaries of the parts.</summary>
    /// <returns>How many boundaries; 0 when the word stays whole.</returns>
    internal static int Find(ReadOnlySpan<char> word, Span<int> boundaries)
    {
        if (word.Length is < 2 * ShortestPart or > Longest || SyllableReader.TryRead(word, out _))
        {
            return 0;
        }

        var search = new Search(word);
        search.Run(0, 0);
        if (search.Count == 0)
        {
            return 0;
        }

        if (search.Count == 1)
        {
            search.Found.CopyTo(boundaries);
        }
        else if (search.CommonCount == 1)
        {
            search.FoundCommon.CopyTo(boundaries);
        }
        else
        {
            return 0;
        }

        return (search.Count == 1 ? search.Found : search.FoundCommon).Length;
    }

    private ref struct Search(ReadOnlySpan<char> word)
    {
        private readonly ReadOnlySpan<char> _word = word;
        private readonly Shape _shape = ShapeOf(word);
        private Places _path;
        private Places _found;
        private Places _foundCommon;
        private int _foundLength;
        private int _foundCommonLength;

        internal int Count { get; private set; }

        internal int CommonCount { get; private set; }

        [System.Diagnostics.CodeAnalysis.UnscopedRef]
        internal readonly ReadOnlySpan<int> Found => ((ReadOnlySpan<int>)_found)[.._foundLength];

        [System.Diagnostics.CodeAnalysis.UnscopedRef]
        internal readonly ReadOnlySpan<int> FoundCommon => ((ReadOnlySpan<int>)_foundCommon)[.._foundCommonLength];

        /// <summary>Tries every next part; a word of 28 letters has few divisions into syllables of two to seven.</summary>
        internal void Run(int start, int depth)
        {
            if (start == _word.Length)
            {
                if (depth > 1)
                {
                    Accept(depth);
                }

                return;
            }

            if (depth == MostParts)
            {
                return;
            }

            for (var length = ShortestPart; length <= SyllableReader.MaxLength && start + length <= _word.Length; length++)
            {
                if (!IsPart(start, length))
                {
                    continue;
                }

                _path[depth] = start + length;
                Run(start + length, depth + 1);
            }
        }

        private void Accept(int depth)
        {
            int marked = 0, common = 0, start = 0;
            for (var i = 0; i < depth; i++)
            {
                var part = _word[start.._path[i]];
                if (part.ContainsAnyExceptInRange('\0', '\u007F'))
                {
                    marked++;
                }

                if (CommonSyllables.Contains(part))
                {
                    common++;
                }

                start = _path[i];
            }

            // One mark in two parts is evidence enough in running text, not in a name.
            if (_shape == Shape.Title ? marked < depth : marked < Math.Max(1, depth - 1))
            {
                return;
            }

            Count++;
            _found = _path;
            _foundLength = depth - 1;
            if (common != depth)
            {
                return;
            }

            CommonCount++;
            _foundCommon = _path;
            _foundCommonLength = depth - 1;
        }

        private readonly bool IsPart(int start, int length)
        {
            var end = start + length;
            for (var i = start + 1; i < end; i++)
            {
                if (_shape == Shape.Mixed && VietnameseLetter.IsUpper(_word[i]))
                {
                    return false;
                }
            }

            if (_shape == Shape.Mixed && start > 0 && end < _word.Length && !VietnameseLetter.IsUpper(_word[start]) && !VietnameseLetter.IsUpper(_word[end]))
            {
                return false;
            }

            var part = _word[start..end];
            return (part[0] | 0x20) != 'p' || (part[1] | 0x20) == 'h' ? VietnameseSyllable.IsValid(part) : false;
        }
    }

    private enum Shape
    {
        Lower,
        Title,
        Capitals,
        Mixed,
    }

    private static Shape ShapeOf(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var c in word)
        {
            if (VietnameseLetter.IsUpper(c))
            {
                capitals++;
            }
        }

        return capitals == 0 ? Shape.Lower
            : capitals == word.Length ? Shape.Capitals
            : capitals == 1 && VietnameseLetter.IsUpper(word[0]) ? Shape.Title
            : Shape.Mixed;
    }

    [System.Runtime.CompilerServices.InlineArray(MostParts)]
    private struct Places
    {
        private int _first;
    }
}
