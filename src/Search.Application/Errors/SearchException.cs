namespace Search.Application.Errors;

/// <summary>
/// A use case cannot answer because of what its caller asked. The one error of this library: the API maps it to problem
/// details, the command line to an exit code, the Model Context Protocol to a tool error.
/// </summary>
/// <param name="kind">What kind of mistake it is.</param>
/// <param name="message">What is wrong: Vietnamese, then English in parentheses.</param>
/// <param name="english">The same in English alone.</param>
public sealed class SearchException(ErrorKind kind, string message, string english) : Exception(message)
{
    /// <summary>What kind of mistake it is.</summary>
    public ErrorKind Kind { get; } = kind;

    /// <summary>What is wrong, in Vietnamese; with the English where only both together are known.</summary>
    public string Vietnamese => Message.EndsWith($" ({English})", StringComparison.Ordinal) ? Message[..^(English.Length + 3)] : Message;

    /// <summary>What is wrong, in English alone.</summary>
    public string English { get; } = english;

    /// <summary>What is wrong where; empty where no parameter is to blame.</summary>
    public IReadOnlyList<ParameterError> Errors { get; init; } = [];

    /// <summary>Keys of the documents that match, where there are several.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    internal static SearchException NotFound(string what) =>
        new(ErrorKind.NotFound, $"Không tìm thấy văn bản '{what}'. (There is no document '{what}'.)", $"There is no document '{what}'.");

    internal static SearchException Missing(string vietnamese, string english) =>
        new(ErrorKind.NotFound, $"{vietnamese} ({english})", english);

    internal static SearchException Limit(string parameter, string vietnamese, string english) =>
        Of(ErrorKind.LimitExceeded, parameter, vietnamese, english);

    internal static SearchException Invalid(string parameter, string vietnamese, string english) =>
        Of(ErrorKind.InvalidRequest, parameter, vietnamese, english);

    private static SearchException Of(ErrorKind kind, string parameter, string vietnamese, string english)
    {
        var message = $"{vietnamese} ({english})";
        return new SearchException(kind, message, english) { Errors = [new ParameterError(parameter, message)] };
    }
}
