using System.Globalization;

namespace Search.Engine.Campaign;

/// <summary>Writes a plan of a province's party committee, as the campaigns take it in.</summary>
internal static class PlanPaper
{
    /// <summary>Writes <c>{file}.txt</c>.</summary>
    /// <param name="folder">The folder of sources.</param>
    /// <param name="file">The number in the file's name.</param>
    /// <param name="sequence">The number of the plan.</param>
    /// <param name="subject">What the title says after "về".</param>
    /// <param name="task">What is to be done well, if the body names it; with a blank before it.</param>
    public static void Write(string folder, int file, int sequence, string subject, string task = "") => File.WriteAllText(
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{file}.txt")),
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            TỈNH ỦY QUẢNG NGÃI
            *
            Số {sequence}-KH/TU

            ĐẢNG CỘNG SẢN VIỆT NAM
            Quảng Ngãi, ngày 13 tháng 9 năm 2014

            KẾ HOẠCH
            về {subject}

            Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện tốt{task}.
            """));
}
