namespace Search.Engine;

/// <summary>
/// The stored text of a passage: how many words each text field has (in groups of seven bits, low group first), then
/// the words of all fields in the codes of <see cref="SyllableCode"/>.
/// </summary>
internal static class ForwardText
{
    /// <summary>The number of the body in <see cref="IndexFields.TextFields"/>; lines are kept of it alone.</summary>
    public const int Body = 3;

    /// <summary>Text fields.</summary>
    public const int Fields = 4;

    /// <summary>Reads the words of each field; returns the words themselves, for a <see cref="ForwardReader"/>.</summary>
    /// <param name="text">A stored text.</param>
    /// <param name="lengths">Receives <see cref="Fields"/> counts.</param>
    public static ReadOnlySpan<byte> Open(ReadOnlySpan<byte> text, Span<int> lengths)
    {
        var at = 0;
        for (var f = 0; f < Fields; f++)
        {
            var value = 0;
            for (var shift = 0; ; shift += 7)
            {
                int b = text[at++];
                value |= (b & 0x7F) << shift;
                if (b < 0x80)
                {
                    break;
                }
            }

            lengths[f] = value;
        }

        return text[at..];
    }
}
