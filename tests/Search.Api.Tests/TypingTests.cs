using Search.Testing;

namespace Search.Api.Tests;

/// <summary>A query finds the same document first however it was typed.</summary>
[Collection("host")]
public sealed class TypingTests(ApiHostFixture host)
{
    private static readonly string[] Queries =
    [
        "đối ngoại nhân dân", "người Việt Nam ở nước ngoài", "dư luận xã hội", "ứng dụng công nghệ thông tin", "thể thức văn bản của Đảng",
        "công tác văn thư", "suy thoái tư tưởng chính trị", "sắp xếp tổ chức bộ máy", "những điều đảng viên không được làm",
        "học tập và làm theo tư tưởng", "quản lý thống nhất hoạt động đối ngoại", "văn bản của Đoàn thanh niên",
    ];

    [Fact]
    public async Task TheFirstDocumentIsTheSameHoweverItWasTyped()
    {
        var random = new Random(11);
        var wrong = new List<string>();
        var count = 0;
        foreach (var query in Queries)
        {
            var first = await FirstAsync(query);
            Assert.NotNull(first);
            foreach (var (kind, make) in TypingVariants.Kinds)
            {
                var typed = make(query, random);
                count++;
                if (!string.Equals(await FirstAsync(typed), first, StringComparison.Ordinal))
                {
                    wrong.Add($"{kind}: {typed}");
                }
            }
        }

        Assert.True(wrong.Count <= count / 10, string.Join('\n', wrong));
    }

    private async Task<string?> FirstAsync(string query) =>
        (await host.Client.JsonAsync("/api/search?limit=1&q=" + Uri.EscapeDataString(query))).Keys().FirstOrDefault();
}
