namespace Search.Citations.Scanning;

// Longer than most files because the forms of an issuer's name are told apart in one place, each by what the others leave.
/// <summary>
/// Reads issuers: bodies of the catalogue with their province, the head of a body for the body (<c>Bộ trưởng Bộ Y
/// tế</c>), committees of a committee (<c>Ban Thường vụ Thành ủy Đà Lạt</c>), joint issuers, and as a last resort a
/// run of capitalized words.
/// </summary>
internal sealed class IssuerScanner
{
    private const int MaxUnknownWords = 10;
    private const int MaxJoined = 8;
    private readonly Lexicon _lexicon;
    private readonly PhraseTrie _heads;
    private readonly PhraseTrie _parts;
    private readonly PhraseTrie _committees;
    private readonly PhraseTrie _ministries;

    public IssuerScanner(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _heads = lexicon.Phrases.IssuerHeads;
        _parts = lexicon.Phrases.IssuerParts;
        _committees = lexicon.Phrases.Committees;
        _ministries = new PhraseTrie(lexicon.Vocabulary, exact: false);
        foreach (var body in lexicon.Catalogue.Bodies)
        {
            if (body is { Level: "trung-uong", Shared: false } && body.Name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space)
            {
                _ministries.Add(body.Name[(space + 1)..], 0);
            }
        }

        _ministries.Freeze();
    }

    /// <summary>Whether an issuer that is no body of the catalogue may begin with the word.</summary>
    public bool MayStart(in Token token) => _heads.MayStart(token) || _parts.MayStart(token) || _committees.MayStart(token) || _lexicon.Phrases.JointHeads.MayStart(token);

    /// <summary>Reads one issuer, or several joined by commas and <c>và</c> where <paramref name="joint"/> says so.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="at">Its first word.</param>
    /// <param name="joint">Whether several may be named.</param>
    /// <param name="mayOpen">Whether it may begin a paragraph: nothing before it belongs to it.</param>
    public IssuerHit? TryRead(TokenList tokens, int at, bool joint, bool mayOpen = false)
    {
        var first = TryReadOne(tokens, at, mayOpen);
        if (first is null || !joint)
        {
            return first;
        }

        return Join(tokens, at, first, mayEndAnywhere: true);
    }

    /// <summary>Reads an issuer and those named with it (<c>của Bộ Chính trị, Ban Bí thư về …</c>) where what follows shows
    /// that the last one begins no clause of its own (<c>của Bộ Chính trị, Ban Bí thư yêu cầu …</c>).</summary>
    public IssuerHit? TryReadTogether(TokenList tokens, int at) =>
        TryReadOne(tokens, at) is { IsKnown: true } first ? Join(tokens, at, first, mayEndAnywhere: false) : TryReadOne(tokens, at);

    private IssuerHit Join(TokenList tokens, int at, IssuerHit first, bool mayEndAnywhere)
    {
        var end = first.End;
        var last = first.End;
        var count = 1;
        while (count < 12)
        {
            var next = end;
            if (tokens.IsPunctuation(next, ',') || tokens.IsPunctuation(next, ';'))
            {
                next++;
            }

            if (tokens.IsWord(next, _lexicon.Va))
            {
                next++;
            }

            if (next == end || TryReadOne(tokens, next) is not { IsKnown: true } other)
            {
                break;
            }

            end = other.End;
            count++;
            last = mayEndAnywhere || MayEnd(tokens, end) ? end : last;
        }

        return last == first.End ? first : first with { Name = tokens.Words(at, last), Organ = mayEndAnywhere ? null : first.Organ, End = last };
    }

    /// <summary>Whether the name of an issuer may end a citation here: a mark, a term, a title, the end of the sentence.</summary>
    private bool MayEnd(TokenList tokens, int at) =>
        at >= tokens.Count || tokens[at].Has(TokenFlags.Break) || tokens[at].Kind == TokenKind.Punctuation
        || _lexicon.TermReader.TryRead(tokens, at, out _, out _) || tokens.IsWord(at, _lexicon.Ve) || tokens.IsWord(at, _lexicon.Va);

