using System.Text.Json.Serialization;

namespace Search.Api.Problems;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Parameter">The parameter or body property, <c>q</c> for the query text.</param>
/// <param name="Message">What is wrong: Vietnamese, then English in parentheses.</param>
public sealed record ProblemError(string Parameter, string Message)
{
    /// <summary>UTF-16 offset in the parameter's text, where one place is to blame.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Position { get; init; }

    /// <summary>UTF-16 length from <see cref="Position"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Length { get; init; }
}
