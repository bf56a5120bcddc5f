using Search.Text.Characters;

namespace Search.Text.Legacy;

/// <summary>Judges the words of one line.</summary>
internal static class LegacyLine
{
    private const int LongestWord = 32;
    private const int CommonInDocument = 3;

    [Flags]
    private enum Reading
    {
        None = 0,
        Unicode = 1,
        Tcvn3 = 2,
        Vni = 4,
    }

    internal static LegacyCount Count(ReadOnlySpan<char> line)
    {
        var count = new LegacyCount();
        for (var i = 0; TryNextWord(line, ref i, out var start);)
        {
            var word = line[start..i];
            switch (Read(word))
            {
                case Reading.Tcvn3:
                    count.Tcvn3++;
                    if (word.Length >= 3 && HasInnerSymbol(word))
                    {
                        count.Telling++;
                    }

                    break;
                case Reading.Vni:
                    count.Vni++;
                    break;
            }
        }

        return count;
    }

    /// <summary>Whether the word around an offset can only be read in a legacy encoding.</summary>
    internal static bool WordAround(string source, int at, out int end)
    {
        var start = at;
        while (start > 0 && at - start < 2 * LongestWord && IsWordCharacter(source[start - 1]))
        {
            start--;
        }

        end = at + 1;
        while (end < source.Length && IsWordCharacter(source[end]))
        {
            end++;
        }

        return Read(source.AsSpan(start, end - start)) is Reading.Tcvn3 or Reading.Vni or (Reading.Tcvn3 | Reading.Vni);
    }

    internal static void Collect(string source, int lineStart, int lineEnd, LegacyCount document, List<LegacyRun> runs)
    {
        var line = source.AsSpan(lineStart, lineEnd - lineStart);
        var here = Count(line);
        var isTcvn3 = here.Tcvn3 > here.Vni || (here.Tcvn3 == here.Vni && document.Tcvn3 >= document.Vni);
        var first = runs.Count;
        if (isTcvn3)
        {
            if (here.Tcvn3 >= 2 || document.Tcvn3 >= CommonInDocument || here.Telling > 0)
            {
                CollectMain(line, lineStart, LegacyEncoding.Tcvn3, Reading.Tcvn3, runs);
            }

            RaiseCapitals(line, lineStart, runs, first);
            if (here.Vni >= 2 || (here.Vni > 0 && document.Vni >= CommonInDocument))
            {
                CollectRest(line, lineStart, LegacyEncoding.Vni, Reading.Vni, runs);
            }
        }
        else
        {
            if (here.Vni >= 2 || document.Vni >= CommonInDocument)
            {
                CollectMain(line, lineStart, LegacyEncoding.Vni, Reading.Vni, runs);
            }

            if (here.Tcvn3 >= 2 || (here.Tcvn3 > 0 && document.Tcvn3 >= CommonInDocument) || here.Telling > 0)
            {
                CollectRest(line, lineStart, LegacyEncoding.Tcvn3, Reading.Tcvn3, runs);
            }
        }

        if (runs.Count > first)
        {
            runs.Sort(first, runs.Count - first, Comparer<LegacyRun>.Create(static (a, b) => a.Start.CompareTo(b.Start)));
        }
    }

    /// <summary>The line's own encoding: its sure words, and with them the words that read well either way.</summary>
    private static void CollectMain(
        ReadOnlySpan<char> line, int lineStart, LegacyEncoding encoding, Reading wanted, List<LegacyRun> runs)
    {
        var open = new List<LegacyRun>();
        var lastIsLegacy = false;
        var lastIsUnicode = false;
        for (var i = 0; TryNextWord(line, ref i, out var start);)
        {
            var reading = Read(line[start..i]);
            var canBe = (reading & wanted) != Reading.None;
            var isUnicode = (reading & Reading.Unicode) != Reading.None;
            var run = new LegacyRun(lineStart + start, lineStart + i, encoding, IsCapital: false);
            if (canBe && !isUnicode)
            {
                runs.AddRange(open);
                open.Clear();
                runs.Add(run);
                lastIsLegacy = true;
                lastIsUnicode = false;
            }
            else if (canBe)
            {
                // It goes with the legacy word before it, else waits for one after it.
                if (lastIsLegacy)
                {
                    runs.Add(run);
                }
                else if (!lastIsUnicode)
                {
                    open.Add(run);
                }
            }
            else if (isUnicode)
            {
                open.Clear();
                lastIsLegacy = false;
                lastIsUnicode = true;
            }
        }
    }

