using System.Runtime.InteropServices;

namespace Search.Text.Syllables;

/// <summary>Where the parts of a syllable stand in the word it was read from.</summary>
/// <param name="OnsetLength">Length of the onset; <c>qu</c> and <c>gi</c> count two, except the <c>g</c> of <c>gì</c>.</param>
/// <param name="ToneIndex">The letter that bears the tone mark in the old style (hòa, thủy).</param>
/// <param name="HasStopCoda">Ends in c, ch, p or t, which allow only the acute and the dot.</param>
/// <param name="Length">Length of the whole word.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SyllableShape(int OnsetLength, int ToneIndex, bool HasStopCoda, int Length)
{
    internal bool Allows(Tone tone) => !HasStopCoda || tone is Tone.Acute or Tone.Dot;
}
