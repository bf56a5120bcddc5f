using Search.Documents.Catalogues;

namespace Search.Citations.Scanning;

/// <summary>
/// All words and names the patterns know, compiled from the catalogue once: type names, bodies, provinces, nicknames,
/// relation triggers, and the small words of citation grammar.
/// </summary>
internal sealed class Lexicon
{
    private static readonly string[] MonthNames =
        ["", "giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"];

    private readonly PhraseTrie _months;

    public Lexicon(Catalogue catalogue)
    {
        Catalogue = catalogue;
        Signs = new Signs(catalogue);
        var words = new Vocabulary();
        Vocabulary = words;

        Types = new PhraseTrie(words, exact: false);
        for (var i = 0; i < catalogue.Types.Length; i++)
        {
            var type = catalogue.Types[i];
            foreach (var name in type.LongNames.Append(type.Name).Concat(type.Variants))
            {
                Types.Add(name, i);
            }
        }

        LawNames = new PhraseTrie(words, exact: false);
        foreach (var title in catalogue.Types.SelectMany(type => type.Titles))
        {
            LawNames.Add(title, 0);
        }

        // Abbreviated type words before a number: CT 04, NQ 18, QĐ 1147-QĐ/BTGDVTW.
        Abbreviations = new PhraseTrie(words, exact: true);
        foreach (var (type, index) in catalogue.Types.Select((type, index) => (type, index)))
        {
            foreach (var abbreviation in type.AbbreviationsIn(Layer.Any).Where(a => a.Length > 1))
            {
                Abbreviations.Add(abbreviation, index);
            }
        }

        Bodies = new PhraseTrie(words, exact: false);
        BodyNames = [];
        for (var i = 0; i < catalogue.Bodies.Length; i++)
        {
            foreach (var name in catalogue.Bodies[i].ShortNames.Prepend(catalogue.Bodies[i].Name))
            {
                Bodies.Add(name, BodyNames.Count);
                BodyNames.Add((i, name));
            }

            // "của UBKTTW": the letters of its numbers stand for a body of the center that bears them alone.
            if (catalogue.Bodies[i] is { Abbreviation: { Length: >= 5 } letters, Shared: false } && !BodyNames.Exists(known => string.Equals(known.Name, letters, StringComparison.Ordinal)))
            {
                Bodies.Add(letters, BodyNames.Count);
                BodyNames.Add((i, catalogue.Bodies[i].Name));
            }
        }

        Provinces = new PhraseTrie(words, exact: false);
        for (var i = 0; i < catalogue.Provinces.Length; i++)
        {
            foreach (var name in catalogue.Provinces[i].Variants.Prepend(catalogue.Provinces[i].Name))
            {
                Provinces.Add(name, i);
            }
        }

        Triggers = new PhraseTrie(words, exact: true);
        for (var i = 0; i < catalogue.Relations.Length; i++)
        {
            foreach (var trigger in catalogue.Relations[i].Triggers)
            {
                Triggers.Add(trigger, i);
            }
        }

        _months = new PhraseTrie(words, exact: false);
        for (var month = 1; month < MonthNames.Length; month++)
        {
            _months.Add(MonthNames[month], month);
        }

        _months.Add("chạp", 12);
        _months.Add("bốn", 4);
        _months.Add("một", 1);

        Ordinals = new PhraseTrie(words, exact: false);
        string[] ordinals = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười",
            "mười một", "mười hai", "mười ba", "mười bốn", "mười lăm", "mười sáu"];
        for (var i = 0; i < ordinals.Length; i++)
        {
            Ordinals.Add(ordinals[i], i + 1);
        }

        Ordinals.Add("bẩy", 7);

