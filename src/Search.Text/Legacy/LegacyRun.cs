using System.Runtime.InteropServices;
using Search.Text.Characters;

namespace Search.Text.Legacy;

/// <summary>A word of a Unicode text that is written in a legacy encoding.</summary>
/// <param name="Start">Source offset of its first unit.</param>
/// <param name="End">Source offset after its last unit.</param>
/// <param name="Encoding">TCVN3 or VNI.</param>
/// <param name="IsCapital">Whether its letters are capitals that share a code with small letters.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LegacyRun(int Start, int End, LegacyEncoding Encoding, bool IsCapital)
{
    /// <summary>Adds the decoded letters with their source ranges.</summary>
    internal void Decode(string source, Chunk target)
    {
        var units = source.AsSpan(Start, End - Start);
        for (var i = 0; i < units.Length;)
        {
            var read = LegacyReader.Read(units, i, Encoding, out var letter);
            if (read == 0)
            {
                letter = units[i];
                read = 1;
            }

            target.Add(IsCapital ? char.ToUpperInvariant(letter) : letter, Start + i, Start + i + read);
            i += read;
        }
    }
}
