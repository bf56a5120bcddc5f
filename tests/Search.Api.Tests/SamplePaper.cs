namespace Search.Api.Tests;

/// <summary>A plan that no other document speaks of, for tests that bring one in and look for it.</summary>
internal static class SamplePaper
{
    /// <summary>Its text; its key is <c>90-KH/TU~quang-ngai@2014-09-13</c>.</summary>
    public const string Text = """
        TỈNH ỦY QUẢNG NGÃI
        *
        Số 90-KH/TU

        ĐẢNG CỘNG SẢN VIỆT NAM
        Quảng Ngãi, ngày 13 tháng 9 năm 2014

        KẾ HOẠCH
        về nuôi trồng rong biển

        Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện tốt.
        """;
}
