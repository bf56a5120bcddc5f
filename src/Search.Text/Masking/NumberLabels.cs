using System.Collections.Frozen;

namespace Search.Text.Masking;

/// <summary>Words before a number that say what it is.</summary>
internal static class NumberLabels
{
    /// <summary>How far before a number its label may stand, in characters.</summary>
    private const int Reach = 34;

    private static readonly FrozenSet<string> Glued = new[]
    {
        "sđt", "sdt", "đt", "dt", "đtdđ", "dtdd", "dđ", "dd", "đtcđ", "tel", "mob", "mobile", "phone", "fax", "hotline", "zalo", "viber",
        "cccd", "cmnd", "cmt", "cmtnd", "số", "so", "lh", "whatsapp", "cell", "gọi", "call",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Phone =
    [
        "điện thoại", "điện thọai", "điên thoại", "dien thoai", "dien-thoai", "số máy", "so-may", "di động", "di-dong", "đtdđ", "sđt", "sdt", "đt", "tel", "phone", "mobile", "hotline", "fax", "zalo", "viber",
        "liên hệ", "liên hệ số", "liên lạc", "gọi", "đường dây nóng", "mã vùng", "điện thoại bàn", "điện thoại cố định", "điện thoại cơ quan", "điện thoại nội tỉnh", "điện thoại nội bộ", "điện thoại nhà riêng", "đt bàn",
        "máy bàn", "máy trực", "số máy quân sự", "máy quân sự", "quân bưu",
    ];

    private static readonly string[] Identity =
    [
        "cccd", "cmnd", "cmt", "cmtnd", "căn cước", "can-cuoc", "chứng minh", "chung-minh", "số định danh", "mã định danh", "mã số định danh", "định danh cá nhân", "dinh-danh-ca-nhan", "hộ chiếu", "passport", "pp no", "hc số", "hc", "cmsq", "cmqđ", "cmqn",
    ];

    /// <summary>Numbers of things and money, which may look like anybody's.</summary>
    private static readonly string[] Other =
    [
        "mã số thuế", "ma-so-thue", "mst", "tài khoản", "tai-khoan", "stk", "tk", "mã số", "mã đơn vị", "mã hồ sơ", "mã quan hệ ngân sách", "số hiệu", "ký hiệu", "hóa đơn", "hoá đơn", "biên lai", "seri", "sê-ri",
        "kinh phí", "kinh-phi", "số tiền", "so-tien", "tổng số", "tổng cộng", "trị giá", "giá trị", "mã vạch", "isbn", "bảo hiểm", "bhxh", "bhyt", "tờ khai", "vận đơn",
        "toạ độ", "tọa độ", "hệ số", "tỷ lệ", "mã", "gpkd", "đkkd", "đăng ký kinh doanh", "số đăng ký", "số lưu trữ", "sổ tiết kiệm", "quyển số",
        "thửa", "lô", "hồ sơ", "quyết định số", "công văn số", "thông báo số", "nghị quyết số", "chỉ thị số", "kế hoạch số", "báo cáo số",
        "hướng dẫn số", "tờ trình số", "hợp đồng số", "văn bản số", "quy định số", "kết luận số", "chương trình số", "đề án số", "biên bản số",
        "giấy mời số", "công văn đến", "công văn đi", "văn bản đến", "văn bản đi", "số đến", "số đi", "số báo danh", "tham chiếu", "vùng trồng",
        "giấy phép", "chứng từ", "phiếu thu", "phiếu chi", "phiếu thu số", "phiếu chi số", "giấy chứng nhận", "chứng chỉ", "số hợp đồng", "số đơn", "đơn hàng", "số khung",
        "số thẻ", "số sổ", "msdn", "chuyển khoản", "thành tiền", "doanh thu", "số lượng", "sản lượng", "tổng mức", "tổng mức đầu tư", "đơn giá", "chi phí", "số dư",
        "kinh độ", "vĩ độ", "sử dụng ngân sách", "nhập kho số", "xuất kho số", "ủy nhiệm chi số", "uỷ nhiệm chi số", "bệnh án", "đăng bạ", "sê ri", "công tơ", "gcn", "gcn số", "vào sổ", "cấp gcn",
        "định danh văn bản", "định danh cơ quan", "định danh đơn vị", "định danh học sinh", "định danh hồ sơ", "định danh điện tử", "xây dựng số",
    ];

    /// <summary>Words that may stand between a thing and its number.</summary>
    private const int WordsBetween = 2;

    /// <summary>What the nearest label before a place says.</summary>
    public static NumberLabel Before(string text, int at)
    {
        var from = Math.Max(0, at - Reach);
        var before = text.AsSpan(from, at - from);
        var (nearest, label) = (-1, NumberLabel.None);
        if (Words(before) == 0)
        {
            return label;
        }

        Look(before, ref nearest, ref label);
        return label == NumberLabel.Other && (Words(before[nearest..]) > WordsBetween || before[nearest..].ContainsAny(',', ';')) ? NumberLabel.None : label;
    }

    /// <summary>What the heading of a column says that its figures are; the last label in it counts.</summary>
    public static NumberLabel Of(ReadOnlySpan<char> heading)
    {
        var (nearest, label) = (-1, NumberLabel.None);
        Look(heading, ref nearest, ref label);
        return label;
    }

    /// <summary>Whether nothing but signs and the word "số" stands between a label of a kind and a place.</summary>
    public static bool EndsWith(NumberLabel label, string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - Reach), Math.Min(at, Reach)).TrimEnd(" :.(-–=\t\"'’”");
        if (before.EndsWith(" số", StringComparison.OrdinalIgnoreCase))
        {
            before = before[..^3].TrimEnd(' ');
        }

