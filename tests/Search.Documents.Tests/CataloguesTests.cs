using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Search.Documents.Catalogues;
using Search.Testing;

namespace Search.Documents.Tests;

// Longer than most files: one test a rule of the catalogues, and every rule of them on one page.
public sealed class CataloguesTests
{
    private static readonly Catalogue Known = Catalogue.Default;

    public static TheoryData<string, string> TypeExamples =>
        Pairs(Known.Types.SelectMany(type => type.Examples.Select(example => (type.Id, example))));

    public static TheoryData<string, string> BodyExamples =>
        Pairs(Known.Bodies.SelectMany(body => body.Examples.Select(example => (body.Id, example))));

    public static TheoryData<string, string> RegisterNumbers =>
        Pairs(Known.Register.Where(known => known.Number is not null).Select(known => (known.Key, known.Number!)));

    public static TheoryData<string> Files => [.. Directory.GetFiles(RepositoryFiles.PathOf("seeds"), "*.json").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(TypeExamples))]
    public void AnExampleLeadsToItsType(string id, string example)
    {
        var type = Known.Type(id)!;
        if (!Docket.TryParse(example, out var docket))
        {
            // Standards are numbered in a form of their own: the letters first.
            Assert.Contains(type.Abbreviations, abbreviation => example.StartsWith(abbreviation + " ", StringComparison.Ordinal));
            return;
        }

        Assert.Equal(example, docket.Canonical);
        Assert.Contains(type, Known.Interpret(docket).Types);
    }

    [Theory]
    [MemberData(nameof(BodyExamples))]
    public void AnExampleLeadsToItsBody(string id, string example)
    {
        var docket = Docket.Parse(example);
        Assert.Equal(example, docket.Canonical);
        Assert.Contains(Known.Body(id)!, Known.Interpret(docket).Bodies);
    }

    [Theory]
    [MemberData(nameof(RegisterNumbers))]
    public void ARegisteredNumberFitsItsTypeItsKeyAndItsTerm(string key, string number)
    {
        var entry = Known.Known(key)!;
        var docket = Docket.Parse(number);
        var meaning = Known.Interpret(docket);
        Assert.Equal(number, docket.Canonical);
        Assert.Contains(entry.Type, meaning.Types.Select(type => type.Id));
        var place = meaning.NeedsPlace ? entry.Province ?? DocumentKey.Unknown : null;
        Assert.Equal(key, DocumentKey.ForNumber(number, place, entry.Date).Value);
        if (entry.Term is not null)
        {
            Assert.Contains(entry.Term, Known.TermsOn(entry.Date!.Value).Select(term => term.Id));
        }

        if (entry.ReplacedBy is not null)
        {
            Assert.True(Known.Known(entry.ReplacedBy)!.Date > entry.Date);
        }
    }

    [Fact]
    public void EveryRegisterKeyIsADocumentKey() =>
        Assert.All(Known.Register, known => Assert.Equal(known.Key, DocumentKey.Parse(known.Key).Value));

    [Fact]
    public void ARelationExampleHoldsItsTriggerAndTheTriggerIsListed()
    {
        Assert.All(Known.Relations, relation =>
        {
            Assert.NotEmpty(relation.Examples);
            foreach (var example in relation.Examples)
            {
                Assert.Contains(example.Trigger, example.Text, StringComparison.Ordinal);
                Assert.Contains(example.Trigger.ToLowerInvariant(), relation.Triggers);
            }

            Assert.All(relation.Triggers, trigger => Assert.Equal(trigger.ToLowerInvariant().Normalize(), trigger));
        });
    }

    [Fact]
    public void TheRelationsAreThoseOfTheContract()
    {
        string[] contract =
        [
            "can-cu", "thuc-hien", "trien-khai", "quan-triet", "huong-dan", "so-ket", "tong-ket", "sua-doi-bo-sung",
            "thay-the", "bai-bo", "xac-nhan-hieu-luc", "ban-hanh-kem-theo", "ban-hanh", "sao-luc", "tra-loi",
            "theo-de-nghi", "dinh-chinh", "hop-nhat", "bao-cao", "dan-chieu", "tu-dan-chieu", "dinh-nghia-alias",
        ];
        Assert.Equal(contract.Order(StringComparer.Ordinal), Known.Relations.Select(relation => relation.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("1997-06-01", 61)]
    [InlineData("2003-12-31", 61)]
    [InlineData("2004-01-01", 64)]
    [InlineData("2008-07-31", 64)]
    [InlineData("2008-08-01", 63)]
    [InlineData("2024-12-31", 63)]
    [InlineData("2025-01-01", 63)]
    [InlineData("2025-06-30", 63)]
    [InlineData("2025-07-01", 34)]
    public void TheCountryHadSoManyProvinces(string day, int count) =>
        Assert.Equal(count, Known.ProvincesOn(Day(day)).Count());

    [Fact]
    public void EachProvinceThatEndedOnTheMergerIsTheSourceOfExactlyOneOther()
    {
        var ended = Known.Provinces.Where(province => province.ValidTo == new DateOnly(2025, 6, 30)).ToList();
        Assert.Equal(29, ended.Count);
        Assert.All(ended, old =>
        {
            var heir = Assert.Single(Known.Provinces, province => province.MergedFrom.Contains(old.Id));
            Assert.Equal([heir.Id], old.Successors);
        });
    }

    [Fact]
    public void ASuccessorExistsTheDayAfter() =>
        Assert.All(Known.Provinces.Where(province => province.ValidTo is not null), old => Assert.All(old.Successors, id =>
            Assert.True(Known.Province(id)!.ExistsOn(old.ValidTo!.Value.AddDays(1)), $"{old.Id} → {id}")));

    [Theory]
    [InlineData("Đà Lạt", "lam-dong")]
    [InlineData("QUẢNG NGÃI", "quang-ngai")]
    [InlineData("Thanh Hoá", "thanh-hoa")]
    [InlineData("TP. Hồ Chí Minh", "thanh-pho-ho-chi-minh")]
    [InlineData("Huế", "hue")]
    [InlineData("Huế", "thua-thien-hue")]
    [InlineData("Ðà Nẵng", "da-nang")]
    public void APlaceLeadsToItsProvince(string place, string id) =>
        Assert.Contains(id, Known.ProvincesByPlace(place).Select(province => province.Id));

    [Theory]
    [InlineData("Tỉnh uỷ  Nam Định", "nam-dinh")]
    [InlineData("THÀNH ỦY HÀ NỘI", "ha-noi")]
    public void ACommitteeLeadsToItsProvince(string name, string id) =>
        Assert.Equal(id, Assert.Single(Known.ProvincesByName(name)).Id);

    [Theory]
    [InlineData("QĐ", Layer.Party, "quyet-dinh quy-dinh")]
    [InlineData("QĐ", Layer.State, "quyet-dinh")]
    [InlineData("QyĐ", Layer.State, "quy-dinh")]
    [InlineData("QÐ", Layer.Party, "quyet-dinh quy-dinh")]
    [InlineData("TT", Layer.Party, "thong-tri")]
    [InlineData("TT", Layer.State, "thong-tu")]
    [InlineData("BS", Layer.Party, "ban-sao-y ban-sao-luc ban-trich-sao")]
    [InlineData("SY", Layer.State, "ban-sao-y")]
    [InlineData("SY", Layer.Party, "")]
    [InlineData("XX", Layer.Any, "")]
    public void AnAbbreviationMeansTheseTypes(string abbreviation, Layer layer, string ids) =>
        Assert.Equal(ids, string.Join(' ', Known.TypesByAbbreviation(abbreviation, layer).Select(type => type.Id)));

    [Theory]
    [InlineData("Chi thị", "chi-thi")]
    [InlineData("CHỈ THỊ", "chi-thi")]
    [InlineData("Chương trình hành động", "chuong-trinh")]
    [InlineData("sao lục", "ban-sao-luc")]
    public void AWordMeansThisType(string word, string id) =>
        Assert.Equal(id, Assert.Single(Known.TypesByName(word)).Id);

    [Theory]
    [InlineData("TW", "ban-chap-hanh-trung-uong bo-chinh-tri ban-bi-thu")]
    [InlineData("BĐNTW", "ban-doi-ngoai-trung-uong")]
    [InlineData("BDNTW", "ban-dan-van-trung-uong ban-doi-ngoai-trung-uong")]
    [InlineData("TU", "tinh-uy thanh-uy")]
    [InlineData("QH15", "quoc-hoi")]
    [InlineData("BNV15", "")]
    [InlineData("tw", "ban-chap-hanh-trung-uong bo-chinh-tri ban-bi-thu")]
    public void ASignMeansTheseBodies(string sign, string ids) =>
        Assert.Equal(ids, string.Join(' ', Known.BodiesBySign(sign).Select(body => body.Id)));

    [Theory]
    [InlineData("4011/UBND-VX2", Layer.State, "cong-van", "uy-ban-nhan-dan")]
    [InlineData("64/2025/QH15", Layer.State, "luat bo-luat nghi-quyet", "quoc-hoi")]
    [InlineData("367-QĐ/TWĐTN-VP", Layer.Mass, "quyet-dinh quy-dinh", "trung-uong-doan")]
    [InlineData("01/2016/TTLT-VKSNDTC-BCA", Layer.State, "thong-tu-lien-tich", "vien-kiem-sat-nhan-dan-toi-cao bo-cong-an")]
    [InlineData("03-HD", Layer.Party, "huong-dan", "")]
    [InlineData("74/CP", Layer.State, "nghi-dinh nghi-quyet", "chinh-phu")]
    [InlineData("196-HĐBT", Layer.State, "nghi-dinh quyet-dinh chi-thi", "hoi-dong-bo-truong")]
    [InlineData("27-LCT/HĐNN8", Layer.State, "luat phap-lenh", "hoi-dong-nha-nuoc")]
    [InlineData("99-XYZ/ABCDE", Layer.Party, "", "")]
    public void ANumberSaysThis(string number, Layer layer, string types, string bodies)
    {
        var meaning = Known.Interpret(Docket.Parse(number));
        Assert.Equal(layer, meaning.Layer);
        Assert.Equal(types, string.Join(' ', meaning.Types.Select(type => type.Id)));
        Assert.Equal(bodies, string.Join(' ', meaning.Bodies.Select(body => body.Id)));
    }

    [Theory]
    [InlineData("04-CT/TW", false)]
    [InlineData("552-CV/TU", true)]
    [InlineData("4011/UBND-VX2", true)]
    [InlineData("64/2025/QH15", false)]
    [InlineData("403/2017/NQLT-UBTVQH-CP-ĐCTUBTWMTTQVN", false)]
    [InlineData("12/2020/NQ-HĐND", true)]
    public void OnlyASharedSignNeedsAPlace(string number, bool needsPlace) =>
        Assert.Equal(needsPlace, Known.Interpret(Docket.Parse(number)).NeedsPlace);

    [Fact]
    public void ADayNearACongressLeavesTheTermOpen()
    {
        Assert.Equal(["XI"], Known.TermsOn(Day("2011-07-06")).Select(term => term.Id));
        Assert.Equal(["XII", "XIII"], Known.TermsOn(Day("2021-02-01")).Select(term => term.Id));
        Assert.Equal("XIII", Known.Term("13")!.Id);
        Assert.Equal(Layer.State, Known.Term("XIII", Layer.State)!.Layer);
    }

    [Fact]
    public void TheNumberingTermsOfThePartyFollowOneAnotherWithoutAGap()
    {
        var terms = Known.Terms.Where(term => term.Layer == Layer.Party && term.NumberingFrom is not null).ToList();
        Assert.Equal(14, terms.Count);
        Assert.All(terms.Zip(terms.Skip(1)), pair => Assert.Equal(pair.First.NumberingTo!.Value.AddDays(1), pair.Second.NumberingFrom));
    }

    [Fact]
    public void ANicknameOfASmallNumberAsksForAWordBesideIt() =>
        Assert.All(
            Known.Aliases.Where(alias => Regex.IsMatch(alias.Name, @"^(Chỉ thị|Nghị quyết|Quy định|Kết luận) \d+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))),
            alias => Assert.True(alias.Requires.Count > 0 && alias.ValidFrom is not null, alias.Name));

    [Theory]
    [MemberData(nameof(Files))]
    public void AFileIsNormalizedAndEmbeddedAsItIs(string file)
    {
        var text = File.ReadAllText(RepositoryFiles.PathOf("seeds", file));
        Assert.True(text.IsNormalized(), $"{file} is not NFC");
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream("seeds/" + file);
        Assert.NotNull(stream);
        using var reader = new StreamReader(stream);
        Assert.Equal(text, reader.ReadToEnd());
    }

    [Fact]
    public void LookupsSurviveHostileText()
    {
        Assert.Empty(Known.TypesByName("\uD800"));
        Assert.Empty(Known.BodiesBySign(new string('A', 100_000)));
        Assert.Empty(Known.ProvincesByPlace("a" + new string('\u0301', 10_000)));
        Assert.Empty(Known.AliasesByName(""));
        Assert.Null(Known.Type(""));
    }

    [Theory]
    [InlineData("types.json", """[{ "id": "a", "name": "A", "nameEn": "A", "layer": "party", "kind": "document" }, { "id": "a", "name": "A", "nameEn": "A", "layer": "party", "kind": "document" }]""", "'a'", "twice")]
    [InlineData("types.json", """[{ "id": "a", "name": "A", "nameEn": "A", "layer": "party", "kind": "document", "abbreviations": ["X"] }, { "id": "b", "name": "B", "nameEn": "B", "layer": "both", "kind": "document", "abbreviations": ["x"] }]""", "'a'", "also belongs to b")]
    [InlineData("types.json", """[{ "id": "a", "name": "A", "nameEn": "A", "layer": "king", "kind": "document" }]""", "'a'", "unknown layer 'king'")]
    [InlineData("types.json", """[{ "id": "Á", "name": "A", "nameEn": "A", "layer": "party", "kind": "document" }]""", "'Á'", "hyphens")]
    [InlineData("types.json", """[{ "id": "a", "nameEn": "A", "layer": "party", "kind": "document" }]""", "'a'", "name")]
    [InlineData("types.json", """[{ "id": "a", "name": "A", "nameEn": "A", "layer": "party", "kind": "document", "colour": 1 }]""", "'a'", "colour")]
    [InlineData("types.json", """[{ "id": "a", "name": null, "nameEn": "A", "layer": "party", "kind": "document" }]""", "'a'", "name")]
    [InlineData("types.json", """[{ "id": "a", "name": "A", "nameEn": "A", "layer": "party", "kind": "document", "confidence": 1.5 }]""", "'a'", "confidence")]
    [InlineData("types.json", "[1]", "#1", "")]
    [InlineData("types.json", "{}", null, "array")]
    [InlineData("types.json", "[\n{,", null, "line 2")]
    [InlineData("bodies.json", """[{ "id": "a", "name": "A", "nameEn": "A", "level": "tinh", "layer": "party", "validFrom": "2010-01-02", "validTo": "2010-01-01" }]""", "'a'", "ends (2010-01-01) before it begins (2010-01-02)")]
    [InlineData("bodies.json", """[{ "id": "a", "name": "A", "nameEn": "A", "level": "tinh", "layer": "party", "validFrom": "01/02/2010" }]""", "'a'", "neither a date")]
    [InlineData("bodies.json", """[{ "id": "a", "name": "A", "nameEn": "A", "level": "tinh", "layer": "party", "successor": "b" }]""", "'a'", "'b' is no body")]
    [InlineData("bodies.json", """[{ "id": "a", "name": "A", "nameEn": "A", "level": "tinh", "layer": "party", "abbreviation": "XY" }, { "id": "b", "name": "B", "nameEn": "B", "level": "tinh", "layer": "party", "variants": ["XY"] }]""", "'a'", "also belongs to b")]
    [InlineData("provinces.json", """[{ "id": "a", "name": "A", "kind": "tinh", "committee": "C", "successors": ["b"] }]""", "'a'", "'b' is no province")]
    [InlineData("terms.json", """[{ "id": "XX", "number": 20, "layer": "party", "from": "2056-03-31", "to": "2056-03-27" }]""", "'XX'", "before it begins")]
    [InlineData("register.json", """[{ "key": "01-CT/TW@2020-01-01", "type": "sonnet" }]""", "'01-CT/TW@2020-01-01'", "'sonnet' is no document type")]
    [InlineData("aliases.json", """[{ "name": "Chỉ thị X", "targets": ["01-CT/TW@1900-01-01"] }]""", "'Chỉ thị X'", "not in the register")]
    [InlineData("aliases.json", """[{ "name": "Chỉ thị X", "targets": [] }]""", "'Chỉ thị X'", "no target")]
    public void ABrokenFileIsRefusedWithFileEntryAndReason(string file, string content, string? entry, string reason)
    {
        var folder = CopyOfSeeds();
        try
        {
            // A file others refer to keeps its own entries, so that the planted error is the first one found.
            var path = Path.Combine(folder, file);
            File.WriteAllText(path, TryAppend(File.ReadAllText(path), content) ?? content);
            var thrown = Assert.Throws<CatalogueException>(() => Catalogue.Load(folder));
            var problem = thrown.Problem;
            Assert.Equal(file, problem.File);
            Assert.Equal(entry, problem.Entry is ['#', ..] ? "#1" : problem.Entry);
            Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
            Assert.StartsWith(file, thrown.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void AMissingFileOrFolderIsNamed()
    {
        var problem = Assert.Throws<CatalogueException>(() => Catalogue.Load(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()))).Problem;
        Assert.Equal("types.json", problem.File);
        Assert.Contains("cannot be read", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ACopyOfTheFolderLoadsToTheSameEntries()
    {
        var loaded = Catalogue.Load(RepositoryFiles.PathOf("seeds"));
        Assert.Equal(Known.Types.Length, loaded.Types.Length);
        Assert.Equal(Known.Register.Select(known => known.Key), loaded.Register.Select(known => known.Key));
    }

    private static string CopyOfSeeds()
    {
        var folder = Directory.CreateTempSubdirectory("search-seeds-").FullName;
        foreach (var file in Directory.GetFiles(RepositoryFiles.PathOf("seeds"), "*.json"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }

    private static string? TryAppend(string original, string planted)
    {
        try
        {
            if (JsonNode.Parse(original) is not JsonArray all || JsonNode.Parse(planted) is not JsonArray more)
            {
                return null;
            }

            foreach (var entry in more)
            {
                all.Add(entry?.DeepClone());
            }

            return all.ToJsonString();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TheoryData<string, string> Pairs(IEnumerable<(string First, string Second)> pairs)
    {
        var rows = new TheoryData<string, string>();
        foreach (var (first, second) in pairs)
        {
            rows.Add(first, second);
        }

        return rows;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
