using System.Globalization;
using System.Text;
using Search.Documents.Catalogues;

namespace Search.Testing.Files;

/// <summary>Makes papers that look like those of the field: letterhead, sections, citations of one another, signature.
/// The same seed gives the same papers.</summary>
public sealed class PaperGenerator
{
    private static readonly string[] Words =
    [
        "công tác", "lãnh đạo", "chỉ đạo", "tổ chức", "triển khai", "đối ngoại", "nhân dân", "tuyên truyền", "vận động",
        "cán bộ", "đảng viên", "cấp ủy", "chính quyền", "địa phương", "đơn vị", "nhiệm vụ", "giải pháp", "chất lượng",
        "hiệu quả", "kiểm tra", "giám sát", "đánh giá", "kết quả", "hợp tác", "hữu nghị", "phát triển", "kinh tế",
        "văn hóa", "xã hội", "quốc phòng", "an ninh", "đoàn kết", "thống nhất", "đổi mới", "sáng tạo", "trách nhiệm",
        "quần chúng", "thanh niên", "phụ nữ", "nông dân", "đồng bào", "biên giới", "hội nhập", "thông tin", "báo cáo",
    ];

    private static readonly (string Name, string Sign)[] Types =
    [
        ("Chỉ thị", "CT"), ("Nghị quyết", "NQ"), ("Kế hoạch", "KH"), ("Hướng dẫn", "HD"), ("Kết luận", "KL"),
        ("Thông báo", "TB"), ("Chương trình", "CTr"), ("Quyết định", "QĐ"),
    ];

    private readonly Random _random;
    private readonly ProvinceEntry[] _provinces;
    private readonly List<Paper> _made = [];

    public PaperGenerator(int seed, Catalogue catalogue)
    {
        _random = new Random(seed);
        _provinces = [.. catalogue.ProvincesOn(new DateOnly(2015, 1, 1)).OrderBy(province => province.Id, StringComparer.Ordinal)];
    }

    /// <summary>The next paper; it may cite those made before.</summary>
    public Paper Next()
    {
        var type = Types[_random.Next(Types.Length)];
        var province = _provinces[_random.Next(_provinces.Length)];
        var day = new DateOnly(2010, 11, 1).AddDays(_random.Next(365 * 9));
        var paper = new Paper(
            $"{_made.Count + 1:D2}-{type.Sign}/TU", type.Name, province.Name, day, "về " + Phrase(8, 16), []);
        paper = paper with { Paragraphs = Body(paper) };
        _made.Add(paper);
        return paper;
    }

    private List<string> Body(Paper paper)
    {
        var paragraphs = new List<string>();
        if (_made.Count > 0)
        {
            var cited = _made[_random.Next(_made.Count)];
            paragraphs.Add($"Thực hiện {cited.Type} số {cited.Number}, ngày {Date(cited.Day)} của Tỉnh ủy {cited.Place} {cited.Title}; "
                + $"Ban Thường vụ Tỉnh ủy ban hành {paper.Type} với nội dung như sau:");
        }

        string[] numerals = ["I", "II", "III"];
        foreach (var numeral in numerals)
        {
            paragraphs.Add($"{numeral}. {Phrase(4, 8).ToUpperInvariant()}");
            for (var i = 1; i <= 3; i++)
            {
                var central = _random.Next(4) == 0
                    ? " theo Chỉ thị số 04-CT/TW, ngày 06/7/2011 của Ban Bí thư khóa XI" : "";
                paragraphs.Add($"{i}. {Sentence()}{central}. {Sentence()}. {Sentence()}.");
            }
        }

        paragraphs.Add($"{paper.Type} này được phổ biến đến chi bộ.");
        return paragraphs;
    }

    private string Sentence()
    {
        var phrase = Phrase(10, 22);
        return char.ToUpper(phrase[0], CultureInfo.InvariantCulture) + phrase[1..];
    }

    private string Phrase(int from, int to)
    {
        var text = new StringBuilder();
        for (var i = _random.Next(from, to); i > 0; i--)
        {
            if (text.Length > 0)
            {
                text.Append(' ');
            }

            text.Append(Words[_random.Next(Words.Length)]);
        }

        return text.ToString();
    }

    private static string Date(DateOnly day) => day.ToString("dd/M/yyyy", CultureInfo.InvariantCulture);
}
