using System.Globalization;
using System.Text;

namespace Search.Ingestion.Reading;

/// <summary>Numbers of list items as Word and browsers show them.</summary>
internal static class ListNumbers
{
    /// <summary>Capital Roman figures; plain figures outside 1 to 3999.</summary>
    public static string Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        ReadOnlySpan<(int Value, string Sign)> signs =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ];
        var text = new StringBuilder();
        foreach (var (value, sign) in signs)
        {
            for (; number >= value; number -= value)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }

    /// <summary>A to Z, then AA, BB as Word counts on.</summary>
    public static string RepeatedLetter(int number) => number is < 1 or > 1000
        ? number.ToString(CultureInfo.InvariantCulture)
        : new string((char)('A' + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    /// <summary>A to Z, then AA, AB as browsers count on.</summary>
    public static string Letter(int number)
    {
        if (number is < 1 or > 100_000)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var text = "";
        for (; number > 0; number = (number - 1) / 26)
        {
            text = (char)('A' + ((number - 1) % 26)) + text;
        }

        return text;
    }
}
