using Search.Citations.Scanning;
using Search.Documents.Catalogues;

namespace Search.Citations.Patterns;

/// <summary>Documents named through another one: a report on it, an attachment promulgated with it.</summary>
internal static class CarriedReader
{
    private const int MaxAttachmentName = 40;
    private const int MaxReportName = 16;

    /// <summary>Báo cáo sơ kết 5 năm thực hiện Chỉ thị 04: the report's name ends with the document it reports on.</summary>
    public static int? TryReport(ScanState state, int at, int head, TypeEntry type, bool upper)
    {
        var tokens = state.Tokens;
        if (!type.ReportsOn || upper)
        {
            return null;
        }

        if (head - at < 3 && state.Lexicon.Phrases.Reporting.Match(tokens, head, out _) < 0)
        {
            return head; // a report not named is a report to come
        }

        for (var i = head; i < tokens.Count && i - head < MaxReportName; i++)
        {
            if (tokens[i].Has(TokenFlags.Break) || (tokens[i].Kind == TokenKind.Punctuation && !tokens[i].IsPunctuation(',')))
            {
                break;
            }

            if (!TitleReader.IsTypeAt(state, i))
            {
                continue;
            }

            var inner = new ScanState(tokens, state.Lexicon, state.Host);
            var pattern = new TypedPattern();
            pattern.Read(inner, i);
            if (inner.Drafts.Count == 0)
            {
                break;
            }

            var end = inner.Drafts[0].To;
            var draft = Draft.OfName(at, end, type);
            draft.Title = tokens.Words(at, end);
            state.Add(draft);
            return i;
        }

        return head;
    }

    /// <summary>Quy chế quản lý … ban hành kèm theo Quyết định số …</summary>
    public static int? TryAttachment(ScanState state, int at, int head, TypeEntry type)
    {
        var tokens = state.Tokens;
        if (!type.Carried)
        {
            return null; // "Biên bản theo Mẫu số 01 ban hành kèm theo Nghị định …": a form
        }

        var attached = state.Lexicon.Phrases.Attached;
        for (var i = head; i < tokens.Count && i - head < MaxAttachmentName; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Has(TokenFlags.Break) || token.IsPunctuation(':') || token.IsPunctuation(')'))
            {
                return null;
            }

            if (i > head && TitleReader.IsTypeAt(state, i))
            {
                return null;
            }

            if (attached.MayStart(token) && attached.Match(tokens, i, out var carrier) >= 0
                && state.Lexicon.Types.Match(tokens, carrier, out var carrierHead) >= 0
                && (tokens.IsNumber(carrierHead) || tokens.IsLoosely(carrierHead, state.Lexicon.So)))
            {
                var end = tokens[i - 1].IsPunctuation('(') || tokens[i - 1].IsPunctuation(',') ? i - 1 : i; // "Đề án “…” (ban hành theo"
                var draft = Draft.OfName(at, end, type);
                draft.Title = tokens.Words(at, end);
                state.Add(draft);
                state.Attachment = draft;
                state.AttachmentAt = carrier;
                return i;
            }
        }

        return null;
    }
}
