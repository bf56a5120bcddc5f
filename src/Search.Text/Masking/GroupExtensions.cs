namespace Search.Text.Masking;

/// <summary>Counts over groups.</summary>
internal static class GroupExtensions
{
    /// <summary>How many figures they hold together.</summary>
    public static int Digits(this Span<Group> groups)
    {
        var digits = 0;
        foreach (var group in groups)
        {
            digits += group.Length;
        }

        return digits;
    }
}