    private IssuerHit? TryReadOne(TokenList tokens, int at, bool mayOpen = false)
    {
        if (at >= tokens.Count || !tokens[at].IsWord || (!mayOpen && tokens[at].Has(TokenFlags.Blank)))
        {
            return null;
        }

        var i = at;
        if (_heads.Match(tokens, i, out var afterHead) >= 0 && TryBody(tokens, afterHead) is { } led)
        {
            return led;
        }

        // "Thường trực HĐND thành phố" issues for the council.
        return TryBody(tokens, i) ?? TryCommittee(tokens, i) ?? TryJointBody(tokens, i)
            ?? (_parts.Match(tokens, i, out var afterPart) >= 0 && tokens[i].Has(TokenFlags.Capital) ? TryBody(tokens, afterPart) : null);
    }

    /// <summary>Several ministries as one body, named without their first word: "Liên bộ Tài chính - Lao động - Thương binh và Xã hội".</summary>
    private IssuerHit? TryJointBody(TokenList tokens, int at)
    {
        if (!tokens[at].Has(TokenFlags.Capital) || _lexicon.Phrases.JointHeads.Match(tokens, at, out var next) < 0)
        {
            return null;
        }

        var end = at;
        next = tokens.IsPunctuation(next, ':') ? next + 1 : next;
        for (var i = 0; i < MaxJoined && next < tokens.Count && !tokens[next].Has(TokenFlags.Break); i++)
        {
            if (!tokens[next].Has(TokenFlags.Capital) || (_lexicon.Bodies.Match(tokens, next, out var after) < 0 && _ministries.Match(tokens, next, out after) < 0))
            {
                break;
            }

            end = next = after;
            next += tokens.IsPunctuation(next, '-') || tokens.IsPunctuation(next, ',') || tokens.IsPunctuation(next, '/') ? 1 : 0;
            next += tokens.IsWord(next, _lexicon.Va) ? 1 : 0;
            if (next == end)
            {
                break;
            }
        }

        return end == at ? null : new IssuerHit(tokens.Words(at, end), null, null, true, end);
    }

    /// <summary>A run of capitalized words where the catalogue knows no body: <c>Tổng cục Địa chính</c>.</summary>
    public IssuerHit? TryUnknown(TokenList tokens, int at)
    {
        if (at >= tokens.Count || !tokens[at].IsWord || !tokens[at].Has(TokenFlags.Capital) || tokens[at].Has(TokenFlags.Break))
        {
            return null;
        }

        var end = at + 1;
        var lastCapital = at;
        while (end < tokens.Count && end - at < MaxUnknownWords && tokens[end].IsWord && !tokens[end].Has(TokenFlags.Blank | TokenFlags.Break)
            && !(tokens.IsWord(end, _lexicon.Va) && _lexicon.Types.Match(tokens, end + 1, out _) >= 0))
        {
            if (tokens[end].Has(TokenFlags.Capital) && (TryBody(tokens, end) ?? TryCommittee(tokens, end)) is { ProvinceId: { } province } owner)
            {
                return new IssuerHit(tokens.Words(at, owner.End), null, province, false, owner.End); // "Ban Tổ chức và Văn phòng Tỉnh ủy Phú Yên"
            }

            if (tokens[end].Has(TokenFlags.Capital) || EndsPair(tokens, end))
            {
                lastCapital = end;
            }
            else if (end - lastCapital > 1)
            {
                break;
            }

            end++;
        }

        // One small word belongs to the capital before it (Tổng cục Địa chính), unless the name ends in capitals.
        end = Math.Min(end, lastCapital + 2);
        if (end - at < 2 || end - 1 == lastCapital + 1 && tokens[end - 1].Exact != 0)
        {
            end = Math.Min(end, lastCapital + 1);
        }

        return end - at < 2 ? null : new IssuerHit(tokens.Words(at, end), null, null, false, end);
    }

    /// <summary>Whether a small word is the second half of one of which the first has the capital: "Ban Chỉ đạo", "Tổ Công tác".</summary>
    private bool EndsPair(TokenList tokens, int at) =>
        (_lexicon.Phrases.CollectiveBodies.Match(tokens, at - 1, out var end) >= 0 && end == at + 1)
        || (_lexicon.Phrases.NamePairs.Match(tokens, at - 1, out end) >= 0 && end == at + 1);