    /// <summary>Words of the other encoding: only those that cannot be anything else.</summary>
    private static void CollectRest(
        ReadOnlySpan<char> line, int lineStart, LegacyEncoding encoding, Reading wanted, List<LegacyRun> runs)
    {
        for (var i = 0; TryNextWord(line, ref i, out var start);)
        {
            if (Read(line[start..i]) == wanted)
            {
                runs.Add(new LegacyRun(lineStart + start, lineStart + i, encoding, IsCapital: false));
            }
        }
    }

    /// <summary>Finds the next run of letters and Latin-1 symbols that holds at least one character beyond ASCII.</summary>
    private static bool TryNextWord(ReadOnlySpan<char> line, ref int at, out int start)
    {
        while (at < line.Length)
        {
            start = at;
            var isMarked = false;
            while (at < line.Length && IsWordCharacter(line[at]))
            {
                isMarked |= line[at++] > '\u007F';
            }

            if (isMarked)
            {
                return true;
            }

            if (at == start)
            {
                at++;
            }
        }

        start = at;
        return false;
    }

    private static Reading Read(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
        {
            return Reading.None;
        }

        var reading = VietnameseSyllable.IsValid(word) ? Reading.Unicode : Reading.None;
        if (word.ContainsAnyExceptInRange('\0', '\u00FF'))
        {
            return Reading.Unicode;
        }

        if (IsSyllable(word, LegacyEncoding.Tcvn3))
        {
            reading |= Reading.Tcvn3;
        }

        if (IsSyllable(word, LegacyEncoding.Vni))
        {
            reading |= Reading.Vni;
        }

        // A lone letter may be any language's, and a symbol is what it is: neighbors decide.
        if (word.Length == 1)
        {
            reading = char.IsLetter(word[0]) ? reading | Reading.Unicode : Reading.None;
        }

        return reading;
    }

    private static bool IsSyllable(ReadOnlySpan<char> word, LegacyEncoding encoding)
    {
        Span<char> decoded = stackalloc char[LongestWord];
        var count = 0;
        for (var i = 0; i < word.Length;)
        {
            var read = LegacyReader.Read(word, i, encoding, out var letter);
            if (read == 0 && !char.IsAsciiLetter(word[i]))
            {
                return false;
            }

            decoded[count++] = read == 0 ? word[i] : letter;
            i += Math.Max(1, read);
        }

        var text = decoded[..count];
        if (!VietnameseSyllable.IsValid(text))
        {
            return false;
        }

        if (encoding == LegacyEncoding.Tcvn3)
        {
            SharedCase.Raise(text);
        }

        return EncodingScore.HasOneCase(text);
    }

    private static bool HasInnerSymbol(ReadOnlySpan<char> word)
    {
        for (var i = 1; i + 1 < word.Length; i++)
        {
            if (word[i] is >= '\u00A1' and <= '\u00BF' && char.IsAsciiLetter(word[i - 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Decodes the line as a whole to see which words stand among capitals.</summary>
    private static void RaiseCapitals(ReadOnlySpan<char> text, int lineStart, List<LegacyRun> runs, int first)
    {
        if (runs.Count == first)
        {
            return;
        }

        // TCVN3 keeps one unit a letter, so offsets stay.
        var line = text.ToArray();
        for (var i = first; i < runs.Count; i++)
        {
            for (var k = runs[i].Start - lineStart; k < runs[i].End - lineStart; k++)
            {
                if (LegacyReader.Read(line, k, LegacyEncoding.Tcvn3, out var letter) > 0)
                {
                    line[k] = letter;
                }
            }
        }

        var before = (char[])line.Clone();
        SharedCase.Raise(line);
        for (var i = first; i < runs.Count; i++)
        {
            for (var k = runs[i].Start - lineStart; k < runs[i].End - lineStart; k++)
            {
                if (line[k] != before[k])
                {
                    runs[i] = runs[i] with { IsCapital = true };
                }
            }
        }
    }

    /// <summary>Letters and Latin-1 symbols; marks too, so that a letter with marks is seen to be Unicode.</summary>
    private static bool IsWordCharacter(char c) =>
        c < '\u0100' ? char.IsAsciiLetter(c) || c >= '\u00A1' : char.IsLetter(c) || MarkComposer.IsMark(c) || CharacterRules.Map(c) == CharacterRules.Removed;
}
