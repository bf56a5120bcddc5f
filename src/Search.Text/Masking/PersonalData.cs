using Search.Text.Masking;

namespace Search.Text;

/// <summary>
/// Finds phone numbers, e-mail addresses and identity numbers. Document numbers, dates, amounts and accounts are not
/// personal data here: a run of digits counts only with the prefix, the length and the surroundings of its kind.
/// </summary>
public static class PersonalData
{
    /// <summary>What stands in for every masked character, so that offsets stay.</summary>
    public const char MaskCharacter = '•';

    /// <summary>All personal data of a text, in order, never overlapping.</summary>
    public static IReadOnlyList<MaskedSpan> Find(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return PersonalDataScanner.Find(source);
    }

    /// <summary>A path with the personal data in each of its names masked; a slash parts names and belongs to no number.</summary>
    public static string MaskPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return string.Join('/', path.Split('/').Select(Mask));
    }

    /// <summary>The text with every masked character replaced by <see cref="MaskCharacter"/>; same length.</summary>
    public static string Mask(string source)
    {
        var spans = Find(source);
        if (spans.Count == 0)
        {
            return source;
        }

        return string.Create(source.Length, (source, spans), static (target, state) =>
        {
            state.source.CopyTo(target);
            foreach (var masked in state.spans)
            {
                target[masked.Span.Start..masked.Span.End].Fill(MaskCharacter);
            }
        });
    }
}