    private IssuerHit? TryBody(TokenList tokens, int at)
    {
        var found = _lexicon.Bodies.Match(tokens, at, out var end);
        if (found < 0 || !tokens[at].Has(TokenFlags.Capital))
        {
            return null;
        }

        var (index, name) = _lexicon.BodyNames[found];
        var body = _lexicon.Catalogue.Bodies[index];
        if (!body.Shared || body.Level is "trung-uong")
        {
            // "Ban Bí thư Trung ương Đảng" and the like: what follows the known name and belongs to it.
            return new IssuerHit(body.Name, body.Organ, null, true, end);
        }

        return WithPlace(tokens, end, name, body.Organ);
    }

    private IssuerHit? TryCommittee(TokenList tokens, int at)
    {
        var i = at;
        if (_parts.Match(tokens, i, out var afterPart) >= 0)
        {
            i = afterPart;
        }

        if (_committees.Match(tokens, i, out var end) < 0 || !tokens[at].Has(TokenFlags.Capital))
        {
            return null;
        }

        var body = _lexicon.Catalogue.BodiesByName(tokens.Words(i, end));
        var organ = body.IsEmpty ? null : body[0].Organ;
        return WithPlace(tokens, end, tokens.Words(at, end), organ);
    }

    /// <summary>"Đảng ủy Khối các cơ quan Trung ương": where the organs of a joint committee end.</summary>
    private int BlocEnd(TokenList tokens, int end)
    {
        if (end >= tokens.Count || !tokens[end].Has(TokenFlags.Capital) || _lexicon.Phrases.Blocs.Match(tokens, end, out var next) < 0)
        {
            return end;
        }

        while (next < tokens.Count && !tokens[next].Has(TokenFlags.Break) && _lexicon.Phrases.BlocWords.Match(tokens, next, out var more) >= 0)
        {
            next = more;
        }

        return next;
    }

    /// <summary>The province or other place a committee belongs to.</summary>
    private IssuerHit WithPlace(TokenList tokens, int end, string name, string? organ)
    {
        if (BlocEnd(tokens, end) is var bloc && bloc > end)
        {
            (name, end) = ($"{name} {tokens.Words(end, bloc)}", bloc);
        }

        if (IsOwned(tokens, end) && TryBody(tokens, end) is { } owner)
        {
            // "Đảng ủy Ủy ban nhân dân Thành phố", "Ban cán sự đảng Bộ Giáo dục và Đào tạo"
            return owner with { Name = $"{name} {owner.Name}", Organ = organ };
        }

        var i = end;
        if (tokens.IsWord(i, _lexicon.Tinh) || TermWord(tokens, i))
        {
            i++;
        }

        var province = _lexicon.Provinces.Match(tokens, i, out var afterProvince);
        if (province >= 0 && tokens[i].Has(TokenFlags.Capital))
        {
            var entry = _lexicon.Catalogue.Provinces[province];
            return new IssuerHit($"{name} {entry.Name}", organ, entry.Id, true, afterProvince);
        }

        // Places below the province are names in capitals: Huyện ủy Đức Trọng.
        i = end;
        while (i < tokens.Count && i - end < 4 && tokens[i].IsWord && tokens[i].Has(TokenFlags.Capital) && (tokens[i].Word == 0 || IsPartOfName(tokens, i))
            && !tokens[i].Has(TokenFlags.Break))
        {
            i++;
        }

        if (_lexicon.Phrases.Cells.Match(tokens, end - 2, out var cell) >= 0 && cell == end)
        {
            i = CellEnd(tokens, end, i);
        }

        if (i == end && _lexicon.Phrases.Units.Match(tokens, end, out var unit) >= 0 && !tokens[end].Has(TokenFlags.Break))
        {
            i = UnitEnd(tokens, unit); // "UBND tỉnh": the host's own; "UBND xã Tân Thành", "UBND phường 12"
        }

        return i > end
            ? new IssuerHit($"{name} {tokens.Words(end, i)}", organ, null, true, i)
            : new IssuerHit(name, organ, null, true, end);
    }

