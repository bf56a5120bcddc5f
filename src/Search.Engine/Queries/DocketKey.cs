using System.Text;
using Search.Text;

namespace Search.Engine;

/// <summary>
/// The canonical key of a document number (số/ký hiệu): its parts, folded, without leading zeros, joined by dots.
/// Every spelling of <c>04-CT/TW</c> gives <c>4.ct.tw</c>.
/// </summary>
public static class DocketKey
{
    /// <summary>The key of a number; empty where the text holds no letter or digit.</summary>
    /// <param name="number">For example <c>04-CT/TW</c>, <c>30/2020/NĐ-CP</c>.</param>
    public static string Of(string number) => string.Join('.', Parts(number));

    /// <summary>
    /// The keys under which a number is found: every beginning of it, and the same without the year of a
    /// State number (<c>30/2020/NĐ-CP</c> is also found as <c>30.nd</c>).
    /// </summary>
    /// <param name="number">The number as written.</param>
    public static IReadOnlyList<string> Lookups(string number)
    {
        var parts = Parts(number);
        var keys = new List<string>();
        if (parts.Count == 0 || !char.IsAsciiDigit(parts[0][0]))
        {
            return keys;
        }

        AddBeginnings(parts, keys);
        if (parts.Count > 2 && IsYear(parts[1]))
        {
            AddBeginnings([parts[0], .. parts.Skip(2)], keys);
        }

        return keys;
    }

    /// <summary>True for four digits of a plausible year.</summary>
    /// <param name="part">A part of a number.</param>
    internal static bool IsYear(string part) =>
        part.Length == 4 && part.All(char.IsAsciiDigit) && (part[0] == '1' || part[0] == '2');

    private static void AddBeginnings(List<string> parts, List<string> keys)
    {
        var key = new StringBuilder();
        foreach (var part in parts)
        {
            if (key.Length > 0)
            {
                key.Append('.');
            }

            key.Append(part);
            var value = key.ToString();
            if (!keys.Contains(value, StringComparer.Ordinal))
            {
                keys.Add(value);
            }
        }
    }

    private static List<string> Parts(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var parts = new List<string>();
        foreach (var token in FieldAnalyzer.Shared.Analyze(number))
        {
            var part = token.Folded.TrimStart('0');
            if (part.Length > 0)
            {
                parts.Add(part);
            }
        }

        return parts;
    }
}
