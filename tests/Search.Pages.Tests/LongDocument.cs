using System.Globalization;
using System.Text;

namespace Search.Pages.Tests;

/// <summary>
/// A made-up report of any length in the manner of the field: letterhead, parts, numbered sections, points, and on
/// every page mentions of real and invented documents in full, by number, in short and by alias. The same pages
/// always give the same text.
/// </summary>
internal static class LongDocument
{
    /// <summary>Address of the document of a number.</summary>
    public static string Path(int number) => string.Create(CultureInfo.InvariantCulture, $"/van-ban/{number}-bc-bdntw-2021-08-20");

    // A printed page of these papers holds about 470 syllables.
    private const int CharactersPerPage = 2000;
    private const int MentionsPerPage = 3;

    private static readonly string[] Subjects =
    [
        "Các cấp ủy, tổ chức đảng", "Ban thường vụ các tỉnh ủy, thành ủy", "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội",
        "Đảng đoàn, ban cán sự đảng các bộ, ngành", "Liên hiệp các tổ chức hữu nghị", "Nhiều địa phương biên giới",
        "Các cơ quan làm công tác đối ngoại nhân dân", "Đội ngũ cán bộ chuyên trách",
    ];

    private static readonly string[] Deeds =
    [
        "đã quán triệt sâu sắc và cụ thể hóa thành chương trình, kế hoạch hằng năm", "đã nâng cao nhận thức về vị trí, vai trò của công tác đối ngoại nhân dân",
        "chủ động mở rộng quan hệ với các đối tác truyền thống, bạn bè quốc tế", "tăng cường công tác thông tin, tuyên truyền đối ngoại bằng nhiều hình thức",
        "phối hợp chặt chẽ giữa đối ngoại đảng, ngoại giao nhà nước và đối ngoại nhân dân", "kiện toàn tổ chức bộ máy, bố trí cán bộ có năng lực, kinh nghiệm",
        "vận động được nhiều nguồn viện trợ phi chính phủ nước ngoài phục vụ phát triển kinh tế - xã hội", "kiểm tra, giám sát việc thực hiện và kịp thời uốn nắn thiếu sót",
    ];

    private static readonly string[] Results =
    [
        "góp phần giữ vững môi trường hòa bình, ổn định", "tạo được sự đồng thuận trong cán bộ, đảng viên và nhân dân",
        "tuy nhiên kết quả chưa đồng đều giữa các địa phương", "song nguồn lực còn hạn chế, cơ chế phối hợp có lúc chưa thông suốt",
        "được bạn bè quốc tế ghi nhận và đánh giá cao", "từng bước đi vào chiều sâu, thiết thực, hiệu quả",
    ];

    private static readonly string[] Mentions =
    [
        "Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư khóa XI", "Chỉ thị 04-CT/TW", "Chỉ thị 04", "Hướng dẫn số 02-HD/BĐNTW ngày 16/01/2017",
        "Nghị quyết số 36-NQ/TW ngày 26/3/2004 của Bộ Chính trị", "Quyết định số 295-QĐ/TW ngày 23/3/2010 của Bộ Chính trị", "Chỉ thị số 45-CT/TW ngày 19/5/2015",
        "Kết luận số 12-KL/TW ngày 12/8/2021", "Công văn số 3023-CV/VPTW ngày 29/12/2016",
    ];

    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    /// <summary>The text of a document of so many printed pages.</summary>
    /// <param name="pages">Its length; parts grow with it.</param>
    /// <param name="number">Its number.</param>
    public static string Write(int pages, int number)
    {
        var text = new StringBuilder(
            $"""
            BAN CHẤP HÀNH TRUNG ƯƠNG
            BAN ĐỐI NGOẠI
            *
            Số {number}-BC/BĐNTW

            ĐẢNG CỘNG SẢN VIỆT NAM
            Hà Nội, ngày 20 tháng 8 năm 2021

            BÁO CÁO
            tổng kết 10 năm thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư khóa XI

            """);
        var turn = 0;
        for (var page = 0; page < pages; page++)
        {
            if (page % 30 == 0)
            {
                text.Append('\n').Append(Roman[page / 30 % Roman.Length]).Append(". ").Append("KẾT QUẢ THỰC HIỆN GIAI ĐOẠN ").Append(Number(2011 + (page / 30))).Append("\n\n");
            }

            if (page % 3 == 0)
            {
                text.Append(Number((page / 3 % 10) + 1)).Append(". ").Append(Subjects[page % Subjects.Length]).Append("\n\n");
            }

            var end = text.Length + CharactersPerPage;
            var mentioned = 0;
            while (text.Length < end)
            {
                var paragraph = new StringBuilder(turn % 4 == 0 ? "- " : "");
                for (var sentence = 0; sentence < 3; sentence++, turn++)
                {
                    paragraph.Append(Subjects[turn % Subjects.Length]).Append(' ').Append(Deeds[turn * 3 % Deeds.Length]);
                    if (mentioned < MentionsPerPage && sentence != 1)
                    {
                        mentioned++;
                        paragraph.Append(" theo ").Append(turn % 3 == 0 ? Invented(turn) : Mentions[turn % Mentions.Length]);
                    }

                    paragraph.Append(", ").Append(Results[turn * 5 % Results.Length]).Append(". ");
                }

                Wrap(text, paragraph.ToString().TrimEnd());
                text.Append('\n');
            }
        }

        return text.Append("\nNơi nhận:\n- Ban Bí thư,\n- Lưu.\n\nT/M BAN ĐỐI NGOẠI TRUNG ƯƠNG\nTRƯỞNG BAN\n\nNguyễn Văn An\n").ToString();
    }

    private static string Invented(int turn) => string.Create(
        CultureInfo.InvariantCulture,
        $"Kế hoạch số {1 + (turn % 180)}-KH/TU ngày {1 + (turn % 28):00}/{1 + (turn % 12):00}/{2011 + (turn % 10)} của Ban Thường vụ Tỉnh ủy Quảng Ngãi");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // As scans are: a line ends where the paper did.
    private static void Wrap(StringBuilder text, string paragraph)
    {
        var line = 0;
        foreach (var word in paragraph.Split(' '))
        {
            if (line > 0 && line + word.Length > 88)
            {
                text.Append('\n');
                line = 0;
            }

            if (line > 0)
            {
                text.Append(' ');
            }

            text.Append(word);
            line += word.Length + 1;
        }

        text.Append('\n');
    }
}
