using System.Text.Json;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Documents;

namespace Search.Application.UseCases;

/// <summary>Completes what is being typed.</summary>
internal sealed class SuggestService(CollectionReader knowledge)
{
    /// <exception cref="SearchException">The text is too long, or the limit out of range.</exception>
    public SuggestAnswer Suggest(string? typed, int? limit)
    {
        typed ??= "";
        Limits.Check("q", typed.Length <= ApiLimits.QueryLength, ApiLimits.QueryLength);
        var most = Limits.Between("limit", limit ?? 8, 1, 20);
        if (string.IsNullOrWhiteSpace(typed))
        {
            return new SuggestAnswer(typed, []);
        }

        using var lease = knowledge.Lease();
        return new SuggestAnswer(
            typed,
            [
                .. lease.Snapshot.Suggest(typed, most, knowledge.Names).Select(s => new SuggestionLine(
                    s.Text,
                    JsonNamingPolicy.KebabCaseLower.ConvertName(s.Kind.ToString()),
                    s.Group,
                    DocumentKey.TryParse(s.Group, out var key) ? DocumentLines.Url(key) : null,
                    s.Detail)),
            ]);
    }
}