        else if (before.EndsWith(" no", StringComparison.OrdinalIgnoreCase))
        {
            before = before[..^3].TrimEnd(' ');
        }

        foreach (var word in label switch { NumberLabel.Phone => Phone, NumberLabel.Identity => Identity, _ => [] })
        {
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (before.Length == word.Length || !char.IsLetter(before[^(word.Length + 1)])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the word that ends at a place is a label that may be written without a blank before the number.</summary>
    public static bool EndsWithGlued(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < 12 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return Glued.Contains(text[start..end]);
    }

    /// <summary>Whether the address of a page that a place lies in calls somebody: <c>zalo.me/</c>, <c>viber://chat?number=</c>, <c>?phone=</c>.</summary>
    public static bool IsCallAddress(string text, int at)
    {
        var before = Unbroken(text, at);
        foreach (var word in (ReadOnlySpan<string>)["zalo", "viber", "wa.me/", "whatsapp", "t.me/", "tel:", "tel=", "phone", "mobile", "sdt", "dien-thoai", "sms", "call"])
        {
            if (before.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What stands before a place without a blank between.</summary>
    public static ReadOnlySpan<char> Unbroken(string text, int at)
    {
        var from = at;
        while (from > 0 && at - from < 200 && !char.IsWhiteSpace(text[from - 1]))
        {
            from--;
        }

        return text.AsSpan(from, at - from);
    }

    private static int Words(ReadOnlySpan<char> text)
    {
        var words = 0;
        for (var i = 0; i < text.Length; i++)
        {
            words += char.IsLetter(text[i]) && (i == 0 || !char.IsLetter(text[i - 1])) ? 1 : 0;
        }

        return words;
    }

    private static void Look(ReadOnlySpan<char> text, ref int nearest, ref NumberLabel label)
    {
        var length = 0;
        Look(Other, NumberLabel.Other, text, ref nearest, ref length, ref label);
        Look(Identity, NumberLabel.Identity, text, ref nearest, ref length, ref label);
        Look(Phone, NumberLabel.Phone, text, ref nearest, ref length, ref label);
    }

    private static void Look(string[] words, NumberLabel kind, ReadOnlySpan<char> before, ref int nearest, ref int length, ref NumberLabel label)
    {
        foreach (var word in words)
        {
            var at = before.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
            while (at >= 0)
            {
                var end = at + word.Length;
                var isWord = (at == 0 || !char.IsLetter(before[at - 1])) && (end == before.Length || !char.IsLetter(before[end]));
                if (isWord)
                {
                    // Of labels that end at one place the longer one is meant: "liên hệ số", not "hệ số".
                    if (end > nearest || (end == nearest && word.Length > length))
                    {
                        (nearest, length, label) = (end, word.Length, kind);
                    }

                    break;
                }

                at = at == 0 ? -1 : before[..(at + word.Length - 1)].LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
            }
        }
    }
}
