namespace Search.Testing;

/// <summary>A short directive as a paper bears it, made for tests: on encouraging learning, by the Ban Bí thư.</summary>
public static class SampleDirective
{
    /// <param name="number">Its number, such as <c>29-CT/TW</c>.</param>
    /// <param name="day">Its day as the paper writes it, such as <c>18 tháng 9 năm 2013</c>.</param>
    public static string Of(string number, string day) => $"""
        BAN CHẤP HÀNH TRUNG ƯƠNG
        *
        Số {number}

        ĐẢNG CỘNG SẢN VIỆT NAM
        Hà Nội, ngày {day}

        CHỈ THỊ
        CỦA BAN BÍ THƯ
        về công tác khuyến học

        Ban Bí thư yêu cầu các cấp ủy thực hiện tốt.

        T/M BAN BÍ THƯ
        Lê Văn Nhân
        """;
}
