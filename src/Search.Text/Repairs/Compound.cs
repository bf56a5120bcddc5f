namespace Search.Text.Repairs;

/// <summary>One compound of the list.</summary>
internal sealed class Compound
{
    internal Compound(string entry)
    {
        var bar = entry.IndexOf('|', StringComparison.Ordinal);
        var context = bar < 0 ? "" : entry[..bar].TrimEnd();
        ContextLength = context.Length == 0 ? 0 : context.Split(' ').Length;
        Text = entry.Replace("|", "", StringComparison.Ordinal);
        Folded = VietnameseFolding.Fold(Text);
        Syllables = Text.Split(' ');
    }

    /// <summary>The whole compound with its context.</summary>
    internal string Text { get; }

    internal string Folded { get; }

    internal string[] Syllables { get; }

    /// <summary>How many leading syllables are context only.</summary>
    internal int ContextLength { get; }
}
