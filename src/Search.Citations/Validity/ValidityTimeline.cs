using Search.Documents;

namespace Search.Citations;

/// <summary>
/// Derives the state of a document on a day from its events. Events are the truth, states are derived from them, and
/// nothing is inferred from likeness: where no document says anything, the state is unknown.
/// <list type="bullet">
/// <item>A replaced document stays replaced and a repealed one repealed, whatever is said of it later, until one puts it
/// into force again. Of two that end it the earlier one counts; both are named.</item>
/// <item>A suspension ends with a revival or with a confirmation.</item>
/// <item>What was amended or ended in part holds in part.</item>
/// <item>An event that comes after the day shows that the document held until then.</item>
/// <item>An event happens on the day its sentence names, else on the day of effect of the document that says so, else on that
/// document's day of issue; a document that names its last day ends on the next.</item>
/// <item>Before its day of effect a document's state is unknown.</item>
/// <item>An undated event counts as having happened today, and as unknown on any day before.</item>
/// </list>
/// </summary>
public static class ValidityTimeline
{
    /// <summary>The state on a day.</summary>
    /// <param name="key">The document.</param>
    /// <param name="issued">Its day of issue; null where it is not known.</param>
    /// <param name="events">What happened to it, in any order; the issue may be among them.</param>
    /// <param name="asOf">The day asked for.</param>
    /// <param name="today">The present day, on which undated events count.</param>
    /// <param name="effective">Its day of effect, where it names one; null for the day of issue.</param>
    public static ValidityAnswer At(
        DocumentKey key, DateOnly? issued, IEnumerable<ValidityEvent> events, DateOnly asOf, DateOnly today, DateOnly? effective = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(events);
        var all = events.Where(happened => happened.Kind != ValidityEventKind.Issued)
            .DistinctBy(happened => (happened.Kind, happened.By)).ToList();
        if (issued is not null)
        {
            all.Add(new ValidityEvent(ValidityEventKind.Issued, issued, key, null));
        }

        all.Sort(static (a, b) => (a.Date ?? DateOnly.MaxValue, a.Kind, a.By.Value).CompareTo((b.Date ?? DateOnly.MaxValue, b.Kind, b.By.Value)));
        var state = new Standing();
        var from = effective ?? issued;
        if (from is null || from <= asOf)
        {
            foreach (var happened in all.Where(happened => happened.Date is { } day ? day <= asOf : asOf >= today))
            {
                state.Apply(happened);
            }

            var later = all.Find(happened => happened.Date > asOf && Presupposes(happened.Kind));
            if (state.State == ValidityState.Unknown && later is not null)
            {
                state.Hold(from, later);
            }
        }

        return new ValidityAnswer(
            key, asOf, state.State, state.Since,
            [.. state.Because.Select(happened => happened.By).Where(by => !by.Equals(key)).Distinct()],
            [.. state.Because.Select(happened => happened.Evidence).OfType<ValidityEvidence>()],
            all);
    }

    /// <summary>Whether only a document in force can have it happen.</summary>
    private static bool Presupposes(ValidityEventKind kind) => kind is not (ValidityEventKind.Issued or ValidityEventKind.Revived or ValidityEventKind.Corrected);

    /// <summary>The state while the events are gone through.</summary>
    private sealed class Standing
    {
        public ValidityState State { get; private set; }

        public DateOnly? Since { get; private set; }

        public List<ValidityEvent> Because { get; } = [];

        private bool IsPartial { get; set; }

        public void Hold(DateOnly? since, ValidityEvent later) => Set(ValidityState.InForce, since, later);

        public void Apply(ValidityEvent happened)
        {
            var ended = State is ValidityState.Replaced or ValidityState.NotInForce;
            switch (happened.Kind)
            {
                case ValidityEventKind.Revived:
                    Set(IsPartial ? ValidityState.PartlyInForce : ValidityState.InForce, happened.Date, happened);
                    break;
                case ValidityEventKind.Confirmed when !ended:
                    Set(IsPartial ? ValidityState.PartlyInForce : ValidityState.InForce, happened.Date, happened);
                    break;
                case ValidityEventKind.Amended or ValidityEventKind.PartlyReplaced or ValidityEventKind.PartlyRepealed when !ended:
                    Part(happened);
                    break;
                case ValidityEventKind.Suspended when !ended:
                    Set(ValidityState.Suspended, happened.Date, happened);
                    break;
                case ValidityEventKind.Replaced:
                    End(ValidityState.Replaced, happened, ended);
                    break;
                case ValidityEventKind.Repealed or ValidityEventKind.Expired:
                    End(ValidityState.NotInForce, happened, ended);
                    break;
            }
        }

        private void Part(ValidityEvent happened)
        {
            var again = State == ValidityState.PartlyInForce;
            IsPartial = true;
            if (State == ValidityState.Suspended)
            {
                return; // it holds in part once it is put into force again
            }

            if (again)
            {
                Because.Add(happened);
                return;
            }

            Set(ValidityState.PartlyInForce, happened.Date, happened);
        }

        private void End(ValidityState state, ValidityEvent happened, bool ended)
        {
            if (ended)
            {
                Because.Add(happened);
                return;
            }

            Set(state, happened.Date, happened);
        }

        private void Set(ValidityState state, DateOnly? since, ValidityEvent happened)
        {
            (State, Since) = (state, since);
            Because.Clear();
            Because.Add(happened);
        }
    }
}
