namespace Search.Store;

/// <summary>A store of an earlier version was brought to the present format when it was opened.</summary>
/// <param name="From">The format that was found.</param>
/// <param name="To">The format it has now.</param>
public sealed record FormatChange(int From, int To);
