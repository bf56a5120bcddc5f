using Search.Citations.Scanning;
using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Citations.Patterns;

/// <summary>
/// Reads a type word without a number. Vietnamese writes such a word with a capital when it means one document, so
/// the capital is what proves it; at the head of a sentence, where every word has one, more is asked for.
/// </summary>
internal static class UnnumberedReader
{
    public static int Read(ScanState state, int at, int head, TypeEntry type)
    {
        var tokens = state.Tokens;
        var lexicon = state.Lexicon;
        var capital = tokens[at].Has(TokenFlags.Capital);
        var upper = tokens[at].Has(TokenFlags.Upper);

        // Most type words of a text are common nouns ("theo kế hoạch"): dismiss them at once.
        if (!capital && type.Kind != TypeKind.Generic && !tokens.IsWord(head, lexicon.Nay) && !(at > 0 && tokens.IsWord(at - 1, lexicon.Cac)))
        {
            return head;
        }

        if (type.LawLike && state.EndsBefore(lexicon.Phrases.NotLaw, at))
        {
            return head; // "pháp luật", "KỶ LUẬT"
        }

        if (IsPlural(state, at))
        {
            if (type.Kind == TypeKind.Generic || capital || PluralIsLoose(state, at))
            {
                AddGeneric(state, at, head, type);
            }

            return head;
        }

        if (!TypeWords.Are(tokens, at, head, type))
        {
            return at;
        }

        if (tokens.IsWord(head, lexicon.Nay))
        {
            return ReadThis(state, at, head, type, capital);
        }

        if (capital && lexicon.Phrases.Demonstratives.Match(tokens, head, out var afterThat) >= 0)
        {
            return AddBack(state, at, head, afterThat, type, BackReferenceKind.Above);
        }

        if (lexicon.Phrases.Back.Match(tokens, head, out var afterBack) >= 0 && (capital || type.Kind == TypeKind.Generic)
            && (afterBack - head > 1 || EndsAfterAbove(state, afterBack)))
        {
            return AddBack(state, at, head, afterBack, type, BackReferenceKind.Above);
        }

        if (type.Kind == TypeKind.Generic && !type.OfCongress)
        {
            return head;
        }

        if (!capital || (upper && IsHeadingLine(state, at, head)))
        {
            return at;
        }

        if (IsTitleOfNumber(state, at))
        {
            return head;
        }

        var begins = state.BeginsSentence(at);
        if (state.EndsBefore(lexicon.Phrases.Drafting, at))
        {
            return head;
        }

        return TitledReader.TryCharter(state, at, head, type)
            ?? TitledReader.TryOccasion(state, at, head, type)
            ?? TitledReader.TryIssuer(state, at, head, type, upper, begins)
            ?? CarriedReader.TryReport(state, at, head, type, upper)
            ?? CarriedReader.TryAttachment(state, at, head, type)
            ?? TitledReader.TryTitle(state, at, head, type, begins, upper)
            ?? LawNameReader.TryRead(state, at, head, type)
            ?? TryBare(state, at, head, type, begins, upper)
            ?? at;
    }

    /// <summary>"Luật số 57/2020/QH14 Luật Thanh niên", "Thông tư số 53/2012/TT-BNNPTNT Quy định …": a type word right after
    /// a number, without a mark between them, begins that document's title.</summary>
    private static bool IsTitleOfNumber(ScanState state, int at) =>
        state.Drafts is [.., { Kind: DraftKind.Numbered } numbered] && numbered.To == at && !state.Tokens[at].Has(TokenFlags.Break);

    private static int ReadThis(ScanState state, int at, int head, TypeEntry type, bool capital)
    {
        var isHostType = string.Equals(type.Id, state.Host.Type, StringComparison.Ordinal);
        if (!capital && !isHostType && type.Kind != TypeKind.Generic)
        {
            return head;
        }

        if (!capital && type.CommonWhenSmall)
        {
            return head; // "quy định này": a rule, not the document
        }

        return AddBack(state, at, head, head + 1, type, BackReferenceKind.This);
    }

    private static int AddBack(ScanState state, int at, int head, int end, TypeEntry type, BackReferenceKind kind)
    {
        var draft = Draft.OfName(at, end, type, DraftKind.Back, kind);
        if (state.Tokens.IsLoosely(end, state.Lexicon.Cua) && state.Lexicon.Issuers.TryRead(state.Tokens, end + 1, joint: false) is { } issuer)
        {
            draft.Issuer = issuer.Name;
            draft.IssuerOrgan = issuer.Organ;
            draft.ProvinceId = issuer.ProvinceId;
            draft.To = issuer.End;
        }

        if (kind == BackReferenceKind.Bare)
        {
            draft.CoreTo = head;
        }

        state.Add(draft);
        return end;
    }

    private static void AddGeneric(ScanState state, int at, int head, TypeEntry type) =>
        state.Add(Draft.OfName(at, head, type, DraftKind.Generic));

