using System.Text;
using Search.Application.Errors;

namespace Search.Application.Accounts;

/// <summary>Names to sign in with: letters of any script, figures and <c>. _ - @</c>, 64 characters at most, without case.</summary>
internal static class AccountNames
{
    private const int Longest = 64;

    /// <summary>The form that is stored and compared; what cannot be a name stays what it is.</summary>
    public static string Normal(string name) => name.IsWellFormed() ? name.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant() : name;

    /// <exception cref="SearchException">It is no name.</exception>
    public static string Checked(string name)
    {
        var normal = Normal(name);
        return normal.Length is > 0 and <= Longest && normal.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '@')
            ? normal
            : throw SearchException.Invalid(
                "name",
                "Tên đăng nhập gồm chữ, số và các dấu . _ - @, không quá 64 ký tự.",
                "A name to sign in with has letters, figures and . _ - @, at most 64 characters.");
    }

    private static bool IsWellFormed(this string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsSurrogatePair(text, i) && ++i < text.Length))
            {
                return false;
            }
        }

        return true;
    }
}
