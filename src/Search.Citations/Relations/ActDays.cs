using Search.Citations.Patterns;

namespace Search.Citations.Relations;

/// <summary>On which day what the host says of other documents happens: the day named with one member of a list counts for all
/// that share its trigger ("Bãi bỏ A, B và C kể từ ngày …"), and a day at the head of the sentence for the whole of it.</summary>
internal static class ActDays
{
    /// <summary>Gives every draft that is acted on its day, and takes it from all others.</summary>
    public static void Settle(ScanState state, IReadOnlyList<Draft> drafts, IReadOnlyList<RelationHit> hits, RelationFinder relations)
    {
        (int Trigger, DateOnly? ActsOn, DateOnly? Ends) shared = (-1, null, null);
        for (var i = drafts.Count - 1; i >= 0; i--)
        {
            var draft = drafts[i];
            var hit = hits[draft.Index];
            if (draft.Kind is DraftKind.Generic or DraftKind.Alias || hit.From < 0 || !relations.Entry(hit.Relation).TellsForce)
            {
                draft.ActsOn = null;
                continue;
            }

            if (shared.Trigger == hit.From)
            {
                draft.ActsOn ??= shared.ActsOn;
                draft.Ends ??= shared.Ends;
            }

            draft.ActsOn ??= EffectPattern.Since(state, RelationFinder.SentenceStart(state.Tokens, hit.From), out _);
            shared = (hit.From, draft.ActsOn, draft.Ends);
        }
    }
}
