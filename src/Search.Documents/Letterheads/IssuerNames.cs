using Search.Documents.Catalogues;

namespace Search.Documents.Letterheads;

/// <summary>Rules for putting the lines of a letterhead together to one issuer's name.</summary>
internal static class IssuerNames
{
    /// <summary>Whether a line goes on the line above it.</summary>
    public static bool IsContinuation(string folded, string above, PlaceNames places)
    {
        if (above is "ban chap hanh" or "uy ban nhan dan" or "hoi dong nhan dan" or "ubnd" or "hdnd" or "ubnd tinh" or "dang bo" or "dang uy"
            or "tinh uy" or "thanh uy" or "huyen uy" or "uy ban kiem tra" or "ban chi dao" or "mat tran to quoc" or "ubnd thanh pho"
            or "uy ban nhan dan tinh" or "uy ban nhan dan thanh pho" or "ban can su dang" or "dang doan" || above.EndsWith(" va", StringComparison.Ordinal))
        {
            return !folded.StartsWith("tinh uy", StringComparison.Ordinal) && !folded.StartsWith("ban ", StringComparison.Ordinal)
                && !folded.StartsWith("van phong", StringComparison.Ordinal) && !folded.StartsWith("huyen uy", StringComparison.Ordinal);
        }

        // "CHỦ TỊCH" above "ỦY BAN NHÂN DÂN TỈNH", "THƯỜNG TRỰC" above "HỘI ĐỒNG NHÂN DÂN": who holds the office, and of which body.
        if (above is "chu tich" or "thuong truc")
        {
            return folded.StartsWith("uy ban nhan dan", StringComparison.Ordinal) || folded.StartsWith("hoi dong nhan dan", StringComparison.Ordinal)
                || folded.StartsWith("ubnd", StringComparison.Ordinal) || folded.StartsWith("hdnd", StringComparison.Ordinal);
        }

        if (IsLocal(above) && IsPlaceLine(folded))
        {
            return true;
        }

        return (folded.StartsWith("tinh ", StringComparison.Ordinal) && !folded.StartsWith("tinh uy", StringComparison.Ordinal))
            || folded.StartsWith("thanh pho ", StringComparison.Ordinal)
            || (places.In(folded, out var at) is { } province && at == 0 && folded.Length <= TypeNames.Fold(province.Name).Length + 2);
    }

    /// <summary>A body that every commune and district has: the line of its place goes on it.</summary>
    private static bool IsLocal(string folded) =>
        folded.StartsWith("chu tich uy ban ", StringComparison.Ordinal) || folded.StartsWith("chu tich ubnd", StringComparison.Ordinal)
        || folded.StartsWith("thuong truc hoi dong ", StringComparison.Ordinal) || folded.StartsWith("thuong truc hdnd", StringComparison.Ordinal)
        || folded.StartsWith("uy ban ", StringComparison.Ordinal) || folded.StartsWith("ubnd", StringComparison.Ordinal)
        || folded.StartsWith("hoi ", StringComparison.Ordinal) || folded.StartsWith("dang uy", StringComparison.Ordinal)
        || folded.StartsWith("dang bo", StringComparison.Ordinal) || folded.StartsWith("mat tran", StringComparison.Ordinal)
        || folded.StartsWith("ban chap hanh", StringComparison.Ordinal) || folded.StartsWith("doan ", StringComparison.Ordinal);

