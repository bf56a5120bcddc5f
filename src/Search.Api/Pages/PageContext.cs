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

    /// <summary>
    /// A day as the reader writes it: 06/7/2011, or 6 July 2011. Vietnamese offices put a zero before days below ten
    /// and before the first two months only (Nghị định 30/2020/NĐ-CP, phụ lục I).
    /// </summary>
    /// <param name="day">The day, or null.</param>
    public string Day(DateOnly? day) => day is not { } d
        ? Say("không rõ ngày", "undated")
        : d.ToString(English ? "d MMMM yyyy" : d.Month < 3 ? "dd/MM/yyyy" : "dd/M/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A moment as the reader writes it, in the time zone of the host: 06/7/2011 14:05, or 6 July 2011 14:05.</summary>
    /// <param name="moment">The moment.</param>
    public string Moment(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.Local);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Day(DateOnly.FromDateTime(local.DateTime))} {local.DateTime:HH:mm}");
    }

    /// <summary>A count as the reader writes it: 1.234, or 1,234.</summary>
    /// <param name="count">The count.</param>
    public string Count(long count)
    {
        var text = count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
        return English ? text : text.Replace(',', '.');
    }
}
