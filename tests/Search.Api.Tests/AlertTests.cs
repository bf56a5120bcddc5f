using Search.Application.Contracts;
using Search.Application.Errors;

namespace Search.Api.Tests;

/// <summary>What is followed, over a collection of the test's own.</summary>
public sealed class AlertTests : IDisposable
{
    private const string Owner = "0123456789abcdef";

    private static readonly string[] Words =
    [
        "đối ngoại nhân dân", "công tác cán bộ", "xây dựng Đảng", "kiểm tra giám sát", "dân vận khéo", "chuyển đổi số", "bảo vệ môi trường", "khuyến học",
        "nông thôn mới", "phòng chống tham nhũng", "thi đua yêu nước", "cải cách hành chính", "quốc phòng an ninh", "giáo dục đào tạo", "y tế cơ sở",
    ];

    private readonly PaperCollection _papers = new();

    public void Dispose() => _papers.Dispose();

    [Fact]
    public async Task AnAlertIsMadeExactlyWhenTheSearchFindsTheDocument()
    {
        var random = new Random(20);
        for (var i = 0; i < 12; i++)
        {
            Write(random, i);
        }

        await _papers.IngestAsync();
        var follows = new List<FollowLine>();
        Match();
        for (var i = 0; i < 48; i++)
        {
            follows.Add(Follow(new FollowRequest { Query = Query(random, i), Search = i % 7 == 3 ? new SearchQuery { Type = ["ke-hoach"] } : null }));
        }

        var told = new HashSet<string>(StringComparer.Ordinal);
        var made = 0;
        for (var round = 0; round < 6; round++)
        {
            var numbers = new HashSet<int>();
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                // Now and then a paper that is there gets another text.
                var number = random.Next(4) == 0 ? random.Next(12 + round) : 12 + (round * 3) + n;
                Write(random, number);
                numbers.Add(number);
            }

            await _papers.IngestAsync();
            Match();
            Assert.Equal(0, Match());
            foreach (var follow in follows)
            {
                var expected = Found(follow).Where(key => numbers.Contains(NumberOf(key))).Order(StringComparer.Ordinal).ToList();
                var alerts = _papers.Collection.Follows.Alerts(follow.Id).Where(alert => told.Add(alert.Id)).Select(alert => alert.Document.Key).Order(StringComparer.Ordinal).ToList();
                Assert.True(expected.SequenceEqual(alerts, StringComparer.Ordinal), $"round {round}, {follow.Query}: {string.Join(' ', expected)} | {string.Join(' ', alerts)}");
                made += alerts.Count;
            }
        }

