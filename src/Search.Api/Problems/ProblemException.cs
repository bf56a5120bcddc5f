using Search.Api.Failures;
using Search.Application.Errors;

namespace Search.Api.Problems;

/// <summary>Ends a request with a problem. Thrown by request reading, caught by <see cref="ProblemHandling"/>.</summary>
internal sealed class ProblemException(ProblemKind kind, string detail) : Exception(detail)
{
    public ProblemKind Kind { get; } = kind;

    public IReadOnlyList<ProblemError>? Errors { get; init; }

    public IReadOnlyList<string>? Candidates { get; init; }

    /// <summary>The problem that a use case's error is over HTTP.</summary>
    public static ProblemException Of(SearchException error) => new(ProblemKinds.Of(error.Kind), error.Message)
    {
        Errors = error.Errors.Count == 0
            ? null
            : [.. error.Errors.Select(e => new ProblemError(e.Parameter, e.Message) { Position = e.Position, Length = e.Length })],
        Candidates = error.Candidates.Count == 0 ? null : error.Candidates,
    };

    public static ProblemException NotFound(string what) => new(
        ProblemKinds.NotFound,
        $"Không tìm thấy văn bản '{what}'. (There is no document '{what}'.)");

    public static ProblemException Invalid(string parameter, string vietnamese, string english) => new(
        ProblemKinds.InvalidRequest, $"{vietnamese} ({english})")
    {
        Errors = [new ProblemError(parameter, $"{vietnamese} ({english})")],
    };
}
