using Search.Citations;
using Search.Documents;

namespace Search.Ingestion.Tests;

/// <summary>Stubs and open mentions in the real store as documents come, in the transaction of the one that comes.</summary>
public sealed class LinkingTests : SystemFixture
{
    private static readonly DocumentKey First = DocumentKey.Parse("61-CT/TW@2007-03-01");

    [Fact]
    public async Task AStubKnownByItsTermBecomesTheDocumentThatArrives()
    {
        Write("a.txt", Guide("09", "Chỉ thị số 61-CT/TW của Ban Bí thư khóa X"));
        await Ingest();
        Assert.Equal("61-CT/TW@X", Assert.Single(Stubs()));

        Write("b.txt", Directive("61", new DateOnly(2007, 3, 1)));
        await Ingest();

        Assert.Empty(Stubs());
        var citation = Assert.Single(Citations("09-HD/BĐNTW@2018-01-16"), citation => !citation.IsSelf);
        Assert.Equal((First, DocumentStatus.Present), (citation.Target!.Key, citation.Target.Status));
        Assert.Equal(First, CollectionReader.Store.Read(DocumentKey.Parse("61-CT/TW@X"))!.Summary.Key);
    }

    [Fact]
    public async Task AStubOfTwoDocumentsIsPartedWhenOneOfThemArrives()
    {
        Write("a.txt", Guide("09", "Chỉ thị số 61-CT/TW của Ban Bí thư khóa X"));
        Write("b.txt", Guide("10", "Chỉ thị số 61-CT/TW năm 2007 của Ban Bí thư khóa X"));
        Write("c.txt", Guide("11", "Chỉ thị số 61-CT/TW năm 2009 của Ban Bí thư khóa X"));
        await Ingest();
        Assert.Equal("61-CT/TW@X", Assert.Single(Stubs()));

        Write("d.txt", Directive("61", new DateOnly(2007, 3, 1)));
        await Ingest();

        Assert.Equal("61-CT/TW@2009", Assert.Single(Stubs()));
        Assert.Equal(First, Target("10-HD/BĐNTW@2018-01-16"));
        Assert.Equal(DocumentKey.Parse("61-CT/TW@2009"), Target("11-HD/BĐNTW@2018-01-16"));
        var open = Assert.Single(Citations("09-HD/BĐNTW@2018-01-16"), citation => !citation.IsSelf);
        Assert.Null(open.Target);
        Assert.Equal(["61-CT/TW@2007-03-01", "61-CT/TW@2009"], open.Candidates.Select(key => key.Value));
        Assert.NotEmpty(open.Reason);

        Write("e.txt", Directive("61", new DateOnly(2009, 5, 4)));
        await Ingest();

        Assert.Empty(Stubs());
        Assert.Equal(DocumentKey.Parse("61-CT/TW@2009-05-04"), Target("11-HD/BĐNTW@2018-01-16"));
        Assert.Equal(2, Assert.Single(Citations("09-HD/BĐNTW@2018-01-16"), citation => !citation.IsSelf).Candidates.Count);
    }

    /// <summary>Of a law that nobody sent the number tells the year, and a law of another year has another number.</summary>
    [Theory]
    [InlineData("Luật Trẻ em ngày 05 tháng 4 năm 2016", true)]
    [InlineData("Luật Trẻ em ngày 15 tháng 6 năm 2004", false)]
    [InlineData("Luật Trẻ em năm 2004", false)]
    public async Task AStubKnownByItsYearIsNoDocumentOfAnother(string cited, bool isTheSame)
    {
        Write("a.txt", Guide("09", "Luật Trẻ em số 102/2016/QH13"));
        await Ingest();
        var stub = DocumentKey.Parse(Assert.Single(Stubs()));

        Write("b.txt", Guide("10", cited));
        await Ingest();

        Assert.Equal(isTheSame, Target("10-HD/BĐNTW@2018-01-16") == stub);
    }

