using Search.Citations.Scanning;
using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Citations.Patterns;

// Longer than most files because all that may follow a type word is told apart in one place.
/// <summary>
/// Everything that begins with a type word: <c>Chỉ thị số 04-CT/TW …</c>, <c>Chỉ thị 04</c>, <c>Quyết định của Bộ
/// Chính trị số 31-QĐ/TW</c>, <c>Chỉ thị nêu trên</c>, <c>Chương trình hành động của Chính phủ</c>, <c>Chỉ thị</c>.
/// </summary>
internal sealed class TypedPattern : ICitationPattern
{
    private const int MaxNameBeforeNumber = 16;
    private const int MaxAmendingName = 40;

    public bool IsHead(in Token token, Lexicon lexicon) =>
        lexicon.Types.MayStart(token) || (token.Has(TokenFlags.Upper) && lexicon.Abbreviations.MayStart(token));

    public int Read(ScanState state, int at)
    {
        var tokens = state.Tokens;
        var lexicon = state.Lexicon;
        var found = lexicon.Types.Match(tokens, at, out var head);
        var abbreviated = false;
        if (found < 0)
        {
            found = lexicon.Abbreviations.Match(tokens, at, out head);
            if (found >= 0 && !tokens.Has(head, TokenFlags.Break) && TitledReader.TryOccasion(state, at, head, lexicon.Catalogue.Types[found]) is { } occasion)
            {
                return occasion; // "NQ TW 4 khóa XII"
            }

            if (found < 0 || !((tokens.IsNumber(head) && tokens.Has(head, TokenFlags.Space)) || (tokens.IsLoosely(head, lexicon.So) && tokens.IsNumber(head + 1))))
            {
                return at;
            }

            abbreviated = true;
        }

        var type = lexicon.Catalogue.Types[found];
        var named = type.Kind == TypeKind.Generic ? null : type;

        // A number at once, or after the issuer: "Quyết định của Bộ Chính trị số 31-QĐ/TW".
        if (TryNumber(state, at, head, named, null, abbreviated, out var end))
        {
            return end;
        }

        if (tokens.IsLoosely(head, lexicon.Cua) && lexicon.Issuers.TryRead(tokens, head + 1, joint: false) is { } issuer)
        {
            var next = lexicon.TermReader.TryRead(tokens, issuer.End, out _, out var afterTerm) ? afterTerm : issuer.End;
            if (tokens.IsLoosely(next, lexicon.So) && TryNumber(state, at, next, named, issuer, abbreviated, out end))
            {
                return end;
            }
        }

        if (!abbreviated && AmendingLawReader.TryRead(state, at, head, type) is { } amending)
        {
            return amending;
        }

        if (type.LawLike && TryLawNumber(state, at, head, named, out end))
        {
            return end;
        }

        if (abbreviated)
        {
            return at;
        }

        return UnnumberedReader.Read(state, at, head, type);
    }

    private static bool TryNumber(
        ScanState state, int at, int from, TypeEntry? type, IssuerHit? issuer, bool abbreviated, out int end)
    {
        var tokens = state.Tokens;
        var lexicon = state.Lexicon;
        end = at;
        var number = from;
        var so = tokens.IsLoosely(from, lexicon.So);
        if (so)
        {
            number++;
            if (tokens.IsLoosely(number, lexicon.So))
            {
                number++; // "số số 34-CT/TW"
            }

            if (tokens.IsPunctuation(number, ':'))
            {
                number++;
            }
        }

        if (number >= tokens.Count || tokens[number].Has(TokenFlags.Blank))
        {
            return false;
        }
        // "O4-CT/TW", "l2-CT/TW": a letter read for the first figure.
        var damaged = tokens[number] is { IsWord: true, Length: 1 } && DocketScanner.IsLetterForFigure(tokens.TextOf(number)[0])
            && tokens.IsNumber(number + 1) && !tokens.Has(number + 1, TokenFlags.Space);
        if (!tokens.IsNumber(number) && !damaged)
        {
            return false;
        }

        if (lexicon.Dockets.TryRead(tokens.Text, tokens[number].Start, tokens.End, context: true, out var hit))
        {
            var docketEnd = tokens.Seek(number, hit.End);
            if (hit.Docket is not null || tokens.IsLoosely(number - 1, lexicon.So) || IsTypeOfState(type))
            {
                if (so && hit.Docket is not null && type is not null && IsHeading(state, at, docketEnd, hit.Docket))
                {
                    end = docketEnd;
                    return true;
                }

                end = NumberedReader.Read(state, at, number, hit, type, issuer);
                return true;
            }
        }

        return !damaged && TryShort(state, at, number, so, type, issuer, abbreviated, out end);
    }

