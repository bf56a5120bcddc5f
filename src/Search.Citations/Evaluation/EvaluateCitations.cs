
namespace Search.Citations.Evaluation;

/// <summary>
/// Compares citations with labels: precision, recall and F1 by tier and by form, accuracy of relations, wrong targets,
/// linked traps, and against an earlier result what was gained and lost.
/// </summary>
public static class EvaluateCitations
{
    /// <summary>Evaluates a gold set.</summary>
    /// <param name="gold">The labeled files.</param>
    /// <param name="read">Gives, for the name of a file, its decoded text and the citations found in it.</param>
    public static CitationReport Run(
        IReadOnlyList<GoldFile> gold, Func<string, (string Text, IReadOnlyList<Citation> Citations)> read)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(read);
        var outcomes = new List<CitationOutcome>();
        var traps = new List<string>();
        var unmatched = new List<string>();
        foreach (var file in gold)
        {
            var (text, citations) = read(file.Name);
            var taken = new bool[citations.Count];
            foreach (var label in file.Citations)
            {
                outcomes.Add(Match(label, citations, taken));
            }

            for (var i = 0; i < citations.Count; i++)
            {
                if (!taken[i])
                {
                    unmatched.Add(FormattableString.Invariant($"{file.Name}:{citations[i].Span.Start}-{citations[i].Span.End}"));
                }
            }

            traps.AddRange(LinkedTraps(file, text, citations));
        }

        var found = outcomes.Where(outcome => outcome.Found).ToList();
        var strict = found.Where(outcome => outcome.Tier <= 2).ToList();
        return new CitationReport
        {
            Outcomes = outcomes,
            Scores = [.. Scores(outcomes, unmatched.Count)],
            RelationAccuracy = strict.Count == 0 ? 1 : (double)strict.Count(outcome => outcome.RelationRight) / strict.Count,
            SpanAccuracy = found.Count == 0 ? 1 : (double)found.Count(outcome => outcome.SpanExact) / found.Count,
            WrongTargets = outcomes.Count(outcome => outcome.Target is "wrong"),
            LinkedTraps = traps,
            Unmatched = unmatched,
        };
    }

    /// <summary>Whether a key is the labeled one: places are not labeled, attachments may stand for their decision.</summary>
    public static bool SameTarget(string gold, string predicted) =>
        string.Equals(Bare(gold), Bare(predicted), StringComparison.Ordinal);

    private static string Bare(string key)
    {
        var tilde = key.IndexOf('~', StringComparison.Ordinal);
        if (tilde >= 0)
        {
            var end = key.IndexOfAny(['@', '#'], tilde);
            key = key[..tilde] + (end < 0 ? "" : key[end..]);
        }

        var date = key.IndexOf('@', StringComparison.Ordinal);
        var suffix = date < 0 ? -1 : key.IndexOf('#', date);
        return suffix < 0 ? key : key[..suffix];
    }

    private static CitationOutcome Match(GoldCitation label, IReadOnlyList<Citation> citations, bool[] taken)
    {
        var best = -1;
        var bestOverlap = 0.5;
        for (var i = 0; i < citations.Count; i++)
        {
            var core = citations[i].Core;
            var common = Math.Min(core.End, label.CoreEnd) - Math.Max(core.Start, label.CoreStart);
            if (taken[i] || common <= 0)
            {
                continue;
            }

            var all = Math.Max(core.End, label.CoreEnd) - Math.Min(core.Start, label.CoreStart);
            var overlap = (double)common / all;
            if (overlap > bestOverlap)
            {
                (best, bestOverlap) = (i, overlap);
            }
        }

        if (best < 0)
        {
            return new CitationOutcome(label.Id, label.Tier, label.Form, false, false, "open", false);
        }

        taken[best] = true;
        var citation = citations[best];
        var named = label.Target.StartsWith("UNNUMBERED", StringComparison.Ordinal);
        var target = citation.Target is null
            ? named ? "right" : "open"
            : named ? citation.Target.Key.IsNumbered ? "wrong" : "right"
            : label.Target.Contains("@unknown", StringComparison.Ordinal) ? citation.IsSelf ? "right" : "wrong"
            : SameTarget(label.Target, citation.Target.Key.Value) ? "right" : "wrong";
        var relation = citation.Relation.Replace('-', '_');
        return new CitationOutcome(
            label.Id,
            label.Tier,
            label.Form,
            true,
            citation.Span.Start == label.Start && citation.Span.End == label.End,
            target,
            string.Equals(relation, label.Relation, StringComparison.Ordinal) || label.Alternatives.Contains(relation, StringComparer.Ordinal));
    }

    private static IEnumerable<CitationScore> Scores(List<CitationOutcome> outcomes, int unmatched)
    {
        yield return Score("all", outcomes, unmatched);
        foreach (var tier in outcomes.GroupBy(outcome => outcome.Tier).OrderBy(group => group.Key))
        {
            yield return Score(FormattableString.Invariant($"tier {tier.Key}"), [.. tier], 0);
        }

        foreach (var form in outcomes.GroupBy(outcome => outcome.Form, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            yield return Score(form.Key, [.. form], 0);
        }
    }

    private static CitationScore Score(string group, List<CitationOutcome> outcomes, int unmatched) =>
        new(group, outcomes.Count, outcomes.Count(outcome => outcome.Found) + unmatched, outcomes.Count(outcome => outcome.IsRight));

    private static IEnumerable<string> LinkedTraps(GoldFile file, string text, IReadOnlyList<Citation> citations)
    {
        var lines = LineStarts(text);
        foreach (var trap in file.Traps)
        {
            if (trap.Line < 1 || trap.Line >= lines.Count)
            {
                continue;
            }

            var start = text.IndexOf(trap.Text, lines[trap.Line - 1], lines[trap.Line] - lines[trap.Line - 1], StringComparison.Ordinal);
            if (start < 0)
            {
                continue;
            }
            // A labeled citation may stand inside the words of a trap; the trap is linked by one that covers more.
            var labelled = file.Citations;
            var linked = citations.Any(citation => citation.Target is not null && citation.Core.Start < start + trap.Text.Length && start < citation.Core.End
                && !labelled.Any(label => label.CoreStart == citation.Core.Start || (label.CoreStart <= citation.Core.Start && citation.Core.End <= label.CoreEnd)));
            if (linked)
            {
                yield return FormattableString.Invariant($"{file.Name}:{trap.Line}");
            }
        }
    }

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        starts.Add(text.Length);
        return starts;
    }
}
