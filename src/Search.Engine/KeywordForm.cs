using System.Text;
using Search.Text;

namespace Search.Engine;

/// <summary>The form in which keyword values are compared: folded, lower case, words joined by a hyphen.</summary>
public static class KeywordForm
{
    /// <summary><c>Ban Bí thư</c> becomes <c>ban-bi-thu</c>.</summary>
    /// <param name="value">Any value.</param>
    public static string Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var form = new StringBuilder(value.Length);
        foreach (var token in FieldAnalyzer.Shared.Analyze(value))
        {
            if (form.Length > 0)
            {
                form.Append('-');
            }

            form.Append(token.Folded);
        }

        return form.ToString();
    }
}
