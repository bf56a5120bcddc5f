
namespace Search.Application.Errors;

/// <summary>Checks of single parameters.</summary>
internal static class Limits
{
    /// <exception cref="SearchException">The value is out of range.</exception>
    public static int Between(string parameter, int value, int least, int most) => value >= least && value <= most
        ? value
        : throw SearchException.Limit(
            parameter,
            $"'{parameter}' phải từ {least} đến {most}.",
            $"'{parameter}' must lie between {least} and {most}.");

    /// <exception cref="SearchException">The check failed.</exception>
    public static void Check(string parameter, bool holds, int most)
    {
        if (holds)
        {
            return;
        }

        throw SearchException.Limit(
            parameter, $"'{parameter}' vượt quá {most}.", $"'{parameter}' passes {most}.");
    }
}
