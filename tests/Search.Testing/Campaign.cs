namespace Search.Testing;

/// <summary>
/// How often something is repeated, and how large what is hostile is made: a little in <c>dotnet test</c>, which everybody waits
/// for, the whole with <c>SEARCH_CAMPAIGN=whole</c> (<c>tests/campaigns/whole</c>).
/// </summary>
public static class Campaign
{
    /// <summary>Whether the whole is asked for.</summary>
    public static bool IsWhole { get; } = Environment.GetEnvironmentVariable("SEARCH_CAMPAIGN") is "whole";

    /// <summary>The one or the other of two counts.</summary>
    /// <param name="small">In <c>dotnet test</c>.</param>
    /// <param name="whole">In a campaign.</param>
    public static int Count(int small, int whole) => IsWhole ? whole : small;

    /// <summary>A tenth of a size, or the whole of it.</summary>
    /// <param name="size">The whole size.</param>
    public static int Size(int size) => IsWhole ? size : Math.Max(1, size / 10);
}
