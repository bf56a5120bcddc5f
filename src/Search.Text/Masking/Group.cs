namespace Search.Text.Masking;

/// <summary>A run of figures without a separator.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Group(int Start, int End)
{
    public int Length => End - Start;
}
