namespace Search.Api.Problems;

/// <summary>Ends a request with a problem. Thrown by request reading, caught by <see cref="ProblemHandling"/>.</summary>
internal sealed class ProblemException(ProblemKind kind, string detail) : Exception(detail)
{
    public ProblemKind Kind { get; } = kind;

    public IReadOnlyList<ProblemError>? Errors { get; init; }

    public IReadOnlyList<string>? Candidates { get; init; }

    public static ProblemException NotFound(string what) => new(
        ProblemKinds.NotFound,
        $"Không tìm thấy văn bản '{what}'. (There is no document '{what}'.)");

    public static ProblemException Limit(string parameter, string vietnamese, string english) => new(
        ProblemKinds.LimitExceeded, $"{vietnamese} ({english})")
    {
        Errors = [new ProblemError(parameter, $"{vietnamese} ({english})")],
    };

    public static ProblemException Invalid(string parameter, string vietnamese, string english) => new(
        ProblemKinds.InvalidRequest, $"{vietnamese} ({english})")
    {
        Errors = [new ProblemError(parameter, $"{vietnamese} ({english})")],
    };
}