    private static int? TryBare(ScanState state, int at, int head, TypeEntry type, bool begins, bool upper)
    {
        var tokens = state.Tokens;
        if (!type.StandsAlone)
        {
            return null;
        }

        if (!TypedPattern.EndsName(state, head))
        {
            return null;
        }
        // "Bộ Kế hoạch và Đầu tư": part of a body's name. "Quyết định của người có thẩm quyền": some document or other.
        if (state.EndsBefore(state.Lexicon.Phrases.BodyHeads, at) || (tokens.IsLoosely(head, state.Lexicon.Cua) && !tokens[head].Has(TokenFlags.Break)))
        {
            if (tokens.IsLoosely(head, state.Lexicon.Cua) && state.Lexicon.Phrases.CollectiveBodies.Match(tokens, head + 1, out var afterBody) >= 0 && !begins && TypedPattern.EndsName(state, afterBody))
            {
                var draft = Draft.OfName(at, afterBody, type, DraftKind.Back, BackReferenceKind.Bare); // "Chỉ thị của Trung ương"
                draft.CoreTo = head;
                state.Add(draft);
                return afterBody;
            }

            return head;
        }

        if (upper && state.Tokens[Math.Max(0, at - 1)] is var before && (!before.Has(TokenFlags.Upper) || begins))
        {
            return null;
        }

        if (begins && state.Lexicon.Phrases.Asserting.Match(tokens, head, out _) < 0)
        {
            return null;
        }

        if (IsPaired(state, head))
        {
            return head; // "theo Quy định, hướng dẫn thi hành Điều lệ Đảng": rules of a kind
        }

        // "trình Bộ trưởng ban hành Kế hoạch": a paper to come. "02 Luật": so many.
        if (state.EndsBefore(state.Lexicon.Phrases.Enacting, at)
            && (string.Equals(type.Id, state.Host.Type, StringComparison.Ordinal) || !IsIssued(state, at)))
        {
            return head;
        }

        if (tokens.IsNumber(at - 1) && tokens[at - 1].Length <= 2 && !tokens[at].Has(TokenFlags.Break) && state.PinpointAt != at)
        {
            return head;
        }

        return AddBack(state, at, head, head, type, BackReferenceKind.Bare);
    }

    /// <summary>"Sau khi Trung ương ban hành Nghị quyết": a document that was named.</summary>
    private static bool IsIssued(ScanState state, int at)
    {
        const int MaxBack = 10;
        for (var i = at - 1; i >= Math.Max(0, at - MaxBack) && !state.Tokens[i + 1].Has(TokenFlags.Break); i--)
        {
            if (state.Lexicon.Phrases.Issued.MayStart(state.Tokens[i]) && state.Lexicon.Phrases.Issued.Match(state.Tokens, i, out _) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a mark or "và" and another type word in small letters follow.</summary>
    private static bool IsPaired(ScanState state, int head)
    {
        var tokens = state.Tokens;
        var next = tokens.IsPunctuation(head, ',') || tokens.IsWord(head, state.Lexicon.Va) ? head + 1 : -1;
        return next > 0 && next < tokens.Count && !tokens[next].Has(TokenFlags.Capital | TokenFlags.Break) && state.Lexicon.Types.Match(tokens, next, out var end) is >= 0 and var type
            && state.Lexicon.Catalogue.Types[type].Kind != TypeKind.Generic && !tokens.IsNumber(end) && !tokens.IsLoosely(end, state.Lexicon.So);
    }

    private static bool IsPlural(ScanState state, int at) =>
        at > 0 && !state.Tokens[at].Has(TokenFlags.Break) && (state.EndsBefore(state.Lexicon.Phrases.Plural, at) || GoesOnPlural(state, at));

    /// <summary>"các Nghị quyết, Kế hoạch": the plural of the first noun is that of all.</summary>
    private static bool GoesOnPlural(ScanState state, int at)
    {
        var tokens = state.Tokens;
        return (tokens.IsPunctuation(at - 1, ',') || tokens.IsWord(at - 1, state.Lexicon.Va))
            && state.Drafts is [.., { Kind: DraftKind.Generic } listed] && listed.To == (tokens.IsPunctuation(at - 2, ',') ? at - 2 : at - 1);
    }

    /// <summary>"các văn bản", "các chỉ thị, nghị quyết": a plural of documents and not of anything else.</summary>
    private static bool PluralIsLoose(ScanState state, int at) => state.Tokens.IsWord(at - 1, state.Lexicon.Cac);

    /// <summary>"Chỉ thị trên" and not "Chỉ thị trên địa bàn".</summary>
    private static bool EndsAfterAbove(ScanState state, int at) =>
        at >= state.Tokens.Count || state.Tokens[at].Kind == TokenKind.Punctuation || state.Tokens[at].Has(TokenFlags.Break)
        || state.Lexicon.Phrases.AfterAbove.Match(state.Tokens, at, out _) >= 0;

    /// <summary>A type heading: the word alone on its line, in capitals.</summary>
    private static bool IsHeadingLine(ScanState state, int at, int head)
    {
        var tokens = state.Tokens;
        if (at > 0 && !tokens[at].Has(TokenFlags.Line | TokenFlags.Blank) && !tokens[at].Has(TokenFlags.Break))
        {
            return false;
        }

        return head >= tokens.Count || tokens[head].Has(TokenFlags.Line | TokenFlags.Blank)
            || (tokens.IsLoosely(head, state.Lexicon.Cua) && string.Equals(state.Tokens.Words(at, head), state.Tokens.Words(at, head).ToUpperInvariant(), StringComparison.Ordinal));
    }
}
