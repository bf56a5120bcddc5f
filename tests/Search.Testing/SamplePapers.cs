namespace Search.Testing;

/// <summary>
/// A few papers in full text that cite one another, from a directive of the center down to a district: what an abstract of
/// <c>corpus/</c> names is a note and makes no edge, so tests of the graph ingest these beside it. Numbers, names and words are
/// made up but for Chỉ thị 04-CT/TW and Hướng dẫn 02-HD/BĐNTW, whose facts are public.
/// </summary>
public static class SamplePapers
{
    /// <summary>Writes the papers into a folder.</summary>
    /// <param name="folder">The folder; made where it does not exist.</param>
    /// <returns>The folder.</returns>
    public static string WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in All)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        return folder;
    }

    private static IEnumerable<(string Name, string Text)> All =>
    [
        ("huong-dan-02.txt", Paper(
            "BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN ĐỐI NGOẠI", "02-HD/BĐNTW", "Hà Nội, ngày 16 tháng 01 năm 2017", "HƯỚNG DẪN",
            "tiếp tục thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư khóa XI",
            """
            Sau hơn 5 năm thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư khóa XI, công tác đối ngoại nhân dân có bước chuyển rõ. Ban Đối ngoại Trung ương hướng dẫn như sau:

            1. Các cấp ủy tiếp tục quán triệt Chỉ thị số 04-CT/TW ngày 06/7/2011; bố trí cán bộ theo dõi công việc.

            2. Văn phòng tổng hợp kết quả, gửi về Ban Đối ngoại Trung ương trước ngày 15 tháng 12 hằng năm.
            """)),
        ("ke-hoach-tinh.txt", Paper(
            "TỈNH ỦY LÂM ĐỒNG", "125-KH/TU", "Đà Lạt, ngày 04 tháng 5 năm 2017", "KẾ HOẠCH",
            "triển khai Hướng dẫn số 02-HD/BĐNTW ngày 16/01/2017 của Ban Đối ngoại Trung ương",
            """
            Thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư khóa XI và Hướng dẫn số 02-HD/BĐNTW ngày 16/01/2017 của Ban Đối ngoại Trung ương, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch như sau:

            1. Tổ chức học tập Chỉ thị số 04-CT/TW ngày 06/7/2011 trong quý II.

            2. Kế hoạch này thay thế Kế hoạch số 31-KH/TU ngày 12/9/2012 của Ban Thường vụ Tỉnh ủy Lâm Đồng.
            """)),
        ("ke-hoach-huyen.txt", Paper(
            "HUYỆN ỦY ĐỨC TRỌNG", "48-KH/HU", "Đức Trọng, ngày 01 tháng 8 năm 2017", "KẾ HOẠCH",
            "thực hiện Kế hoạch số 125-KH/TU ngày 04/5/2017 của Tỉnh ủy Lâm Đồng",
            """
            Triển khai Kế hoạch số 125-KH/TU ngày 04/5/2017 của Tỉnh ủy Lâm Đồng, Ban Thường vụ Huyện ủy yêu cầu các chi bộ, đảng bộ:

            1. Phổ biến nội dung Kế hoạch số 125-KH/TU ngày 04/5/2017 tới đảng viên.

            2. Báo cáo kết quả trước ngày 30 tháng 11.
            """)),
    ];

    private static string Paper(string issuer, string number, string placeAndDate, string type, string title, string body) =>
        $"{issuer}\n*\nSố {number}\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n{placeAndDate}\n\n{type}\n{title}\n\n{body}\n";
}
