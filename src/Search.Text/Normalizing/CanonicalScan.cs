using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Search.Text.Normalizing;

/// <summary>
/// Looks for the next place that may not be canonical. Most text is, so this is where the time goes: a finite automaton,
/// two table look-ups a character and no decision that depends on the word (<see cref="CanonicalAutomaton"/> builds it).
/// It may stop at text that turns out canonical; it never passes text that is not.
/// </summary>
internal static class CanonicalScan
{
    private static readonly byte[] Classes = LetterClass.BuildTable();
    private static readonly ushort[] Transitions = CanonicalAutomaton.Build();

    /// <summary>The beginning of the first run without white space that may need work, or −1.</summary>
    internal static int Find(ReadOnlySpan<char> text, int from)
    {
        ref var classes = ref MemoryMarshal.GetArrayDataReference(Classes);
        ref var transitions = ref MemoryMarshal.GetArrayDataReference(Transitions);
        var chunk = from;
        nint state = CanonicalAutomaton.Start;
        for (var i = from; i < text.Length; i++)
        {
            nint kind = Unsafe.Add(ref classes, (nint)text[i]);
            state = Unsafe.Add(ref transitions, state + kind);
            if (state == CanonicalAutomaton.Reject)
            {
                return chunk;
            }

            if (kind == LetterClass.Break)
            {
                chunk = i + 1;
            }
        }

        return Unsafe.Add(ref transitions, state + LetterClass.Break) == CanonicalAutomaton.Reject ? chunk : -1;
    }
}
