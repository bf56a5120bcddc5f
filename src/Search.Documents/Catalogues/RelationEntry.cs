namespace Search.Documents.Catalogues;

/// <summary>One relation of <c>relations.json</c>, always read from the citing to the cited document.</summary>
public sealed record RelationEntry
{
    /// <summary>The id of the JSON contract: <c>thuc-hien</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The label, citing to cited: <c>thực hiện</c>.</summary>
    public required string Label { get; init; }

    /// <summary>The label in English: <c>implements</c>.</summary>
    public required string LabelEn { get; init; }

    /// <summary>The label read the other way round: <c>được thực hiện bởi</c>.</summary>
    public required string Inverse { get; init; }

    /// <summary>The other way round in English.</summary>
    public required string InverseEn { get; init; }

    /// <summary>Plain phrases that announce the relation, in lower case and the new tone style; longest first wins.</summary>
    public IReadOnlyList<string> Triggers { get; init; } = [];

    /// <summary>
    /// Rank when one pair of documents shows several relations: the smallest number names the edge.
    /// </summary>
    public required int Precedence { get; init; }

    /// <summary>Who uses the relation.</summary>
    public required Layer Layer { get; init; }

    /// <summary>Whether only the citing document itself can do it: amending, replacing, repealing, correcting.</summary>
    public bool HostActs { get; init; }

    /// <summary>Whether it tells something of the force of the cited document.</summary>
    public bool TellsForce => Validity is not null || ValidityByTrigger.Count > 0;

    /// <summary>Whether the trigger at the head of a sentence governs every document of the sentence.</summary>
    public bool GovernsSentence { get; init; }

    /// <summary>Whether a trigger may end with the type word of the mention itself: <c>xét Tờ trình số …</c>.</summary>
    public bool TakesTypeWord { get; init; }

    /// <summary>Whether it carries the cited document out; a review before it governs it.</summary>
    public bool CarriesOut { get; init; }

    /// <summary>Whether it looks back on how the cited document was carried out.</summary>
    public bool Reviews { get; init; }

    /// <summary>Whether its phrases stand after the mention, or are no triggers at all.</summary>
    public bool AfterMention { get; init; }

    /// <summary>How many words may stand between trigger and mention; 0 for 8 after a word of one syllable and 14 after a longer phrase.</summary>
    public int Reach { get; init; }

    /// <summary>Whether it carries a chain of implementation or succession from paper to paper.</summary>
    public bool Chain { get; init; }

    /// <summary>What the relation does to the force of the cited document: <c>thay-the bai-bo sua-doi-bo-sung dinh-chinh
    /// xac-nhan-hieu-luc ngung-hieu-luc khoi-phuc</c>; null for nothing.</summary>
    public string? Validity { get; init; }

    /// <summary>Triggers, or words in them, that do something else than <see cref="Validity"/>: <c>đình chỉ</c> suspends.</summary>
    public IReadOnlyDictionary<string, string> ValidityByTrigger { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Sentences and the relation each of them shows; tests find a trigger in each.</summary>
    public IReadOnlyList<RelationExample> Examples { get; init; } = [];

    /// <summary>How sure the entry is, 0 to 1.</summary>
    public double Confidence { get; init; } = 1.0;

    /// <summary>What a reader of the catalogue should know.</summary>
    public string? Note { get; init; }
}