    /// <summary>Nghị định 30/2020: only State types have a number of that form.</summary>
    private static bool IsTypeOfState(TypeEntry? type) => type is { Kind: TypeKind.Normative } or { NumberedByYear: true };

    /// <summary>A line of a letterhead: the type and the host's own number.</summary>
    private static bool IsHeading(ScanState state, int at, int end, Docket docket) =>
        docket.Equals(state.Host.Docket) && state.Tokens[at].Has(TokenFlags.Line | TokenFlags.Blank)
        && (end >= state.Tokens.Count || state.Tokens[end].Has(TokenFlags.Line | TokenFlags.Blank));

    /// <summary>Chỉ thị 04; Nghị quyết số 18, 19-NQ/TW.</summary>
    private static bool TryShort(
        ScanState state, int at, int number, bool so, TypeEntry? type, IssuerHit? issuer, bool abbreviated, out int end)
    {
        var tokens = state.Tokens;
        end = at;
        if (type is null && !so)
        {
            return false;
        }

        ref readonly var token = ref tokens[number];
        if (token.Length > 4 || token.Word == 0 || tokens.Has(number, TokenFlags.Blank))
        {
            return false;
        }

        if (TrySharedSuffix(state, at, number, type, out end))
        {
            return true;
        }

        if (type is null || (type.NeedsSo && !so))
        {
            return false; // "văn bản số 5": an item of a list, not a document; "Dự án 2": a project of a programme
        }

        if (token.End < tokens.End && tokens.Text[token.End] == '_')
        {
            return false; // "Thong tu so 33_2019.doc": the name of a file
        }

        if (!so)
        {
            var capital = tokens[at].Has(TokenFlags.Capital) || (tokens.IsWord(at - 1, state.Lexicon.Cac) && token.Length >= 2 && NextOfList(state, number) > 0);
            if (!capital || DateScanner.IsYear(token) || (tokens[number].Has(TokenFlags.Break) && !abbreviated))
            {
                return false;
            }

            if (state.Lexicon.Phrases.Times.Match(tokens, number + 1, out _) >= 0)
            {
                return false;
            }

            // "Chỉ thị 42 ngày 24/3/2015", "Nghị quyết 36 năm 2014": a date and no measure follows.
            var padded = (token.Length >= 2 && tokens.TextOf(number)[0] == '0')
                || (state.Lexicon.Dates.TryRead(tokens, number + 1, out var day) && day.Date is not null)
                || (state.Lexicon.Dates.TryReadYear(tokens, number + 1, out _) && !tokens[number].Has(TokenFlags.Break));
            if (!padded && state.Lexicon.Phrases.Measures.Match(tokens, number + 1, out _) >= 0)
            {
                return false;
            }

            if (token.Length == 1 && !abbreviated && !EndsName(state, number + 1))
            {
                return false;
            }
        }

        // 5%, 5.000, 2021-2025, 06/7: a quantity, a period, a date.
        if (number + 2 < tokens.Count && tokens[number + 1].Kind == TokenKind.Punctuation && !tokens[number + 1].Has(TokenFlags.Space)
            && ((char)tokens[number + 1].Word == '%' || (tokens.IsNumber(number + 2) && !tokens[number + 2].Has(TokenFlags.Space))))
        {
            return false;
        }

        var before = state.Drafts.Count;
        var from = at;
        for (var next = NextOfList(state, number); next > 0; next = NextOfList(state, number))
        {
            state.Add(OfSequence(tokens, from, number, type, issuer));
            (from, number) = (next, next);
        }

        var last = state.Drafts.Count;
        var draft = OfSequence(tokens, from, number, type, issuer);
        var to = DetailReader.Read(state, draft, number + 1);
        var afterTitle = TitleReader.Read(state, to, out var title);
        draft.Title = title;
        draft.To = Math.Max(to, afterTitle);
        state.Add(draft);
        Share(state.Drafts, before, last);
        end = to;
        return true;
    }