    /// <summary>"XÃ VĨNH TẾ", "PHƯỜNG LONG XUYÊN": a kind of place and its name.</summary>
    private static bool IsPlaceLine(string folded)
    {
        foreach (var kind in (ReadOnlySpan<string>)["xa ", "phuong ", "thi tran ", "thi xa ", "dac khu ", "huyen ", "quan "])
        {
            if (folded.StartsWith(kind, StringComparison.Ordinal) && !folded.AsSpan(kind.Length).StartsWith("uy") && folded.Length <= 40)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A body that only its owner tells from others of its name ("Thanh tra", "Ban Thường trực", "Tiểu ban tuyên truyền"): it names no
    /// place, and its name is that of a part.
    /// </summary>
    private static bool NeedsOwner(string name)
    {
        if (name.Length > 60 || OwnPlace(name) is not null || IsStateBody(name) || Has(name, "Trung ương") || Has(name, "Nhà nước"))
        {
            return false;
        }

        foreach (var word in LetterheadWords.Default.Parts)
        {
            if (name.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (name.Length == word.Length || name[word.Length] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The issuer's name out of its letterhead lines, top down, in running-text case.</summary>
    /// <param name="lines">At least one line.</param>
    /// <param name="own">Whom the signing authority or heading names (<c>Ban Thường vụ</c>), or null.</param>
    /// <param name="province">The province the letterhead names or its place implies, or null.</param>
    public static string Build(IReadOnlyList<string> lines, string? own, ProvinceEntry? province)
    {
        var last = lines[^1];
        var parent = lines.Count > 1 ? lines[^2] : null;
        if (IsCommittee(last) || last.StartsWith("Ban Chấp hành Đảng bộ", StringComparison.OrdinalIgnoreCase)
            || last.StartsWith("Đảng bộ", StringComparison.Ordinal))
        {
            return WithOwn(CommitteeName(last, province), own);
        }

        if (parent is null)
        {
            return OfProvince(last, province);
        }

        if (parent.Contains("Trung ương", StringComparison.OrdinalIgnoreCase) && !last.Contains("Trung ương", StringComparison.OrdinalIgnoreCase)
            && !IsStateBody(last))
        {
            return last + " Trung ương";
        }

        if (IsCommittee(parent) && !last.Contains(parent, StringComparison.OrdinalIgnoreCase))
        {
            // "VĂN PHÒNG HUYỆN ỦY" under "HUYỆN ỦY SÌN HỒ" names its owner without the place.
            if (Generic(parent) is { } committee && last.EndsWith(" " + committee, StringComparison.OrdinalIgnoreCase))
            {
                return last[..^committee.Length] + CommitteeName(parent, province);
            }

            return $"{last} {CommitteeName(parent, province)}";
        }

        if (NeedsOwner(last) && Bodies.HasShape(parent) && !last.Contains(parent, StringComparison.OrdinalIgnoreCase) && !IsMinistry(parent))
        {
            return $"{last} {parent}";
        }

        return last.StartsWith("Sở ", StringComparison.Ordinal) && province is not null
            ? $"{last} {PlaceOf(province)}"
            : last;
    }

    /// <summary>"tỉnh Lâm Đồng", "thành phố Huế": a province as a name ends with it.</summary>
    public static string PlaceOf(ProvinceEntry province)
    {
        var kind = province.Kind is "tinh" ? "tỉnh " : "thành phố ";
        return kind + (province.Name.StartsWith(kind, StringComparison.OrdinalIgnoreCase) ? province.Name[kind.Length..] : province.Name);
    }

    /// <summary>"Văn phòng Tỉnh ủy" with the province before the date: as "Tỉnh ủy" alone, every province has one.</summary>
    private static string OfProvince(string name, ProvinceEntry? province)
    {
        foreach (var committee in (ReadOnlySpan<string>)["Tỉnh ủy", "Thành ủy"])
        {
            if (name.EndsWith(" " + committee, StringComparison.OrdinalIgnoreCase))
            {
                return name[..^committee.Length] + CommitteeName(committee, province);
            }
        }

        return name;
    }

    /// <summary>Level by the name alone; null where the name does not tell.</summary>
    public static string? LevelOf(string name, bool isState)
    {
        if (isState || IsStateBody(name))
        {
            return "nha-nuoc";
        }

        if (Has(name, "Chi bộ") || Has(name, "Chi ủy") || Has(name, "Đảng ủy xã") || Has(name, "Đảng ủy phường") || Has(name, "Đảng ủy thị trấn"))
        {
            return "co-so";
        }

        if (Has(name, "Đảng ủy Khối"))
        {
            return "tinh";
        }

        if (Has(name, "Huyện ủy") || Has(name, "Quận ủy") || Has(name, "Thị ủy") || Has(name, "Đảng bộ huyện") || Has(name, "Đảng bộ quận"))
        {
            return "huyen";
        }

        if (Has(name, "Tỉnh ủy") || Has(name, "Đảng bộ tỉnh"))
        {
            return "tinh";
        }

        return Has(name, "Trung ương") || Has(name, "Ban Bí thư") || Has(name, "Bộ Chính trị") ? "trung-uong" : null;
    }

    /// <summary>The sign a committee would number under, where its paper has no number.</summary>
    public static string? SignOf(string name) =>
        Has(name, "Tỉnh ủy") ? "TU" : Has(name, "Huyện ủy") ? "HU" : Has(name, "Quận ủy") ? "QU" : Has(name, "Đảng ủy") ? "ĐU" : null;

    /// <summary>The name of the place of a district or grassroots body: <c>Đức Trọng</c> of <c>Huyện ủy Đức Trọng</c>.</summary>
    public static string? OwnPlace(string name)
    {
        var best = -1;
        var length = 0;
        foreach (var word in LetterheadWords.Default.Committees.Concat(LetterheadWords.Default.PlaceKinds))
        {
            var at = name.LastIndexOf(word + " ", StringComparison.OrdinalIgnoreCase);
            var isWord = at == 0 || (at > 0 && name[at - 1] == ' ');
            if (!isWord || at < best || IsCommitteeWord(name.AsSpan(at + word.Length + 1)))
            {
                continue;
            }

            best = at;
            length = word.Length + 1;
        }

        var place = best < 0 ? "" : name[(best + length)..].Trim();
        return place.Any(char.IsLetter) ? place : null; // "ĐẢNG BỘ ……" of a blank form names none
    }

    // "Tỉnh ủy" alone names no place: its first word is not the word for a province there.
    private static bool IsCommitteeWord(ReadOnlySpan<char> rest) =>
        rest.StartsWith("ủy", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("uỷ", StringComparison.OrdinalIgnoreCase);

    /// <summary>A committee's name without its place: <c>Ban Thường vụ Tỉnh ủy</c>.</summary>
    public static string Generic(string name)
    {
        foreach (var committee in LetterheadWords.Default.Committees)
        {
            var at = name.IndexOf(committee, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                return name[..(at + committee.Length)];
            }
        }

        return name;
    }

    /// <summary>The bodies of a ministry are known by their own names.</summary>
    private static bool IsMinistry(string name) =>
        (name.StartsWith("Bộ ", StringComparison.Ordinal) || name.StartsWith("Chính phủ", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Thủ tướng", StringComparison.OrdinalIgnoreCase)) && !name.StartsWith("Bộ Chính trị", StringComparison.OrdinalIgnoreCase);

    private static bool IsCommittee(string name) => LetterheadWords.Default.Committees.Any(c => name.StartsWith(c, StringComparison.OrdinalIgnoreCase));

    private static string CommitteeName(string name, ProvinceEntry? province)
    {
        if (province is null)
        {
            return name;
        }

        var isOfProvince = name.StartsWith("Tỉnh ủy", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Ban Chấp hành Đảng bộ tỉnh", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Đảng bộ tỉnh", StringComparison.OrdinalIgnoreCase)
            || (name.StartsWith("Thành ủy", StringComparison.OrdinalIgnoreCase) && province.Kind is not "tinh");
        return isOfProvince ? province.Committee : name;
    }

    private static string WithOwn(string committee, string? own)
    {
        if (own is null)
        {
            return committee;
        }

        if (own.StartsWith("Ban Thường vụ", StringComparison.OrdinalIgnoreCase))
        {
            return "Ban Thường vụ " + committee;
        }

        if (own.StartsWith("Thường trực", StringComparison.OrdinalIgnoreCase))
        {
            return "Thường trực " + committee;
        }

        return committee;
    }

    private static bool IsStateBody(string name) =>
        name.StartsWith("Ủy ban nhân dân", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Hội đồng nhân dân", StringComparison.OrdinalIgnoreCase)
        || (name.StartsWith("Bộ ", StringComparison.Ordinal) && !name.StartsWith("Bộ Chính trị", StringComparison.OrdinalIgnoreCase))
        || name.StartsWith("Sở ", StringComparison.Ordinal) || name.StartsWith("Chính phủ", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Thủ tướng", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Quốc hội", StringComparison.OrdinalIgnoreCase);

    private static bool Has(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
}
