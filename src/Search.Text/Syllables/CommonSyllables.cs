using System.Collections.Frozen;

namespace Search.Text.Syllables;

/// <summary>
/// Very common syllables that bear a mark. A wrong decoding also yields well-formed syllables by chance, but hardly
/// ever these.
/// </summary>
internal static class CommonSyllables
{
    private static readonly FrozenSet<string> Words = (
        "là và của các những được đã đến để từ với về có không này đó khi một người việc công tác đảng bộ ủy tỉnh huyện " +
        "xã chỉ thị số ngày tháng năm nhà nước hội nghị quyết định kế hoạch hướng dẫn thực hiện tổ chức chính trị " +
        "đồng chí bí thư trưởng ban cấp cơ sở lãnh đạo cán kết quả tình hình nhiệm vụ yêu cầu xây dựng phát triển " +
        "kinh tế văn hóa hoá giáo dục cách mạng chủ tịch nội dung điều khoản luật tại trong cũng đối đều phải cần tôi đi")
        .Split(' ')
        .Where(word => word.AsSpan().ContainsAnyExceptInRange('\0', '\u007F'))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