    [Fact]
    public async Task ALinkThatASecondDocumentMakesDoubtfulIsOpenedAgain()
    {
        // The number and its issuer, and only one such document in the store: enough, until there are two.
        Write("a.txt", Directive("61", new DateOnly(2007, 3, 1)));
        Write("b.txt", Guide("09", "Chỉ thị số 61-CT/TW của Ban Bí thư"));
        await Ingest();
        Assert.Equal(First, Target("09-HD/BĐNTW@2018-01-16"));

        Write("c.txt", Directive("61", new DateOnly(2013, 3, 1)));
        await Ingest();

        var open = Assert.Single(Citations("09-HD/BĐNTW@2018-01-16"), citation => !citation.IsSelf);
        Assert.Null(open.Target);
        Assert.Equal(["61-CT/TW@2007-03-01", "61-CT/TW@2013-03-01"], open.Candidates.Select(key => key.Value));
    }

    [Fact]
    public async Task TheOrderOfArrivalDoesNotMatter()
    {
        string[] names = ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"];
        string[] texts =
        [
            Guide("09", "Chỉ thị số 61-CT/TW của Ban Bí thư"),
            Guide("10", "Chỉ thị số 61-CT/TW năm 2007 của Ban Bí thư khóa X"),
            Guide("11", "Chỉ thị số 61-CT/TW ngày 01/3/2013 của Ban Bí thư"),
            Directive("61", new DateOnly(2007, 3, 1)),
            Directive("61", new DateOnly(2013, 3, 1)),
        ];
        foreach (var i in new[] { 4, 0, 2, 3, 1 })
        {
            Write(names[i], texts[i]);
            await Ingest();
        }

        Assert.Null(Target("09-HD/BĐNTW@2018-01-16"));
        Assert.Equal(First, Target("10-HD/BĐNTW@2018-01-16"));
        Assert.Equal(DocumentKey.Parse("61-CT/TW@2013-03-01"), Target("11-HD/BĐNTW@2018-01-16"));
    }

