using System.Runtime.InteropServices;
using static Search.Text.Normalizing.LetterClass;

namespace Search.Text.Normalizing;

/// <summary>
/// Builds the automaton that accepts canonical text. A word is followed as onset, one run of vowels, coda; at its end
/// the tone must stand where <see cref="Syllables.TonePlacement"/> would put it. Words without a letter beyond ASCII pass.
/// </summary>
internal static class CanonicalAutomaton
{
    /// <summary>States are row offsets: a multiple of this.</summary>
    internal const int RowLength = 32;

    internal const int Reject = 0;
    internal const int Start = RowLength;

    internal static ushort[] Build()
    {
        var numbers = new Dictionary<State, int> { [default] = Start };
        var queue = new Queue<State>();
        queue.Enqueue(default);
        var rows = new List<ushort[]> { new ushort[RowLength] };
        while (queue.TryDequeue(out var state))
        {
            var row = new ushort[RowLength];
            for (var kind = 0; kind < LetterClass.Count; kind++)
            {
                if (!TryNext(state, kind, out var next))
                {
                    continue;
                }

                if (!numbers.TryGetValue(next, out var number))
                {
                    number = (numbers.Count + 1) * RowLength;
                    numbers.Add(next, number);
                    queue.Enqueue(next);
                }

                row[kind] = (ushort)number;
            }

            rows.Add(row);
        }

        return [.. rows.SelectMany(row => row)];
    }

    private enum Phase : byte
    {
        Outside,
        Onset,
        Run,
        Coda,
    }

    /// <summary>What of the onset matters later.</summary>
    private enum Head : byte
    {
        None,
        N,
        Ng,
        Ngh,
        G,
        Q,
        Other,

        /// <summary>The u of qu or the i of gi was read as part of the onset.</summary>
        Glide,

        /// <summary>The same, bearing the tone: right only when no other vowel follows.</summary>
        TonedGlide,
    }

    /// <summary>The first vowel of the run, as far as a missing horn can show.</summary>
    private enum Pair : byte
    {
        None,
        U,
        UHorn,
        Broken,
    }

    [StructLayout(LayoutKind.Auto)]
    private record struct State(
        Phase Phase, bool AfterDigit, bool IsMarked, bool IsBad, Head Head, byte Length, byte TonePlace, byte ShapePlace, Pair Pair);

    private static bool TryNext(State state, int kind, out State next)
    {
        next = default;
        if (kind == Suspect)
        {
            return false;
        }

        if (kind < Q)
        {
            // The end of a word, or nothing.
            next.AfterDigit = kind == Digit;
            return !state.IsMarked || !(kind == Digit || state.IsBad || state.AfterDigit || !EndsWell(state));
        }

        next = state;
        next.IsMarked |= kind == MarkedConsonant || (IsVowel(kind) && (IsToned(kind) || IsShaped(VowelOf(kind))));
        if (IsVowel(kind))
        {
            ReadVowel(ref next, kind);
        }
        else
        {
            ReadConsonant(ref next, kind);
        }

        if (next.IsBad)
        {
            next = new State { Phase = Phase.Coda, AfterDigit = next.AfterDigit, IsMarked = next.IsMarked, IsBad = true };
        }

        return !next.IsMarked || !(next.IsBad || next.AfterDigit);
    }

    private static void ReadConsonant(ref State state, int kind)
    {
        if (state.Phase >= Phase.Run)
        {
            state.Phase = Phase.Coda;
            return;
        }

        state.Head = (state.Head, kind) switch
        {
            (_, Q) => Head.Q,
            (Head.None, G) => Head.G,
            (Head.None, N) => Head.N,
            (Head.N, G) => Head.Ng,
            (Head.Ng, H) => Head.Ngh,
            _ => Head.Other,
        };
        state.Phase = Phase.Onset;
    }

    private static void ReadVowel(ref State state, int kind)
    {
        var vowel = VowelOf(kind);
        if (state.Phase == Phase.Coda)
        {
            state.IsBad = true;
            return;
        }

        if (state.Phase != Phase.Run)
        {
            state.Phase = Phase.Run;
            if (state.Head == Head.Ngh && vowel is not (E or ECircumflex or I))
            {
                state.IsBad = true;
            }

            if ((state.Head, vowel) is (Head.Q, U) or (Head.G, I))
            {
                state.Head = IsToned(kind) ? Head.TonedGlide : Head.Glide;
                return;
            }

            state.Head = Head.Other;
        }

        state.Pair = (state.Length, state.Pair, vowel) switch
        {
            (0, _, U) => Pair.U,
            (0, _, UHorn) => Pair.UHorn,
            (1, Pair.U, OHorn) or (1, Pair.UHorn, O) => Pair.Broken,
            (2, Pair.Broken, _) => Pair.Broken,
            _ => Pair.None,
        };
        state.Length++;
        state.IsBad |= state.Head == Head.TonedGlide || state.Length > 3 || (state.Pair == Pair.Broken && state.Length == 3);
        if (IsToned(kind))
        {
            state.IsBad |= state.TonePlace != 0;
            state.TonePlace = state.Length;
        }

        if (IsShaped(vowel))
        {
            state.ShapePlace = state.Length;
        }
    }

    /// <summary>Places count from 1; 0 is none.</summary>
    private static bool EndsWell(State state)
    {
        var hasCoda = state.Phase == Phase.Coda;
        if (state.Length == 0 || (state.Length == 1 && state.Head != Head.Glide))
        {
            return true;
        }

        if (state.Pair == Pair.Broken && hasCoda)
        {
            return false;
        }

        if (state.TonePlace == 0)
        {
            return true;
        }

        var place = state.ShapePlace != 0 ? state.ShapePlace
            : state.Length == 3 || (state.Length == 2 && hasCoda) ? 2
            : 1;
        return state.TonePlace == place;
    }
}
