namespace Search.Pages.Tests;

/// <summary>What a reader looks at the pages with.</summary>
public sealed record Screen(string Name, int Width, int Height, bool IsDark = false, bool HasScript = true)
{
    public static Screen Wide { get; } = new("wide-light", 1360, 900);

    public static Screen WideDark { get; } = new("wide-dark", 1360, 900, IsDark: true);

    public static Screen Phone { get; } = new("phone-light", 390, 844);

    public static Screen Tablet { get; } = new("tablet-light", 1024, 768);

    public static Screen PhoneDark { get; } = new("phone-dark", 390, 844, IsDark: true);

    /// <summary>
    /// What axe checks of every page here: all its rules in the wide light window; what colors do in the narrow dark one;
    /// null for nothing. The other looks are made of the same parts, and axe takes longer than all other checks together.
    /// </summary>
    public string[]? AccessRules => this == Wide ? [] : this == PhoneDark ? ["color-contrast"] : null;

    public static Screen NoScript { get; } = new("no-script", 1360, 900, HasScript: false);

    /// <summary>A screen by its name, as the cases of a theory name it.</summary>
    public static Screen Named(string name) =>
        new[] { Wide, WideDark, Tablet, Phone, PhoneDark, NoScript }.Single(screen => string.Equals(screen.Name, name, StringComparison.Ordinal));
}
