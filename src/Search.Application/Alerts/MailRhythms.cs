namespace Search.Application.Alerts;

/// <summary>How often alerts are told by e-mail.</summary>
public static class MailRhythms
{
    /// <summary>Not at all.</summary>
    public const string None = "none";

    /// <summary>Once an hour, what came in it.</summary>
    public const string Hourly = "hourly";

    /// <summary>Once a day, what came in it.</summary>
    public const string Daily = "daily";

    /// <summary>Every rhythm.</summary>
    public static IReadOnlyList<string> All { get; } = [None, Hourly, Daily];
}