    private static Draft OfSequence(TokenList tokens, int from, int number, TypeEntry type, IssuerHit? issuer) => new()
    {
        Kind = DraftKind.Short,
        From = from,
        To = number + 1,
        CoreFrom = from,
        CoreTo = number + 1,
        Type = type,
        Sequence = NumberedReader.Pad(tokens.TextOf(number).ToString()),
        Issuer = issuer?.Name,
        IssuerOrgan = issuer?.Organ,
        ProvinceId = issuer?.ProvinceId,
    };

    /// <summary>"Nghị quyết 59, 70 và 71 của Bộ Chính trị": the next bare number of a list; -1 where what follows is a quantity, a
    /// year or a date.</summary>
    private static int NextOfList(ScanState state, int number)
    {
        var tokens = state.Tokens;
        var next = number + 1;
        next += tokens.IsPunctuation(next, ',') ? 1 : 0;
        next += tokens.IsWord(next, state.Lexicon.Va) ? 1 : 0;
        next += next > number + 1 && tokens.IsLoosely(next, state.Lexicon.So) ? 1 : 0;
        return next > number + 1 && tokens.IsNumber(next) && tokens.Has(next, TokenFlags.Space) && !tokens[next].Has(TokenFlags.Break)
            && tokens[next].Length is 2 or 3 && EndsName(state, next + 1)
            && !(tokens.IsPunctuation(next + 1, '.') && tokens.IsNumber(next + 2) && !tokens.Has(next + 2, TokenFlags.Space)) ? next : -1;
    }

    /// <summary>"số 18, 19-NQ/TW", "15, 16 và 20-CT/TU": the numbers before share the last one's sign.</summary>
    private static bool TrySharedSuffix(ScanState state, int at, int number, TypeEntry? type, out int end)
    {
        var tokens = state.Tokens;
        end = at;
        List<int>? numbers = null;
        var i = number;
        while (numbers is null || numbers.Count < 16)
        {
            var next = i + 1;
            if (tokens.IsPunctuation(next, ','))
            {
                next++;
            }

            if (tokens.IsWord(next, state.Lexicon.Va))
            {
                next++;
            }

            if (tokens.IsLoosely(next, state.Lexicon.So))
            {
                next++;
            }

            if (next == i + 1 || !tokens.IsNumber(next) || tokens[next].Length > 4 || tokens[next].Has(TokenFlags.Break))
            {
                return false;
            }

            numbers ??= [];
            numbers.Add(i);
            if (state.Lexicon.Dockets.TryRead(tokens.Text, tokens[next].Start, tokens.End, context: true, out var hit)
                && hit.Docket is { } docket)
            {
                if (!hit.IsStrong)
                {
                    return false;
                }

                foreach (var earlier in numbers)
                {
                    var sequence = tokens.TextOf(earlier).ToString();
                    var canonical = docket.Style == DocketStyle.Party ? $"{sequence}-{docket.Symbol}" : $"{sequence}/{docket.Symbol}";
                    if (!Docket.TryParse(canonical, out var shared))
                    {
                        return false;
                    }

                    var first = earlier == number;
                    state.Add(new Draft
                    {
                        Kind = DraftKind.Numbered,
                        From = first ? at : earlier,
                        To = earlier + 1,
                        CoreFrom = first ? at : earlier,
                        CoreTo = earlier + 1,
                        Type = type ?? state.TypeOf(shared),
                        Docket = shared,
                        Sequence = shared.Sequence,
                    });
                }

                var earliest = state.Drafts.Count;
                end = NumberedReader.Read(state, next, next, hit, type, null);
                Share(state.Drafts, earliest - numbers.Count, earliest);
                return true;
            }

            i = next;
        }

        return false;
    }

