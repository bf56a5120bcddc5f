using Search.Citations.Patterns;
using Search.Citations.Scanning;
using Search.Documents;

namespace Search.Citations.Relations;

/// <summary>
/// Whether it is the host that replaces, repeals, amends or corrects what a mention names. Only then is there a
/// relation: "đề xuất sửa đổi Luật X", "Luật sửa đổi, bổ sung một số điều của Luật X", "Quy định 37 thay thế Quy định 47"
/// change nothing by the host. The host acts where its title says so, where the verb opens the sentence ("Điều 2. Bãi bỏ
/// …"), where its own name is the subject ("Quy định này … thay thế"), or where it issues such a document of its own type.
/// </summary>
internal sealed class HostActs(Lexicon lexicon)
{
    /// <summary>Whether the host does what a trigger says.</summary>
    /// <param name="state">The document.</param>
    /// <param name="sentence">First token of the sentence.</param>
    /// <param name="found">The trigger.</param>
    /// <param name="inTitle">Whether the mention stands in the host's title.</param>
    /// <param name="last">The last document named before the trigger in the sentence; null for none.</param>
    /// <param name="types">Types of the documents named so far.</param>
    public bool Does(ScanState state, int sentence, in RelationHit found, bool inTitle, Draft? last, IReadOnlySet<string> types)
    {
        var tokens = state.Tokens;
        if (IsOwn(state, last, types))
        {
            return true;
        }

        if (EndsWithType(state, found.From, out var noun, out var type))
        {
            // "ban hành Thông tư sửa đổi …" of a circular's own; any other noun names another document that amends.
            return IsHostType(state, type) && (inTitle || noun == sentence || state.EndsBefore(lexicon.Phrases.Enacting, noun));
        }

        if (last is not null)
        {
            return false;
        }

        return inTitle || Opens(state, sentence, found.From) || IsIssuing(state, sentence, found.From) || NamesHost(state, sentence, found.From);
    }

    /// <summary>"Quy định này": the host, or an annex of its own where no document of that type was named.</summary>
    private static bool IsOwn(ScanState state, Draft? draft, IReadOnlySet<string> types) =>
        draft is { Kind: DraftKind.Back, Back: BackReferenceKind.This or BackReferenceKind.Bare }
        && (draft.Type is not { } type || state.Host.Type is null || string.Equals(type.Id, state.Host.Type, StringComparison.Ordinal)
            || (draft.Back == BackReferenceKind.This && !types.Contains(type.Id)));

    private static bool IsHostType(ScanState state, string? type) =>
        state.Host.Type is null || string.Equals(type, state.Host.Type, StringComparison.Ordinal);

    /// <summary>Whether nothing but labels and a day stands before the verb: "Điều 2.", "1.", "a)", "-", "Nay", "Kể từ ngày …,".</summary>
    private bool Opens(ScanState state, int sentence, int at)
    {
        var tokens = state.Tokens;
        EffectPattern.Since(state, sentence, out var first);
        for (var i = first; i < at; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.IsNumber || token.Kind == TokenKind.Punctuation || token.Length == 1 || TermScanner.TryNumeral(tokens, i, out _)
                || lexicon.Phrases.Pinpoints.Match(tokens, i, out _) >= 0 || lexicon.Phrases.Opening.Match(tokens, i, out _) >= 0)
            {
                continue;
            }

            if (lexicon.Triggers.Match(tokens, i, out var end) is var relation && (relation < 0 || !lexicon.Catalogue.Relations[relation].HostActs))
            {
                return false;
            }

            i = end - 1; // "sửa đổi, bổ sung một số điều của"
        }

        return true;
    }

    /// <summary>"ban hành Hướng dẫn mới thay thế …", "được ban hành để thay thế": a paper of the host's own type is issued.</summary>
    private bool IsIssuing(ScanState state, int sentence, int at)
    {
        var tokens = state.Tokens;
        for (var i = sentence; i < at; i++)
        {
            if (lexicon.Phrases.Enacting.Match(tokens, i, out var end) >= 0 && lexicon.Types.Match(tokens, end, out _) is >= 0 and var type)
            {
                return IsHostType(state, lexicon.Catalogue.Types[type].Id);
            }
        }

        return false;
    }

    /// <summary>"Quyết định có hiệu lực từ ngày ký và thay thế …": the noun of the host's own type opens the sentence.</summary>
    private bool NamesHost(ScanState state, int sentence, int at)
    {
        for (var i = sentence; i < Math.Min(at, sentence + 6); i++)
        {
            if (lexicon.Types.Match(state.Tokens, i, out var end) is >= 0 and var type && end <= at)
            {
                var entry = lexicon.Catalogue.Types[type];
                return state.Host.Type is not null
                    ? string.Equals(entry.Id, state.Host.Type, StringComparison.Ordinal) || state.Tokens.IsWord(end, lexicon.Nay)
                    : state.Tokens.IsWord(end, lexicon.Nay);
            }
        }

        return false;
    }

    private bool EndsWithType(ScanState state, int at, out int noun, out string? type)
    {
        for (var length = 1; length <= 4 && at - length >= 0; length++)
        {
            noun = at - length;
            if (lexicon.Types.Match(state.Tokens, noun, out var end) is >= 0 and var found && end == at)
            {
                type = lexicon.Catalogue.Types[found].Id;
                return true;
            }
        }

        noun = at;
        type = null;
        return false;
    }
}