    [Fact]
    public async Task TargetsReasonsAndConfidencesAreThoseOfAnyOtherOrder()
    {
        string[] texts =
        [
            District("12", "Phú Sơn", "Chỉ thị số 39-CT/HU ngày 10/3/2019 của Huyện ủy"),
            District("13", "Phú Sơn", "Chỉ thị số 39-CT/HU ngày 10/3/2019 của Huyện ủy Phú Sơn"),
            District("14", "Ba Vì", "Chỉ thị số 39-CT/HU ngày 10/3/2019 và Kết luận số 8-KL/HU năm 2016 của Huyện ủy"),
            District("39", "Phú Sơn", "Chỉ thị số 71-CT/TW của Ban Bí thư khóa X"),
            Guide("09", "Chỉ thị số 71-CT/TW của Ban Bí thư khóa X, Kết luận số 8-KL/HU năm 2016 của Huyện ủy Ba Vì"),
            Guide("10", "Chỉ thị số 71-CT/TW ngày 01/3/2007 của Ban Bí thư"),
            Guide("11", "Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư"),
            Guide("12", "Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư"),
            Directive("61", new DateOnly(2007, 3, 1)),
            Guide("13", "Chỉ thị số 61-CT/TW ngày 01/3/2007 của Ban Bí thư, Chỉ thị số 61-CT/TW của Ban Bí thư khóa X"),
            Guide("14", "Chỉ thị số 61-CT/TW năm 2007 của Ban Bí thư"),
            Abstract("Chỉ thị số 61-CT/TW ngày 01/3/2007 và Hướng dẫn số 10-HD/BĐNTW ngày 16/01/2018"),
            Guide("15", "Luật Lưu trữ năm 2011"),
            Law("01/2011/QH13", "LƯU TRỮ"),
            Law("02/2011/QH13", "KHIẾU NẠI"),
        ];
        int[][] orders =
        [
            [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
            [3, 0, 5, 12, 9, 2, 14, 6, 13, 4, 10, 7, 1, 8, 11], [11, 2, 10, 4, 13, 1, 8, 7, 14, 0, 3, 6, 9, 5, 12],
        ];
        var said = new HashSet<string>();
        foreach (var (order, number) in orders.Select((order, number) => (order, number)))
        {
            var options = new KnowledgeOptions { DataDirectory = Path.Combine(Data, $"order{number}") };
            using var knowledge = KnowledgeBase.Open(options);
            foreach (var i in order)
            {
                await knowledge.IngestAsync([Write(texts[i].StartsWith("---", StringComparison.Ordinal) ? $"{i}.md" : $"{i}.txt", texts[i])]);
            }

            said.Add(string.Join('\n', knowledge.Store.List(includeStubs: true).OrderBy(document => document.Key.Value, StringComparer.Ordinal)
                .SelectMany(document => knowledge.Store.CitationsOf(document.Key)
                    .Select(c => $"{document.Key} {c.Text} → {c.Target?.Key} {c.Target?.Status} {c.Target?.Header.Title} {string.Join(',', c.Candidates)} {c.Reason} {c.Confidence}")
                    .Prepend($"{document.Key} {document.Status}"))));
        }

        Assert.True(said.Count == 1, string.Join("\n\n", said));
        Assert.Contains("20-CT/TW@2019-10-04 Chỉ thị số 61-CT/TW ngày 01/3/2007 → 61-CT/TW@2007-03-01 Present", said.Single(), StringComparison.Ordinal);
        Assert.Contains("Luật Lưu trữ năm 2011 → 01/2011/QH13@2011-11-11 Present", said.Single(), StringComparison.Ordinal);
    }

    private static string Abstract(string seen) => $"""
        ---
        record: tom-tat
        number: 20-CT/TW
        type: chi-thi
        issuer: Ban Bí thư
        date: 2019-10-04
        title: Về công tác hội quần chúng
        ---

        # Tóm tắt Chỉ thị số 20-CT/TW

        Văn bản về công tác hội quần chúng. Xem thêm: {seen}.
        """;

    private static string Law(string number, string name) => $"""
        QUỐC HỘI
        Luật số: {number}

        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Hà Nội, ngày 11 tháng 11 năm 2011

        LUẬT
        {name}

        Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;

        Quốc hội ban hành luật này.

        Điều 1. Phạm vi điều chỉnh
        Luật này quy định về quyền và nghĩa vụ của cơ quan, tổ chức, cá nhân.
        """;

    private static string District(string number, string district, string cited) => $"""
        HUYỆN ỦY {district.ToUpperInvariant()}
        *
        Số {number}-CT/HU

        ĐẢNG CỘNG SẢN VIỆT NAM
        {district}, ngày 10 tháng 3 năm 2019

        CHỈ THỊ
        về nhiệm vụ thứ {number}

        Căn cứ {cited}, Ban Thường vụ yêu cầu các chi bộ thực hiện nghiêm túc những việc sau đây:

        1. Quán triệt nội dung đến từng đảng viên.

        T/M BAN THƯỜNG VỤ
        BÍ THƯ
        Trần Văn Hải
        """;

    private List<string> Stubs() =>
        [.. CollectionReader.Store.List(includeStubs: true).Where(summary => summary.Status == DocumentStatus.Stub).Select(summary => summary.Key.Value)];

    private IReadOnlyList<Citation> Citations(string key) => CollectionReader.Store.CitationsOf(DocumentKey.Parse(key));

    private DocumentKey? Target(string key) => Assert.Single(Citations(key), citation => !citation.IsSelf).Target?.Key;

    private static string Guide(string number, string cited) => $"""
        BAN ĐỐI NGOẠI TRUNG ƯƠNG
        *
        Số {number}-HD/BĐNTW

        ĐẢNG CỘNG SẢN VIỆT NAM
        Hà Nội, ngày 16 tháng 01 năm 2018

        HƯỚNG DẪN
        về công tác đối ngoại nhân dân

        Thực hiện {cited}, Ban Đối ngoại Trung ương nêu một số việc như sau:

        1. Nâng cao nhận thức về đối ngoại nhân dân.
        2. Tăng cường phối hợp.
        """;

    private static string Directive(string number, DateOnly date) => $"""
        BAN CHẤP HÀNH TRUNG ƯƠNG
        *
        Số {number}-CT/TW

        ĐẢNG CỘNG SẢN VIỆT NAM
        Hà Nội, ngày {date:dd} tháng {date:MM} năm {date:yyyy}

        CHỈ THỊ
        CỦA BAN BÍ THƯ
        về công tác đối ngoại

        Ban Bí thư yêu cầu các cấp ủy quán triệt và thực hiện tốt công tác đối ngoại.

        T/M BAN BÍ THƯ
        Nguyễn Văn An
        """;
}