    /// <summary>Date, issuer and term after the last number of such a list are those of all its numbers.</summary>
    private static void Share(List<Draft> drafts, int first, int last)
    {
        if (last >= drafts.Count)
        {
            return;
        }

        for (var i = first; i < last; i++)
        {
            (drafts[i].Date, drafts[i].Year, drafts[i].Term) = (drafts[last].Date, drafts[last].Year, drafts[last].Term);
            (drafts[i].Issuer, drafts[i].IssuerOrgan, drafts[i].ProvinceId) = (drafts[last].Issuer, drafts[last].IssuerOrgan, drafts[last].ProvinceId);
        }
    }

    /// <summary>Whether the name may end here: punctuation, the end, or a small word of grammar.</summary>
    public static bool EndsName(ScanState state, int at)
    {
        var tokens = state.Tokens;
        if (at >= tokens.Count || tokens[at].Has(TokenFlags.Break | TokenFlags.Blank))
        {
            return true;
        }

        if (tokens[at].Kind == TokenKind.Punctuation)
        {
            return (char)tokens[at].Word is not ('/' or '-' or '%' or '"' or '&');
        }

        return state.Lexicon.Phrases.Following.Match(tokens, at, out _) >= 0;
    }

    /// <summary>Whether a law of that name was cited before by another number.</summary>
    private static bool IsNamedBefore(ScanState state, string name, Docket docket) =>
        state.Drafts.Exists(draft => draft.Docket is { } other && !other.Equals(docket) && string.Equals(draft.Title, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>"Luật Thanh niên số 57/2020/QH14": the name stands between type and number.</summary>
    private static bool TryLawNumber(ScanState state, int at, int head, TypeEntry? type, out int end)
    {
        var tokens = state.Tokens;
        end = at;
        if (type is null || !tokens[at].Has(TokenFlags.Capital))
        {
            return false;
        }

        if (LawNameReader.CountedEnd(state, head) is > 0 and var counted)
        {
            // "Luật sửa đổi, bổ sung một số điều của 37 Luật … số 35/2018/QH14": only the amending one has a number.
            return tokens.IsLoosely(counted, state.Lexicon.So) && TryNamedNumber(state, at, counted, type, out end);
        }

        var inner = -1;
        for (var i = head; i < tokens.Count && i - head < (inner < 0 ? MaxNameBeforeNumber : MaxAmendingName); i++)
        {
            if (tokens[i].Has(TokenFlags.Break | TokenFlags.Blank) || tokens[i].Kind == TokenKind.Number)
            {
                return false;
            }

            if (TitleReader.IsTypeAt(state, i))
            {
                // "Pháp lệnh sửa đổi, bổ sung một số điều của Pháp lệnh X số N": N is the amending one's where X was cited by
                // another number before; else it may be either's.
                if (inner >= 0 || state.Lexicon.Phrases.SubjectOpeners.Match(tokens, head, out _) < 0)
                {
                    return false;
                }

                inner = i;
            }

            if (i > head && tokens.IsLoosely(i, state.Lexicon.So) && tokens.IsNumber(i + 1))
            {
                return TryNamedNumber(state, at, i, type, out end, inner);
            }

            if (tokens[i].Kind == TokenKind.Punctuation && (char)tokens[i].Word is not (',' or '-'))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The number that follows the name of a law.</summary>
    /// <param name="state">The scan.</param>
    /// <param name="at">The type word.</param>
    /// <param name="so">The word before the number.</param>
    /// <param name="type">The type.</param>
    /// <param name="end">Where to go on.</param>
    /// <param name="inner">Where the name holds that of another law, -1 for none: the number may be of either.</param>
    private static bool TryNamedNumber(ScanState state, int at, int so, TypeEntry type, out int end, int inner = -1)
    {
        var tokens = state.Tokens;
        end = at;
        if (so == state.OuterFrom || !tokens.IsNumber(so + 1) || !state.Lexicon.Dockets.TryRead(tokens.Text, tokens[so + 1].Start, tokens.End, context: true, out var hit)
            || hit.Docket is not { Year: not null } || (inner >= 0 && !IsNamedBefore(state, tokens.Words(inner, so), hit.Docket)))
        {
            return false;
        }

        var name = tokens.Words(at, so);
        var before = state.Drafts.Count;
        end = NumberedReader.Read(state, at, so + 1, hit, type, null);
        state.Drafts[before].Title ??= name;
        return true;
    }
}
