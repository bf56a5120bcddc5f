using System.Text;
using Search.Engine;
using Search.Testing;

namespace Search.Benchmarks.Load;

/// <summary>Queries of two to five words, cut from questions that people asked; no two alike.</summary>
internal static class LoadQueries
{
    public static IReadOnlyList<string> Make(int count)
    {
        var random = new Random(2026);
        var questions = EvaluationFiles.ReadQuestions(SharedData.PathOf("data", "retrieval", "queries-dev.jsonl"))
            .Select(question => question.Text.Split([' ', ',', '.', '?', ':', ';', '"', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length >= 6)
            .ToList();
        var queries = new HashSet<string>(StringComparer.Ordinal);
        for (var tries = 0; queries.Count < count && tries < count * 4; tries++)
        {
            var words = questions[random.Next(questions.Count)];
            var length = random.Next(2, 6);
            var start = random.Next(words.Length - length + 1);
            queries.Add(string.Join(' ', words.Skip(start).Take(length)).ToLowerInvariant().Normalize(NormalizationForm.FormC));
        }

        return [.. queries];
    }
}