        Phrases = new GrammarPhrases(words, catalogue);
        Issuers = new IssuerScanner(this);
        Dates = new DateScanner(this);
        TermReader = new TermScanner(this);
        Pinpoints = new PinpointScanner(this);
        Dockets = new DocketScanner(Signs);
        Ngay = words.Add("ngày");
        Thang = words.Add("tháng");
        Nam = words.Add("năm");
        So = words.Add("số");
        Cua = words.Add("của");
        Khoa = words.Add("khóa");
        Thu = words.Add("thứ");
        Va = words.Add("và");
        Ve = words.Add("về");
        Viec = words.Add("việc");
        Nay = words.Add("này");
        Dieu = words.Add("điều");
        Tren = words.Add("trên");
        Tinh = words.Add("tỉnh");
        Cac = words.Add("các");
        Cung = words.Add("cùng");
        Hoac = words.Add("hoặc");
        Lan = words.Add("lần");
        Do = words.Add("do");
        CanCu = words.Add("căn");
        Tiep = words.Add("tiếp");
        Da = words.Add("đã");
        Tai = words.Add("tại");
        Trong = words.Add("trong");
        words.Add("không");
        words.Freeze();
        foreach (var trie in new[] { Types, LawNames, Abbreviations, Bodies, Provinces, Triggers, Ordinals, _months })
        {
            trie.Freeze();
        }
    }

    public Catalogue Catalogue { get; }

    public Signs Signs { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>Type names and their damaged spellings; payload is the index in <see cref="Catalogue.Types"/>.</summary>
    public PhraseTrie Types { get; }

    /// <summary>What follows <c>Luật</c>, <c>Pháp lệnh</c> in names that hold a comma or a small word.</summary>
    public PhraseTrie LawNames { get; }

    /// <summary>Type abbreviations standing for the type word.</summary>
    public PhraseTrie Abbreviations { get; }

    /// <summary>Names of bodies; payload is the index in <see cref="BodyNames"/>.</summary>
    public PhraseTrie Bodies { get; }

    /// <summary>For every name of a body: its index in the catalogue and the name as the catalogue spells it.</summary>
    public List<(int Body, string Name)> BodyNames { get; }

    /// <summary>Names of provinces; payload is the index in <see cref="Catalogue.Provinces"/>.</summary>
    public PhraseTrie Provinces { get; }

    /// <summary>Trigger phrases; payload is the index in <see cref="Catalogue.Relations"/>.</summary>
    public PhraseTrie Triggers { get; }

    /// <summary>nhất, hai … as in "lần thứ tám"; payload is the number.</summary>
    public PhraseTrie Ordinals { get; }

    /// <summary>Fixed phrases of citation grammar.</summary>
    public GrammarPhrases Phrases { get; }

    public WordId Ngay { get; }

    public WordId Thang { get; }

    public WordId Nam { get; }

    public WordId So { get; }

    public WordId Cua { get; }

    public WordId Khoa { get; }

    public WordId Thu { get; }

    public WordId Va { get; }

    public WordId Ve { get; }

    public WordId Viec { get; }

    public WordId Nay { get; }

    public WordId Dieu { get; }

    public WordId Tren { get; }

    public WordId Tinh { get; }


    public WordId Cac { get; }

    public WordId Cung { get; }

    public WordId Hoac { get; }

    public WordId Lan { get; }

    public WordId Do { get; }

    /// <summary>First word of <c>căn cứ</c>.</summary>
    public WordId CanCu { get; }

    /// <summary>First word of <c>tiếp tục</c>.</summary>
    public WordId Tiep { get; }

    /// <summary><c>đã</c>: what follows had happened before.</summary>
    public WordId Da { get; }

    public WordId Tai { get; }

    public WordId Trong { get; }

    public IssuerScanner Issuers { get; }

    public DateScanner Dates { get; }

    public TermScanner TermReader { get; }

    public PinpointScanner Pinpoints { get; }

    public DocketScanner Dockets { get; }

    /// <summary>The number of a month name at a token, 0 for none.</summary>
    public int MonthOf(TokenList tokens, int at, out int end) => Math.Max(0, _months.Match(tokens, at, out end));
}