        Assert.True(made > 50, $"{made} alerts");
    }

    [Fact]
    public async Task WhatIsThereIsNoNewsAndOneTextIsToldOnce()
    {
        Plan("a.txt", 100, "Thực hiện công tác khuyến học.");
        await _papers.IngestAsync();
        var follow = Follow(new FollowRequest { Query = "khuyến học" });
        Assert.Equal(0, Match());

        // Cited by another paper the first one changes in the index, and is no news all the same.
        Plan("b.txt", 101, "Thực hiện Kế hoạch số 100-KH/TU ngày 02/3/2018 của Tỉnh ủy Lâm Đồng về việc khác.");
        await _papers.IngestAsync();
        Assert.Equal(0, Match());

        Plan("c.txt", 102, "Tổng kết phong trào khuyến học.");
        await _papers.IngestAsync();
        Assert.Equal(1, Match());
        Assert.Equal("102-KH/TU~lam-dong@2018-03-02", Assert.Single(_papers.Collection.Follows.Alerts(follow.Id)).Document.Key);

        // The same text from another file, a start of the host, a rebuilt index: told already.
        File.Copy(Path.Combine(_papers.Sources, "c.txt"), Path.Combine(_papers.Sources, "d.txt"));
        await _papers.IngestAsync();
        _papers.Collection.System.Rebuild();
        _papers.Restart();
        Assert.Equal(0, Match());

        // Another text under the same number is a change.
        File.Delete(Path.Combine(_papers.Sources, "d.txt"));
        Plan("c.txt", 102, "Tổng kết phong trào khuyến học, khuyến tài.");
        await _papers.IngestAsync();
        Assert.Equal(1, Match());
        Assert.True(_papers.Collection.Follows.Alerts(follow.Id)[0].Change);
    }

    [Fact]
    public async Task DocumentsThatCiteOneItsChainsAndItsArrivalAreFollowed()
    {
        Plan("a.txt", 100, "Thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư về đối ngoại nhân dân.");
        await _papers.IngestAsync();
        var cited = Follow(new FollowRequest { Document = "04-CT/TW" });
        var chain = Follow(new FollowRequest { Kind = "chain", Document = "04-CT/TW" });
        var wanted = Follow(new FollowRequest { Kind = "wanted", Document = "04-CT/TW" });
        Assert.Equal("cited-by", cited.Kind);
        Assert.Throws<SearchException>(() => Follow(new FollowRequest { Kind = "wanted", Document = "100-KH/TU~lam-dong@2018-03-02" }));
        Assert.Throws<SearchException>(() => Follow(new FollowRequest { Kind = "cited-by" }));
        Assert.Throws<SearchException>(() => Follow(new FollowRequest { Kind = "chain", Document = "99-CT/TW" }));
        Assert.Throws<SearchException>(() => Follow(new FollowRequest { Query = "  " }));
        Assert.Throws<SearchException>(() => Follow(new FollowRequest { Query = "x", Mail = "hourly" }));
        Assert.Throws<SearchException>(() => Follow(new FollowRequest { Query = "x", Webhook = "https://example.org/" }));

        // Carries out the plan, which carries out the directive: in its chain, and no citation of it.
        _papers.Paper("b.txt", "48-KH/HU", "KẾ HOẠCH", new DateOnly(2018, 6, 1), "thực hiện Kế hoạch số 100-KH/TU", "Triển khai thực hiện Kế hoạch số 100-KH/TU ngày 02/3/2018 của Tỉnh ủy Lâm Đồng.", "HUYỆN ỦY ĐỨC TRỌNG");
        Plan("c.txt", 102, "Căn cứ Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư; các đơn vị báo cáo.");
        await _papers.IngestAsync();
        Match();
        Assert.Equal("102-KH/TU~lam-dong@2018-03-02", Assert.Single(_papers.Collection.Follows.Alerts(cited.Id)).Document.Key);
        Assert.Contains("48-KH/HU~duc-trong@2018-06-01", _papers.Collection.Follows.Alerts(chain.Id).Select(alert => alert.Document.Key));
        Assert.DoesNotContain("100-KH/TU~lam-dong@2018-03-02", _papers.Collection.Follows.Alerts(chain.Id).Select(alert => alert.Document.Key));
        Assert.Empty(_papers.Collection.Follows.Alerts(wanted.Id));

        _papers.Paper("d.txt", "04-CT/TW", "CHỈ THỊ", new DateOnly(2011, 7, 6), "về tiếp tục đổi mới công tác đối ngoại nhân dân", "Các cấp ủy thực hiện.", "BAN CHẤP HÀNH TRUNG ƯƠNG");
        await _papers.IngestAsync();
        Match();
        Assert.Equal("04-CT/TW@2011-07-06", Assert.Single(_papers.Collection.Follows.Alerts(wanted.Id)).Document.Key);
        Assert.Single(_papers.Collection.Follows.Alerts(cited.Id));
        Assert.Equal(0, Match());

        Assert.False(_papers.Collection.Follows.Remove("another", wanted.Id));
        Assert.True(_papers.Collection.Follows.Remove(Owner, wanted.Id));
        Assert.Empty(_papers.Collection.Follows.Alerts(wanted.Id));
        Assert.Equal(2, _papers.Collection.Follows.List(Owner).Count);
    }

    private static string Query(Random random, int i)
    {
        var words = Words[random.Next(Words.Length)].Split(' ');
        var more = Words[random.Next(Words.Length)];
        return (i % 12) switch
        {
            0 => words[0],
            1 => string.Join(' ', words),
            2 => $"\"{string.Join(' ', words)}\"",
            3 => $"{string.Join(' ', words)} {more}",
            4 => $"{string.Join(' ', words)} -\"{more}\"",
            5 => $"{words[0]} OR {more}",
            6 => Text.VietnameseFolding.Fold(string.Join(' ', words)),
            7 => $"kế hoạch {20 + random.Next(20)}-KH/TU",
            8 => "loai:ke-hoach nam:2018",
            9 => $"tieude:{words[0]}",
            10 => $"{words[0][..2]}* {more.Split(' ')[0]}",
            _ => $"cần làm gì để {string.Join(' ', words)} và {more} ở Lâm Đồng năm 2018 có hiệu quả",
        };
    }

    private List<string> Found(FollowLine follow)
    {
        var keys = new List<string>();
        var query = follow.Search! with { Limit = 100 };
        for (var answer = Page(query); ; answer = Page(query with { Cursor = answer.NextCursor }))
        {
            keys.AddRange(answer.Hits.Select(hit => hit.Document.Key));
            if (answer.NextCursor is null)
            {
                return keys;
            }
        }

        SearchAnswer Page(SearchQuery asked) => _papers.Collection.Search.Search(asked, CancellationToken.None, includeWeak: false);
    }

    private static int NumberOf(string key) => int.TryParse(key.Split('-')[0], out var number) ? number - 20 : -1;

    private void Write(Random random, int number)
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 4).Select(n => $"{n}. Các cấp ủy làm tốt việc {Words[random.Next(Words.Length)]}, gắn với {Words[random.Next(Words.Length)]} trong năm."));
        if (number % 3 == 0)
        {
            _papers.Paper($"{number:000}.txt", $"{20 + number}-NQ/TU", "NGHỊ QUYẾT", new DateOnly(2017, 1 + (number % 12), 3), "về " + Words[random.Next(Words.Length)], text);
        }
        else
        {
            _papers.Paper($"{number:000}.txt", $"{20 + number}-KH/TU", "KẾ HOẠCH", new DateOnly(2018, 1 + (number % 12), 3), "về " + Words[random.Next(Words.Length)], text);
        }
    }

    private void Plan(string name, int number, string text) => _papers.Paper(name, $"{number}-KH/TU", "KẾ HOẠCH", new DateOnly(2018, 3, 2), $"về việc số {number}", text);

    private FollowLine Follow(FollowRequest request)
    {
        Match();
        return _papers.Collection.Follows.Add(request, Owner, hasEmail: false, static _ => false);
    }

    private int Match() => _papers.Collection.Follows.Matcher.Match(_papers.Collection.Follows.All(), CancellationToken.None, isFollowing: true);
}
