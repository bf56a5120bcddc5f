using Search.Application.Errors;

namespace Search.Api.Problems;

/// <summary>
/// Tells a problem in English alone to a caller that prefers it. Without such a wish the title is Vietnamese, and every
/// sentence Vietnamese with English in parentheses behind it.
/// </summary>
internal static class ProblemLanguage
{
    /// <summary>The problem as a caller wants it told.</summary>
    public static Problem For(HttpRequest request, Problem problem) => !PrefersEnglish(request) ? problem : problem with
    {
        Title = ProblemKinds.All.FirstOrDefault(kind => string.Equals(kind.Type, problem.Type, StringComparison.Ordinal))?.TitleEn ?? problem.Title,
        Detail = problem.Detail is { } detail ? BothLanguages.Of(detail).English : null,
        Errors = problem.Errors is { } errors ? [.. errors.Select(error => error with { Message = BothLanguages.Of(error.Message).English })] : null,
    };

    /// <summary>Whether the language with the highest weight, the first of equal ones, is English.</summary>
    private static bool PrefersEnglish(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.MaxBy(language => language.Quality ?? 1) is { Quality: null or > 0 } best
        && (best.Value.Equals("en", StringComparison.OrdinalIgnoreCase) || best.Value.StartsWith("en-", StringComparison.OrdinalIgnoreCase));
}