    /// <summary>Where the name of a unit ends that follows its kind.</summary>
    private int UnitEnd(TokenList tokens, int at)
    {
        if (tokens.IsNumber(at) && tokens[at].Length <= 2 && !tokens[at].Has(TokenFlags.Break)
            && !(at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Punctuation && (char)tokens[at + 1].Word is '/' or '-' or '%'))
        {
            return at + 1;
        }

        var end = at;
        while (end < tokens.Count && end - at < 4 && tokens[end].IsWord && tokens[end].Has(TokenFlags.Capital) && !tokens[end].Has(TokenFlags.Break)
            && (tokens[end].Word == 0 || IsPartOfName(tokens, end)))
        {
            end++;
        }

        return end;
    }

    /// <summary>Cells have a number ("Chi bộ 3", "Chi bộ số 3") or the name of a place of work, in which a small word or two stand
    /// between capitals ("Chi bộ Trường Mầm non Hoa Sen").</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="end">One past the kind of cell.</param>
    /// <param name="named">One past the capitals that follow.</param>
    private int CellEnd(TokenList tokens, int end, int named)
    {
        var number = tokens.IsLoosely(end, _lexicon.So) ? end + 1 : end;
        if (tokens.IsNumber(number) && tokens[number].Length <= 2 && !tokens[end].Has(TokenFlags.Break) && !tokens[number].Has(TokenFlags.Break)
            && !(number + 1 < tokens.Count && tokens[number + 1].Kind == TokenKind.Punctuation && (char)tokens[number + 1].Word is '/' or '-' or '%')
            && _lexicon.Phrases.Measures.Match(tokens, number + 1, out _) < 0)
        {
            return number + 1;
        }

        var last = named;
        for (var i = named; named > end && i < tokens.Count && i - end < MaxUnknownWords && i - last < 3 && !tokens[i].Has(TokenFlags.Break | TokenFlags.Blank); i++)
        {
            if (TryBody(tokens, i) is { } body)
            {
                return body.End;
            }

            // "Y tế": a letter alone that a small word follows is no label.
            var isSyllable = tokens[i].Length == 1 && i + 1 < tokens.Count && tokens[i + 1].IsWord && !tokens[i + 1].Has(TokenFlags.Capital | TokenFlags.Break);
            if (!tokens[i].IsWord || !(isSyllable || IsPartOfName(tokens, i)))
            {
                break;
            }

            last = tokens[i].Has(TokenFlags.Capital) ? i + 1 : last;
        }

        return last;
    }

    /// <summary>Whether a word the vocabulary knows is part of a place's name ("xã Quảng Lợi") and begins nothing else.</summary>
    private bool IsPartOfName(TokenList tokens, int at) =>
        !tokens[at].Has(TokenFlags.Upper) && tokens[at].Length > 1 && _lexicon.Types.Match(tokens, at, out _) < 0 && _lexicon.Bodies.Match(tokens, at, out _) < 0
        && _committees.Match(tokens, at, out _) < 0 && _parts.Match(tokens, at, out _) < 0 && _heads.Match(tokens, at, out _) < 0
        && !TermScanner.TryNumeral(tokens, at, out _) && !_lexicon.TermReader.TryRead(tokens, at, out _, out _) && !tokens.IsLoosely(at, _lexicon.Ngay)
        && !tokens.IsLoosely(at, _lexicon.So) && !tokens.IsLoosely(at, _lexicon.Ve) && _lexicon.Phrases.Following.Match(tokens, at, out _) < 0
        && _lexicon.Triggers.Match(tokens, at, out _) < 0;

    /// <summary>Whether the words before a token are a committee whose name goes on with the body it belongs to.</summary>
    private bool IsOwned(TokenList tokens, int end)
    {
        for (var length = 2; length <= 4 && end - length >= 0; length++)
        {
            if (_lexicon.Phrases.OwnedCommittees.Match(tokens, end - length, out var owned) >= 0 && owned == end)
            {
                return true;
            }
        }

        return false;
    }

    private static bool TermWord(TokenList tokens, int at) =>
        at < tokens.Count && tokens[at].IsWord && tokens.TextOf(at) is "thành" or "TP";
}
