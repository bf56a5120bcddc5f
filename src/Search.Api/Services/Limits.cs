using Search.Api.Problems;

namespace Search.Api.Services;

/// <summary>Checks of single parameters.</summary>
internal static class Limits
{
    /// <exception cref="ProblemException">The value is out of range.</exception>
    public static int Between(string parameter, int value, int least, int most) => value >= least && value <= most
        ? value
        : throw ProblemException.Limit(
            parameter,
            $"'{parameter}' phải từ {least} đến {most}.",
            $"'{parameter}' must lie between {least} and {most}.");

    /// <exception cref="ProblemException">The check failed.</exception>
    public static void Check(string parameter, bool holds, int most)
    {
        if (holds)
        {
            return;
        }

        throw ProblemException.Limit(
            parameter, $"'{parameter}' vượt quá {most}.", $"'{parameter}' passes {most}.");
    }
}
