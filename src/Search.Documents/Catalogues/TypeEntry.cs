namespace Search.Documents.Catalogues;

/// <summary>One document type of <c>types.json</c>, such as <i>Chỉ thị</i> (CT).</summary>
public sealed record TypeEntry
{
    /// <summary>Kebab case without accents, the <c>type</c> of the JSON contract: <c>chi-thi</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name as it is written in running text: <c>Chỉ thị</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name in English: <c>Directive</c>.</summary>
    public required string NameEn { get; init; }

    /// <summary>Letters of the type in a number, official ones first: <c>CT</c>. Empty where none is known.</summary>
    public IReadOnlyList<string> Abbreviations { get; init; } = [];

    /// <summary>The State's letters where they differ from the Party's: <c>QyĐ</c> for <i>Quy định</i>.</summary>
    public IReadOnlyList<string>? StateAbbreviations { get; init; }

    /// <summary>Abbreviations that more than one type of a layer carries, as <c>QĐ</c> and <c>BS</c> are.</summary>
    public IReadOnlyList<string> SharedAbbreviations { get; init; } = [];

    /// <summary>Names of documents of this type, without the type word, that hold a comma or a word such as <c>và</c>, so
    /// that nothing in the text tells where they end: <c>Phòng, chống tham nhũng</c>.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>Who writes documents of this type.</summary>
    public required Layer Layer { get; init; }

    /// <summary>Longer names for the same type: <c>Chương trình hành động</c>.</summary>
    public IReadOnlyList<string> LongNames { get; init; } = [];

    /// <summary>Misspellings met in scans: <c>Chi thị</c>. Never written by us.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>What sort of document it is.</summary>
    public required TypeKind Kind { get; init; }

    /// <summary>Whether the type stands as a heading above the title; an official letter (công văn) has none.</summary>
    public bool Heading { get; init; } = true;

    /// <summary>How much a document of this type directs others, 0 (a letter) to 100 (a directive, a resolution); one weak
    /// feature of the ranking.</summary>
    public int Authority { get; init; } = 40;

    /// <summary>Whether the bare noun with a capital may mean a document: <c>thực hiện Chỉ thị</c>.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>Whether the noun is an everyday word too (<c>ra Thông báo</c>), so that bare it means a document only where
    /// the text names one of the type.</summary>
    public bool CommonNoun { get; init; } = true;

    /// <summary>Whether such documents are promulgated by a decision and cited under its number.</summary>
    public bool AttachedToDecision { get; init; }

    /// <summary>Whether such documents have a name of their own after the type word: <c>Đề án Phát triển …</c>.</summary>
    public bool OwnName { get; init; }

    /// <summary>Whether documents are cited by name like laws: <c>Luật Thanh tra 2022</c>.</summary>
    public bool LawLike { get; init; }

    /// <summary>Whether the State numbers the type by year, so that <c>30/2020</c> may be a number of it; always for normative types.</summary>
    public bool NumberedByYear { get; init; }

    /// <summary>Whether type word and title without a number name a document.</summary>
    public bool NamedByTitle { get; init; } = true;

    /// <summary>Whether the document may be an annex that another one promulgates.</summary>
    public bool Carried { get; init; } = true;

    /// <summary>Whether its name ends with the document it reports on; such a document is never carried out itself.</summary>
    public bool ReportsOn { get; init; }

    /// <summary>Whether such a document sets tasks, asks or reports, so that what it says of amending or replacing documents of
    /// other types is still to be done.</summary>
    public bool SetsTasks { get; init; }

    /// <summary>Whether such a document directs others, so that without articles its imperatives are tasks ("- Sửa đổi, bổ sung
    /// Quy định số …"): what it changes itself stands in its title, in an article or with its own name.</summary>
    public bool Directs { get; init; }

    /// <summary>Id of the only body that issues documents of the type, also where they are cited without a number: <c>Luật Thanh
    /// tra</c>. Null where several do.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>Whether a short form needs the word <c>số</c>: <c>Dự án 2</c> is a project of a program.</summary>
    public bool NeedsSo { get; init; }

    /// <summary>Whether the noun alone says too little because others have such documents as well: <c>Điều lệ công ty</c>.</summary>
    public bool NeedsOwner { get; init; }

    /// <summary>Whether a congress names it: <c>Văn kiện Đại hội XIII</c>.</summary>
    public bool OfCongress { get; init; }

    /// <summary>Whether the noun in small letters with <c>này</c> means something else: <c>quy định này</c>, a rule.</summary>
    public bool CommonWhenSmall { get; init; }

    /// <summary>Type and organ of a number whose type only one body issues (<c>NĐ-CP</c>), so that number and year are complete.</summary>
    public string? SoleSymbol { get; init; }

    /// <summary>Whether it holds another document together with its later amendments, and so names what came after its base.</summary>
    public bool Consolidates { get; init; }

    /// <summary>The relation of a document of this type to those that its title names; null for none of its own.</summary>
    public string? TitleRelation { get; init; }

    /// <summary>Numbers of documents of this type; tests parse each.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>The rules that name this type.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>How sure the entry is, 0 to 1; below 1 an operator may want to check it.</summary>
    public double Confidence { get; init; } = 1.0;

    /// <summary>What a reader of the catalogue should know.</summary>
    public string? Note { get; init; }

    /// <summary>The abbreviations in use in one layer; nothing where the layer does not write this type.</summary>
    /// <param name="layer">The layer asked for; with several, the union in order.</param>
    public IEnumerable<string> AbbreviationsIn(Layer layer)
    {
        var shared = Layer & layer;
        var party = shared.HasFlag(Layer.Party) || (shared != Layer.None && StateAbbreviations is null);
        var state = shared.HasFlag(Layer.State) && StateAbbreviations is not null;
        IEnumerable<string> all = party ? Abbreviations : [];
        return state ? all.Concat(StateAbbreviations!).Distinct(StringComparer.Ordinal) : all;
    }
}
