using Search.Application.Lines;

namespace Search.Api.Pages;

/// <summary>What every page knows of the request it answers.</summary>
/// <param name="Path">The path with its query, for the language switch to come back to.</param>
/// <param name="English">Whether the reader chose English.</param>
/// <param name="Query">What is being searched for, shown in the search box.</param>
public sealed record PageContext(string Path, bool English, string Query)
{
    /// <summary>Name of the cookie that keeps the language.</summary>
    public const string LanguageCookie = "lang";

    /// <summary>Where the reader reached the host, <c>https://vanban.example</c>; empty outside a request.</summary>
    public string Host { get; init; } = "";

    /// <summary>Reads a request.</summary>
    /// <param name="context">The request.</param>
    public static PageContext Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.Request;
        var language = request.Query["lang"] is [{ } asked, ..] ? asked : request.Cookies[LanguageCookie];
        return new PageContext(
            request.Path + request.QueryString.Value, language is "en", request.Query["q"].ToString())
        {
            Host = $"{request.Scheme}://{request.Host.Value}",
        };
    }

    /// <summary>The sentence in the reader's language.</summary>
    /// <param name="vietnamese">Shown by default.</param>
    /// <param name="english">Shown to those who chose English.</param>
    public string Say(string vietnamese, string english) => English ? english : vietnamese;

    /// <summary>A day as the reader writes it: 06/7/2011, or 6 July 2011; of none that it is not known.</summary>
    /// <param name="day">The day, or null.</param>
    public string Day(DateOnly? day) => day is not { } d
        ? Say("không rõ ngày", "undated")
        : Labels.Day(d, English);

    // Offices of Vietnam have one clock, whatever that of the machine is.
    private static readonly TimeZoneInfo Clock = TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Ho_Chi_Minh", out var zone)
        ? zone
        : TimeZoneInfo.CreateCustomTimeZone("UTC+7", TimeSpan.FromHours(7), "UTC+7", "UTC+7");

    /// <summary>A moment as the reader writes it, by the clock of Vietnam: 06/7/2011 14:05, or 6 July 2011 14:05.</summary>
    /// <param name="moment">The moment.</param>
    public string Moment(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, Clock);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Day(DateOnly.FromDateTime(local.DateTime))} {local.DateTime:HH:mm}");
    }

    /// <summary>A size as the reader writes it: 1,5 GB, or 1.5 GB.</summary>
    /// <param name="bytes">In bytes.</param>
    public string Size(long bytes)
    {
        string[] units = ["B", "KB", "MB", "GB", "TB"];
        var (value, unit) = ((double)bytes, 0);
        while (value >= 1024 && unit < units.Length - 1)
        {
            (value, unit) = (value / 1024, unit + 1);
        }

        var text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(unit == 0 || value >= 100 ? Math.Round(value) : Math.Round(value, 1))} {units[unit]}");
        return English ? text : text.Replace('.', ',');
    }

    /// <summary>A count as the reader writes it: 1.234, or 1,234.</summary>
    /// <param name="count">The count.</param>
    public string Count(long count)
    {
        var text = count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
        return English ? text : text.Replace(',', '.');
    }
}
