using System.Text.RegularExpressions;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Documents.Letterheads;

// Longer than most files because the places that name an issuer are asked in one order, each only where those before it were silent.
/// <summary>
/// Puts the issuer together: letterhead lines, sign of the number, heading ("CỦA BAN BÍ THƯ"), signing authority
/// ("T/M BAN THƯỜNG VỤ"), and, where a letterhead is missing, the enacting clause.
/// </summary>
/// <param name="sheet">The source.</param>
/// <param name="opening">The head.</param>
/// <param name="closing">The foot.</param>
/// <param name="claimed">Whom a second opinion names; it counts where the head names nobody.</param>
/// <param name="isPaper">Whether a text without head, heading and signature is known to be a paper: a body that an article names
/// did not issue it.</param>
internal sealed partial class IssuerReader(Sheet sheet, Opening opening, Closing closing, string? claimed = null, bool isPaper = false)
{
    /// <summary>An enacting clause stands in the first paragraphs.</summary>
    private const int EnactmentLength = 6_000;

    private readonly Catalogue _catalogue = sheet.Catalogue;
    private readonly NameCase _case = NameCase.Of(sheet.Catalogue);
    private readonly PlaceNames _places = PlaceNames.Of(sheet.Catalogue);

    // Ban Thường vụ Tỉnh ủy ban hành | Tỉnh ủy Lâm Đồng yêu cầu | Ban Bí thư yêu cầu | Đảng ủy xã Nam Ban xây dựng
    [GeneratedRegex(
        @"(?<name>((Ban Thường vụ|Ban Chấp hành Đảng bộ|Thường trực) )?(Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy|Đảng ủy|Chi ủy)( (xã |phường |thị trấn |đặc khu |huyện |tỉnh )?(\p{Lu}\p{Ll}+ ?){1,4}(?<= ))?|(?<first>Ban Bí thư) Trung ương( Đảng)?|Ban Bí thư|(?<first>Bộ Chính trị)(, Ban Bí thư)?|Ban Chấp hành Trung ương( Đảng)?|(Ủy ban nhân dân|UBND) ([Tt]ỉnh|[Tt]hành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)( (\p{Lu}\p{Ll}+ ?){1,4}(?<= ))?) ?(khóa [IVX]+ )?(ban hành|xây dựng|yêu cầu|quyết định|đề ra|hướng dẫn|thông báo|kết luận|chỉ thị|chỉ đạo|thống nhất|quy định|nhất trí|có ý kiến|ra nghị quyết)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        500)]
    private static partial Regex Enactment();

    // tỉnh Quảng Ngãi | Tỉnh ủy Lâm Đồng | Nhân dân Quảng Ngãi
    [GeneratedRegex(@"\b([Tt]ỉnh|[Tt]ỉnh ủy|[Tt]hành ủy|[Nn]hân dân|[Tt]hành phố) (?<name>\p{Lu}\p{Ll}+( (- )?\p{Lu}\p{Ll}+){0,3})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex ProvinceMention();

    public Issuer Read(int bodyStart, int bodyEnd)
    {
        var lines = Join(opening.Issuers);
        if (opening is { Number: null, Date: null, HasMotto: false } && !isPaper && !IsPaper())
        {
            lines.Clear(); // a body named above an article, in the head of a site: there is nothing that it issued
        }

        if (opening.Number is null && !lines.Exists(line => LetterheadWords.Default.BeginsBody(line, TypeNames.Fold(line)) || Known(line) is not null
            || LetterheadWords.Default.BeginsPosition(TypeNames.Fold(line))))
        {
            lines.Clear(); // capitals that name no body, on a page without number: "KỶ YẾU", "CÔNG NGHỆ PHẦN MỀM"
        }

        var sign = SignOf(opening.Number);
        var bodies = sign is null ? [] : _catalogue.BodiesBySign(sign);
        if (lines.Count == 0 && claimed is not null)
        {
            lines.Add(IsPlace(claimed) && bodies is [{ Shared: true, Layer: Layer.State }, ..] ? $"{bodies[0].Name} {char.ToLowerInvariant(claimed[0])}{claimed[1..]}" : claimed);
        }

        lines = [.. lines.SelectMany(line => OwnerLine.Split(line, _catalogue, _case, _places))];

        var own = OwnName();
        if (bodies.Length > 0 && !bodies.Any(body => body.Shared) && string.Equals(bodies[0].Organ, "TW", StringComparison.Ordinal))
        {
            return Central(bodies, own, lines, bodyStart, bodyEnd);
        }

        if (JointBodies() is { } joint)
        {
            return joint;
        }

        if (bodies.Length > 0 && !bodies[0].Shared && (lines.Count == 0 || IsSignOf(bodies[0], sign!)))
        {
            return OfCatalogue(bodies[0]);
        }

        if (lines.Count > 0)
        {
            return OfLines(lines, own, bodies, sign);
        }

        return isPaper || IsPaper() ? OfText(own, bodies, sign, bodyStart, bodyEnd) : new Issuer();
    }

    /// <summary>The sign a body numbers under; a variant of it may be that of a local body ("ĐTN").</summary>
    private static bool IsSignOf(BodyEntry body, string sign) =>
        string.Equals(body.Organ, sign, StringComparison.OrdinalIgnoreCase) || string.Equals(body.Abbreviation, sign, StringComparison.OrdinalIgnoreCase)
        || body.Layer != Layer.Mass;

    /// <summary>Pages give "Thành phố Hồ Chí Minh" for the body whose sign is on the paper.</summary>
    private static bool IsPlace(string name) =>
        name.StartsWith("Tỉnh ", StringComparison.Ordinal) || name.StartsWith("Thành phố ", StringComparison.OrdinalIgnoreCase);

    private bool IsPaper() =>
        opening.Heading is not null || opening.Number is not null || opening.Subject.Count > 0 || opening.Addressees.Count > 0
        || closing.Authority.Count > 0 || (closing.Signers.Count > 0 && closing.Position.Count > 0);

    private string? SignOf(Piece? number)
    {
        if (number is null)
        {
            return null;
        }

        var symbol = number.Docket?.Symbol ?? number.Symbol ?? "";
        var parts = symbol.Split(['/', '-']);
        foreach (var part in parts.Skip(1).Concat(parts.Take(1)))
        {
            if (!_catalogue.BodiesBySign(part).IsEmpty)
            {
                return part;
            }
        }

        return parts.Length > 1 ? number.Docket?.Organ ?? parts[^1] : null;
    }

    /// <summary>The body in whose name the paper speaks, from the heading or the signature.</summary>
    private string? OwnName()
    {
        if (opening.OfIssuer is { } of)
        {
            return _case.Lower(HeadingBody(of.Text));
        }

        if (closing.Authority.Count == 0)
        {
            return null;
        }

        var text = Authorities.BodyOf(closing.Authority[0].Text);
        return text is null || LetterheadWords.Default.BeginsPosition(TypeNames.Fold(text)) ? null : _case.Lower(text);
    }

    /// <summary>"CỦA BAN BÍ THƯ KHÓA XI" and "HỘI NGHỊ LẦN THỨ SÁU BAN CHẤP HÀNH TRUNG ƯƠNG" name a body and more.</summary>
    private static string HeadingBody(string text)
    {
        var folded = TypeNames.Fold(text);
        var from = folded.StartsWith("cua ", StringComparison.Ordinal) ? 4
            : folded.StartsWith("hoi nghi", StringComparison.Ordinal) ? Math.Max(0, folded.IndexOf("ban chap hanh", StringComparison.Ordinal)) : 0;
        var to = folded.IndexOf(" khoa ", from, StringComparison.Ordinal);
        if (to < 0)
        {
            to = folded.IndexOf(" (khoa ", from, StringComparison.Ordinal);
        }

        return text[from..(to < 0 ? text.Length : to)].Trim();
    }

    private Issuer Central(
        IReadOnlyList<BodyEntry> bodies, string? own, List<string> lines, int bodyStart, int bodyEnd)
    {
        if (own is not null && _catalogue.BodiesByName(own).FirstOrDefault(bodies.Contains) is { } named)
        {
            return OfCatalogue(named);
        }

        if (own is not null && bodies.FirstOrDefault(b => own.StartsWith(b.Name, StringComparison.OrdinalIgnoreCase)) is { } begun)
        {
            return OfCatalogue(begun);
        }

        foreach (var heading in opening.Title.Take(1).Concat(opening.Issuers.AsEnumerable().Reverse()))
        {
            var folded = heading.Folded.StartsWith("cua ", StringComparison.Ordinal) ? heading.Text[4..] : heading.Text;
            if (_catalogue.BodiesByName(_case.Lower(folded)).FirstOrDefault(bodies.Contains) is { } body
                && body.Id is not "ban-chap-hanh-trung-uong")
            {
                return OfCatalogue(body);
            }
        }

        if (claimed is not null && _catalogue.BodiesByName(claimed).FirstOrDefault(bodies.Contains) is { } said)
        {
            return Inferred(OfCatalogue(said), $"Ký hiệu TW dùng chung; phần khai của tệp hoặc trang nêu “{claimed}”.", 0.8);
        }

        if (EnactingBody(bodyStart, bodyEnd) is { } text && _catalogue.BodiesByName(text).FirstOrDefault(bodies.Contains) is { } found)
        {
            return Inferred(OfCatalogue(found), $"Ký hiệu TW dùng chung; phần mở đầu nội dung nêu “{text}”.", 0.8);
        }

        var committee = bodies.FirstOrDefault(body => body.Id is "ban-chap-hanh-trung-uong") ?? bodies[0];
        return lines.Count > 0
            ? Inferred(OfCatalogue(committee), "Ký hiệu TW dùng chung; chỉ có tên cơ quan ở đầu văn bản.", 0.5)
            : new Issuer { Level = committee.Level };
    }

    private Issuer? JointBodies()
    {
        if (opening.Number?.Docket?.Organ is not { } organ)
        {
            return null;
        }

        var bodies = organ.Split('-').Select(sign => _catalogue.BodiesBySign(sign)).ToList();
        if (bodies.Count < 2 || bodies.Exists(found => found.IsEmpty || found[0].Shared))
        {
            return null;
        }

        return OfCatalogue(bodies[0][0]) with { Name = string.Join(" - ", bodies.Select(found => found[0].Name)) };
    }

    private Issuer OfCatalogue(BodyEntry body) => new() { Name = body.Name, Level = LevelOf(body), Sign = body.Abbreviation };

    private static Issuer Inferred(Issuer issuer, string reason, double confidence)
    {
        issuer.Inferences["issuer"] = new Inference(issuer.Name ?? "", reason, confidence);
        return issuer;
    }

    private static string LevelOf(BodyEntry body) => body.Layer == Layer.State ? "nha-nuoc" : body.Level;

    private Issuer OfLines(List<string> lines, string? own, IReadOnlyList<BodyEntry> bodies, string? sign)
    {
        var province = FindProvince(lines, out var isRead);
        var built = IssuerNames.Build([.. lines.Select(_case.Lower)], own, province);
        var unread = UnreadDepartment(built, bodies, province);
        built = unread ?? built;
        var body = bodies.FirstOrDefault(b => built.StartsWith(b.Name, StringComparison.OrdinalIgnoreCase)) ?? (bodies.Count > 0 ? bodies[0] : null)
            ?? Known(built) ?? Known(IssuerNames.Generic(built));
        var level = IssuerNames.LevelOf(built, opening.IsState) ?? (body is null ? null : LevelOf(body));
        if (level is "dia-phuong")
        {
            level = null;
        }

        // QĐ-CT, TB-VP: letters that no catalogue can give to one body, under the letterhead of a body that every place has.
        var isShared = sign is not null && (_catalogue.IsSharedSign(sign) || (bodies.Count == 0 && IsOfEveryPlace(built)));
        var place = isShared || sign is null ? PlaceOf(built, level, province, opening.IsState) : null;
        var issuer = new Issuer
        {
            Name = built,
            Level = level,
            Province = province,
            Place = isShared ? place ?? "?" : sign is null && body is { Shared: true } ? place ?? "?" : null,
            Sign = sign ?? body?.Abbreviation ?? IssuerNames.SignOf(built),
        };
        if (unread is not null)
        {
            issuer.Inferences["issuer"] = new Inference(unread, $"Dòng tên cơ quan không đọc được; lấy theo ký hiệu {sign}.", 0.7);
        }

        if (province is not null && !isRead)
        {
            issuer.Inferences["province"] = new Inference(
                province.Name, $"Địa danh ghi trước ngày tháng là “{opening.Date?.Value}”.", 0.9);
        }

        return issuer;
    }

    /// <summary>Only the committee above was read, but the sign is that of one of its departments: "UBND TỈNH AN GIANG", 12/KH-SYT.</summary>
    private static string? UnreadDepartment(string built, IReadOnlyList<BodyEntry> bodies, ProvinceEntry? province) =>
        bodies is [{ Shared: true } department] && province is not null && department.Name.StartsWith("Sở ", StringComparison.Ordinal)
            && built.StartsWith("Ủy ban nhân dân", StringComparison.OrdinalIgnoreCase)
            ? $"{department.Name} {IssuerNames.PlaceOf(province)}"
            : null;

    /// <summary>Whether a name is that of a people's committee or council, or of an office or a part of one.</summary>
    private bool IsOfEveryPlace(string name)
    {
        foreach (var body in _catalogue.Bodies)
        {
            if (body is { Shared: true, Layer: Layer.State, Level: "dia-phuong" } && name.Contains(body.Name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private BodyEntry? Known(string name)
    {
        var found = _catalogue.BodiesByName(name);
        return found.IsEmpty ? null : found[0];
    }

    private ProvinceEntry? FindProvince(List<string> lines, out bool isRead)
    {
        isRead = true;
        foreach (var line in lines)
        {
            if (_places.In(TypeNames.Fold(line), out _) is { } province)
            {
                return province;
            }
        }

        isRead = false;
        var isCentral = lines.Exists(line => TypeNames.Fold(line) is var folded
            && (folded.Contains("trung uong", StringComparison.Ordinal) || folded.StartsWith("bo ", StringComparison.Ordinal)
                || folded.StartsWith("chinh phu", StringComparison.Ordinal) || folded.StartsWith("quoc hoi", StringComparison.Ordinal)));
        if (isCentral || opening.Date?.Value is not { } place)
        {
            return null;
        }

        var found = _catalogue.ProvincesByPlace(place);
        return found.Length == 1 || (found.Length > 1 && found.Skip(1).All(other => other.ValidTo is not null)) ? found[0] : null;
    }

    private static string? PlaceOf(string name, string? level, ProvinceEntry? province, bool isState)
    {
        var isProvincial = level is "tinh" || (isState && IssuerNames.OwnPlace(name) is null)
            || name.Contains(" tỉnh ", StringComparison.Ordinal);
        if (isProvincial)
        {
            return province?.Id;
        }

        return IssuerNames.OwnPlace(name) is { } own ? PlaceNames.Slug(own) : province?.Id;
    }

    private Issuer OfText(string? own, IReadOnlyList<BodyEntry> bodies, string? sign, int bodyStart, int bodyEnd)
    {
        var text = EnactingBody(bodyStart, bodyEnd);
        var name = text ?? (own is not null && Known(own) is not null ? own : null);
        var body = name is null ? null : Known(name) ?? Known(IssuerNames.Generic(name));
        body ??= bodies.Count > 0 ? bodies[0] : null;
        if (body is null)
        {
            return new Issuer();
        }

        var province = name is null ? null : _places.In(TypeNames.Fold(name), out _);
        string reason = "";
        double confidence = 0;
        var issuer = new Issuer
        {
            Name = name,
            Level = LevelOf(body) is "dia-phuong" ? null : LevelOf(body),
            Sign = sign ?? body.Abbreviation,
            Province = province ?? (body.Shared ? ProvinceOfText(bodyStart, bodyEnd, out reason, out confidence) : null),
        };
        if (issuer.Province is { } inferred && name is not null && OwnPlaceless(name, inferred) is { } full)
        {
            name = full;
            issuer = issuer with { Name = full };
        }

        if (issuer.Province is not null && province is null)
        {
            issuer.Inferences["province"] = new Inference(issuer.Province.Name, reason, confidence);
        }

        if (name is not null)
        {
            issuer.Inferences["issuer"] = new Inference(
                name,
                text is null
                    ? "Không có phần đầu văn bản; lấy theo thể thức đề ký."
                    : $"Không có phần đầu văn bản; lấy theo câu ban hành “{text} …”.",
                text is null ? 0.6 : 0.9);
        }

        return issuer with { Place = body.Shared ? issuer.Province?.Id ?? "?" : null };
    }

    /// <summary>"Ủy ban nhân dân tỉnh", "Tỉnh ủy" with the province that the text says is its own.</summary>
    private static string? OwnPlaceless(string name, ProvinceEntry province) =>
        name.EndsWith(" tỉnh", StringComparison.Ordinal) && province.Kind is "tinh" ? $"{name} {province.Name}"
        : name.EndsWith(" thành phố", StringComparison.OrdinalIgnoreCase) && province.Kind is not "tinh" ? $"{name} {province.Name}"
        : name.EndsWith("Tỉnh ủy", StringComparison.Ordinal) ? name[..^"Tỉnh ủy".Length] + province.Committee
        : null;

    private static ProvinceEntry? NoReason(out string reason, out double confidence)
    {
        reason = "";
        confidence = 0;
        return null;
    }

    /// <summary>The province of a paper without letterhead: of the signer, else the only one its text names as its own.</summary>
    private ProvinceEntry? ProvinceOfText(int bodyStart, int bodyEnd, out string reason, out double confidence)
    {
        foreach (var signer in closing.Signers)
        {
            var known = _catalogue.Register
                .Where(entry => entry.Province is not null && entry.Signer is not null
                    && string.Equals(CatalogueKeys.Name(entry.Signer), CatalogueKeys.Name(signer), StringComparison.Ordinal))
                .Select(entry => entry.Province!).Distinct(StringComparer.Ordinal).ToList();
            if (known is [var id] && _catalogue.Province(id) is { } ofSigner)
            {
                reason = $"Người ký {signer} ký các văn bản khác của {ofSigner.Committee}.";
                confidence = 0.7;
                return ofSigner;
            }
        }

        var counts = new Dictionary<ProvinceEntry, int>();
        foreach (Match match in ProvinceMention().FindAll(TextOf(bodyStart, bodyEnd, 40_000)))
        {
            var found = _catalogue.ProvincesByName(match.Groups["name"].Value);
            if (!found.IsEmpty)
            {
                counts[found[0]] = counts.GetValueOrDefault(found[0]) + 1;
            }
        }

        if (counts.Count == 1 && counts.Single() is { Value: >= 2 } only)
        {
            reason = $"Nội dung chỉ nhắc đến {only.Key.Name} ({only.Value} lần) như địa phương của mình.";
            confidence = 0.6;
            return only.Key;
        }

        return NoReason(out reason, out confidence);
    }

    /// <summary>Whether a text has an enacting clause that announces what follows: "Ban Bí thư yêu cầu … như sau".</summary>
    internal static bool Enacts(string text) =>
        text.Contains("như sau", StringComparison.Ordinal) && Enactment().Fits(VietnameseNormalizer.NormalizeText(text.ReplaceLineEndings(" ")));

    private string? EnactingBody(int bodyStart, int bodyEnd)
    {
        while (bodyStart < bodyEnd && (sheet.Lines.SpanOf(bodyStart).Length == 0 || OpeningReader.IsBasis(sheet.Lines[bodyStart].Folded)))
        {
            bodyStart++;
        }

        var match = Enactment().Find(TextOf(bodyStart, bodyEnd, EnactmentLength));
        var name = !match.Success ? null : match.Groups[match.Groups["first"].Success ? "first" : "name"].Value.Trim();
        return name is not null && name.StartsWith("UBND ", StringComparison.Ordinal) ? "Ủy ban nhân dân " + name["UBND ".Length..] : name;
    }

    private string TextOf(int from, int to, int limit)
    {
        if (from >= to)
        {
            return "";
        }

        var start = sheet.Lines.SpanOf(from).Start;
        var end = Math.Min(sheet.Lines.SpanOf(to - 1).End, start + limit);
        return VietnameseNormalizer.NormalizeText(sheet.Source.Text[start..end].ReplaceLineEndings(" "));
    }

    /// <summary>Whether letterhead text may be a name: a piece of a number ("/2025/QH15") is none, nor the blank of a form ("CHI BỘ ……").</summary>
    private static bool IsName(string text) =>
        char.IsLetter(text[0]) && !text.Contains('/', StringComparison.Ordinal) && text.Count(char.IsAsciiDigit) <= 4
        && !text.Contains('…', StringComparison.Ordinal) && !text.Contains("..", StringComparison.Ordinal);

    /// <summary>"ỦY BAN NHÂN DÂN" over "TỈNH LÂM ĐỒNG" is one name.</summary>
    private List<string> Join(List<Piece> pieces)
    {
        var lines = new List<string>();
        foreach (var piece in pieces)
        {
            var text = piece.Text.Trim(' ', '*', '-', '_');
            var folded = TypeNames.Fold(text);
            if (text.Length == 0 || !IsName(text))
            {
                continue;
            }

            if (lines.Count > 0 && IssuerNames.IsContinuation(folded, TypeNames.Fold(lines[^1]), _places))
            {
                lines[^1] += " " + text;
            }
            else
            {
                lines.Add(text);
            }
        }

        return lines.ConvertAll(WithProvince);
    }

    /// <summary>A line in capitals with the name of its province spelled as the catalogue has it, where a scan lost marks:
    /// "ỦY BAN NHÂN DÂN THÀNH PHÓ HÒ CHÍ MINH". Only where the letters agree and the kind of place stands before.</summary>
    private string WithProvince(string line)
    {
        var folded = TypeNames.Fold(line);
        if (folded.Length != line.Length || !Names.IsCapitals(line) || _places.In(folded, out var at) is not { } province || at == 0)
        {
            return line;
        }

        foreach (var kind in (ReadOnlySpan<string>)["tỉnh ", "thành phố "])
        {
            var from = at - kind.Length;
            var name = province.Name.StartsWith(kind, StringComparison.OrdinalIgnoreCase) ? province.Name[kind.Length..] : province.Name;
            var starts = folded.AsSpan(at).StartsWith(TypeNames.Fold(kind)) ? at : from;
            if (starts < 0 || !folded.AsSpan(starts).StartsWith(TypeNames.Fold(kind + name)) || (starts > 0 && line[starts - 1] != ' '))
            {
                continue;
            }

            return string.Concat(line.AsSpan(0, starts), (kind + name).ToUpperInvariant(), line.AsSpan(starts + kind.Length + name.Length));
        }

        return line;
    }
}
