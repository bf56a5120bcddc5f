using System.Runtime.InteropServices;

namespace Search.Text;

/// <summary>A date, a month or a year found in a text.</summary>
/// <param name="Start">UTF-16 offset of its first character, the word <c>ngày</c>, <c>tháng</c> or <c>năm</c> included.</param>
/// <param name="End">UTF-16 offset past its last character.</param>
/// <param name="Year">The year, 1800 to 2200.</param>
/// <param name="Month">1 to 12, or 0 where the text gives a year only.</param>
/// <param name="Day">1 to 31, or 0 where the text gives no day.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DateReading(int Start, int End, int Year, int Month, int Day)
{
    /// <summary>First day that the reading covers, as <c>yyyymmdd</c>; days and months not said count as 0.</summary>
    public int From => (Year * 10_000) + (Month * 100) + Day;

    /// <summary>Last day that the reading covers, as <c>yyyymmdd</c>; what is not said counts as 99.</summary>
    public int To => Day > 0 ? From : Month > 0 ? From + 99 : From + 9_999;
}
