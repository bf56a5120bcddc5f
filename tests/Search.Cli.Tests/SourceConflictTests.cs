namespace Search.Cli.Tests;

/// <summary>Two files that bear one number and hold another text are told of; copies of one text are not.</summary>
public sealed class SourceConflictTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("search-cli-conflict-").FullName;

    private const string Head = "TỈNH ỦY SƠN LA\n*\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 91-KL/TU\n\nSơn La, ngày 08 tháng 5 năm 2024\n\nKẾT LUẬN\nvề công tác cán bộ\n\n";

    private const string Text =
        "Ban Thường vụ Tỉnh ủy yêu cầu các huyện ủy rà soát quy hoạch cán bộ, bổ sung nguồn trẻ, nữ và người dân tộc thiểu số, gắn đánh giá với kết quả "
        + "từng vị trí, báo cáo trước ngày 30 tháng 6 hằng năm và công khai trong chi bộ theo đúng nguyên tắc tập trung dân chủ đã được thống nhất.\n";

    private const string Other =
        "Các cơ quan chuyên môn kiểm tra hồ đập, kênh mương và trạm bơm ở vùng thấp, dự phòng vật tư, tổ chức diễn tập sơ tán dân khi có mưa lớn kéo dài, "
        + "phân công trực ban suốt ngày đêm trong mùa lũ và thông tin kịp thời cho nhân dân bằng loa, tin nhắn, truyền hình địa phương, bảng điện tử.\n";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Other, true)]
    [InlineData("", false)]
    public async Task FilesOfOneNumberWithAnotherTextAreTold(string instead, bool isTold)
    {
        var data = Path.Combine(_folder, "data");
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.txt"), Head + Text, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "b.txt"), Head + (instead.Length > 0 ? instead : Text.Replace("huyện ủy", "thành ủy", StringComparison.Ordinal)), TestContext.Current.CancellationToken);

        var ingest = await CliRun.OfAsync("ingest", Path.Combine(_folder, "a.txt"), Path.Combine(_folder, "b.txt"), "--data", data);
        var verify = await CliRun.OfAsync("verify", "--data", data, "--json");

        Assert.Equal(ExitCodes.Done, ingest.ExitCode);
        Assert.Equal(isTold, ingest.Error.Contains("khác hẳn", StringComparison.Ordinal));
        Assert.True(verify.Json.GetProperty("sound").GetBoolean());
        var conflicts = verify.Json.GetProperty("conflicts");
        Assert.Equal(isTold ? 1 : 0, conflicts.GetArrayLength());
        if (isTold)
        {
            Assert.Equal("91-KL/TU~son-la@2024-05-08", conflicts[0].GetProperty("document").GetString());
        }
    }
}
