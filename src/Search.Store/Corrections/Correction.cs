namespace Search.Store.Corrections;

/// <summary>
/// What a person corrected: a record of its own beside the documents, which outlasts every reading of its file. It is
/// anchored by the content of the file and by quoted text with its surroundings, never by an offset, and by the key that
/// the program reads, since a corrected number or date gives the document another one.
/// </summary>
public sealed record Correction
{
    /// <summary>16 hex figures.</summary>
    public required string Id { get; init; }

    /// <summary>One of <see cref="CorrectionKinds.All"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>SHA-256 of the file that was looked at, 64 lower-case hex figures; null where it concerns none.</summary>
    public string? Source { get; init; }

    /// <summary>SHA-256 of every file whose reading it changes.</summary>
    public IReadOnlyList<string> Affects { get; init; } = [];

    /// <summary>The document's key when it was corrected; the path of the file for <see cref="CorrectionKinds.NoDocument"/> and
    /// <see cref="CorrectionKinds.Extent"/>, the stub for <see cref="CorrectionKinds.Merge"/> and <see cref="CorrectionKinds.Split"/>.</summary>
    public required string Document { get; init; }

    /// <summary>The document's key as the program read it; null where that is the same.</summary>
    public string? ReadAs { get; init; }

    /// <summary>The field, by its name in camelCase, for <see cref="CorrectionKinds.Field"/>.</summary>
    public string? Field { get; init; }

    /// <summary>The words of the citation, for <see cref="CorrectionKinds.Citation"/>; the scanned words for <see cref="CorrectionKinds.Repair"/>.</summary>
    public string? Quote { get; init; }

    /// <summary>Words of the source before <see cref="Quote"/>, whitespace as one blank.</summary>
    public string? Before { get; init; }

    /// <summary>Words of the source after <see cref="Quote"/>, whitespace as one blank.</summary>
    public string? After { get; init; }

    /// <summary>What was there: the value of the field, or the key of the citation's target; null for nothing.</summary>
    public string? Old { get; init; }

    /// <summary>What is right: the value of the field, or a key; null for an empty field, a citation that stays open, or
    /// scanned words that are right as they stand.</summary>
    public string? New { get; init; }

    /// <summary>The key with which the program reads the document of <see cref="New"/>; null where that is the same, or no key. A
    /// later correction of that document's number or date gives it another key, and this one leads to it.</summary>
    public string? NewReadAs { get; init; }

    /// <summary>The relation of the citation, as an id of the catalogue; null for the one that was found.</summary>
    public string? Relation { get; init; }

    /// <summary>The last words of the document in its file, whose first ones are <see cref="Quote"/>, for <see cref="CorrectionKinds.Extent"/>.</summary>
    public string? Until { get; init; }

    /// <summary>What is known of the document, by the names of the fields, for <see cref="CorrectionKinds.Known"/>.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    /// <summary>Which mentions of a stub mean which document, for <see cref="CorrectionKinds.Split"/>; the others stay with it.</summary>
    public IReadOnlyList<SettledMention>? Mentions { get; init; }

    /// <summary>Why, in the person's words; null for nothing.</summary>
    public string? Reason { get; init; }

    /// <summary>Name of the account or key that corrected.</summary>
    public required string By { get; init; }

    /// <summary>The name that others see; null for <see cref="By"/>.</summary>
    public string? ByName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who took it back; null while it stands.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>Whether it stands.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsActive => UndoneAt is null;

    /// <summary>When this store was notified of it, or that it was taken back: what was read before is read again.</summary>
    public DateTimeOffset StoredAt { get; init; }

    /// <summary>The corrections of single citations that it comes down to: one for each mention of a split, itself otherwise.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<Correction> Settled => Mentions is null ? [this] : Mentions.Select((mention, at) => this with
    {
        Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Id}.{at}"),
        Kind = CorrectionKinds.Citation,
        Document = mention.Document,
        ReadAs = mention.ReadAs,
        Quote = mention.Quote,
        Before = mention.Before,
        After = mention.After,
        Old = Document,
        New = mention.New,
        NewReadAs = mention.NewReadAs,
        Mentions = null,
    });

    /// <summary>The name that readers see.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Shown => ByName ?? By;
}
