using System.Globalization;

namespace Search.Testing.Files;

/// <summary>One made-up paper before it takes the form of a file.</summary>
public sealed record Paper(
    string Number, string Type, string Place, DateOnly Day, string Title, IReadOnlyList<string> Paragraphs)
{
    /// <summary>Lines of the head: left column, then right column.</summary>
    public IReadOnlyList<string> LeftHead => [$"TỈNH ỦY {Place.ToUpperInvariant()}", "*", $"Số {Number}"];

    public IReadOnlyList<string> RightHead =>
    [
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        string.Create(CultureInfo.InvariantCulture, $"{Place}, ngày {Day.Day:D2} tháng {Day.Month:D2} năm {Day.Year}"),
    ];

    public IReadOnlyList<string> Closing =>
        ["Nơi nhận:", "- Các huyện ủy, thành ủy,", "- Lưu Văn phòng Tỉnh ủy.", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn An"];

    public IEnumerable<string> Lines =>
        [.. LeftHead, .. RightHead, Type.ToUpperInvariant(), Title, "-----", .. Paragraphs, .. Closing];
}
