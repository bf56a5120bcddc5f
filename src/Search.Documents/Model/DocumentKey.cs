using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Search.Text;

namespace Search.Documents;

/// <summary>
/// Identity of a document: <c>NUMBER@DATE</c>, with <c>~place</c> before the date where many issuers share the
/// symbol: <c>04-CT/TW@2011-07-06</c>, <c>552-CV/TU~quang-ngai@2011-09-13</c>, <c>15-CT/TU~?@2012-05-04</c>.
/// A document without a number has a hash of its title and date: <c>KH/TU~lam-dong#1a2b3c4d5e6f</c>.
/// </summary>
/// <remarks>
/// Party numbers restart each term and not each year (Hướng dẫn 36-HD/VPTW, II.1.3), so a number alone names
/// nothing. The date part is an ISO date, a year, a Roman term (khóa) or <c>?</c>: unknown parts stay unknown.
/// </remarks>
public sealed record DocumentKey : IComparable<DocumentKey>
{
    /// <summary>What stands for a part that is not known.</summary>
    public const string Unknown = "?";

    private DocumentKey(string value, string stem, string? place, string? date)
    {
        Value = value;
        Number = stem;
        Place = place;
        DatePart = date;
    }

    /// <summary>The whole key.</summary>
    public string Value { get; }

    /// <summary>The canonical number, or <c>TYPE/ORGAN</c> for a document without one.</summary>
    public string Number { get; }

    /// <summary>Place id (<c>quang-ngai</c>) or <c>?</c> where the symbol is shared; otherwise null.</summary>
    public string? Place { get; }

    /// <summary>ISO date, year, term or <c>?</c>; null for a key made of a hash.</summary>
    public string? DatePart { get; }

    /// <summary>Date of the key where it is a whole date.</summary>
    public DateOnly? Date =>
        DateOnly.TryParseExact(DatePart, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>Whether the document bears a number.</summary>
    public bool IsNumbered => DatePart is not null;

    /// <summary>Whether neither number nor type was read: the file was ingested, and what it is was not understood.</summary>
    public bool IsUnrecognized => !IsNumbered && string.Equals(Number, Unknown, StringComparison.Ordinal);

    /// <summary>The key as a URL segment: <c>04-ct-tw-2011-07-06</c>. Lower-case ASCII letters, figures, hyphens.</summary>
    public string Slug => MakeSlug(Value);

    /// <summary>The key of a numbered document.</summary>
    /// <param name="number">Canonical number (<see cref="Docket.Canonical"/>).</param>
    /// <param name="place">Place id, <c>?</c> for a shared symbol of unknown place, null for a symbol of one issuer.</param>
    /// <param name="date">Date of issue, or null when unknown.</param>
    public static DocumentKey ForNumber(string number, string? place, DateOnly? date) =>
        ForNumber(number, place, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Unknown);

    /// <summary>The key of a numbered document of which only a year or a term may be known.</summary>
    /// <param name="number">Canonical number.</param>
    /// <param name="place">As above.</param>
    /// <param name="datePart">ISO date, year, Roman term, or <c>?</c>.</param>
    public static DocumentKey ForNumber(string number, string? place, string datePart)
    {
        ArgumentException.ThrowIfNullOrEmpty(number);
        ArgumentException.ThrowIfNullOrEmpty(datePart);
        place = Known(place);
        return new DocumentKey($"{number}{Middle(place)}@{datePart}", number, place, datePart);
    }

    /// <summary>The key of a document without a number: a hash of title, date and text after type and organ.</summary>
    /// <param name="symbol"><c>TYPE/ORGAN</c> as far as known, such as <c>KH/TU</c>; <c>?</c> when nothing is known.</param>
    /// <param name="place">Place id, <c>?</c>, or null.</param>
    /// <param name="title">Title; compared without case, accents and white space.</param>
    /// <param name="date">Date, or null.</param>
    /// <param name="text">The whole text as it reads, without furniture: only its letters and figures count, so two files
    /// share a key only where their words are the same. Empty for a document of which no text is at hand.</param>
    public static DocumentKey ForUnnumbered(string symbol, string? place, string title, DateOnly? date, string text = "")
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(text);
        var seed = VietnameseFolding.Fold(title);
        seed = string.Join(' ', seed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        seed += "|" + date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (text.Length > 0)
        {
            var words = new StringBuilder(seed, text.Length + 32).Append('|');
            foreach (var c in VietnameseNormalizer.NormalizeText(text))
            {
                if (char.IsLetterOrDigit(c))
                {
                    words.Append(c);
                }
            }

            seed = words.ToString();
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)))[..12];
        place = Known(place);
        return new DocumentKey($"{symbol}{Middle(place)}#{hash}", symbol, place, null);
    }

    /// <summary>Reads a key as printed by <see cref="Value"/>.</summary>
    /// <returns>False when the text has no <c>@</c> or <c>#</c> part.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DocumentKey? key)
    {
        key = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        text = text.Trim().Normalize(NormalizationForm.FormC);
        var cut = text.LastIndexOfAny(['@', '#']);
        if (cut <= 0 || cut == text.Length - 1)
        {
            return false;
        }

        var stem = text[..cut];
        string? place = null;
        var tilde = stem.IndexOf('~', StringComparison.Ordinal);
        if (tilde == 0 || tilde == stem.Length - 1)
        {
            return false;
        }

        if (tilde > 0)
        {
            place = stem[(tilde + 1)..];
            stem = stem[..tilde];
        }

        key = new DocumentKey(text, stem, place, text[cut] == '@' ? text[(cut + 1)..] : null);
        return true;
    }

    /// <summary>Reads a key.</summary>
    /// <exception cref="FormatException">The text is not a key.</exception>
    public static DocumentKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"Not a document key: '{text}'.");

    /// <inheritdoc/>
    public int CompareTo(DocumentKey? other) => string.CompareOrdinal(Value, other?.Value);

    /// <inheritdoc/>
    public bool Equals(DocumentKey? other) => string.Equals(Value, other?.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>A place of which nothing is left ("ĐẢNG BỘ ……" of a blank form) is an unknown one: a key must be readable again.</summary>
    private static string? Known(string? place) => place is { Length: 0 } ? Unknown : place;

    private static string Middle(string? place) => place is null ? "" : "~" + place;

    /// <summary>A number as it stands in an address: <c>04-ct-tw</c> for 04-CT/TW.</summary>
    /// <param name="number">The number in canonical form.</param>
    public static string SlugOf(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return MakeSlug(number);
    }

    private static string MakeSlug(string value)
    {
        var folded = VietnameseFolding.Fold(value);
        var slug = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (c is >= 'a' and <= 'z' or >= '0' and <= '9')
            {
                slug.Append(c);
            }
            else if (c == '?')
            {
                // An unknown place or date must not share the slug of another document.
                slug.Append(slug.Length > 0 && slug[^1] != '-' ? "-x" : "x");
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }
}
