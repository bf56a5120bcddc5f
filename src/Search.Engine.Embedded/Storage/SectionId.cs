namespace Search.Engine.Embedded;

/// <summary>The sections of a segment. Numbers are on disk: never reuse one.</summary>
internal enum SectionId
{
    Postings = 1,
    TermBlocks = 2,
    TermBlockOffsets = 3,
    TermRecords = 4,
    PairGroups = 5,
    PairGroupOffsets = 6,
    // 7, 21 and 22 were range maxima and line starts of version 1.
    IdOffsets = 8,
    Ids = 9,
    IdOrder = 10,
    GroupOffsets = 11,
    Groups = 12,
    DocGroups = 13,
    GroupStarts = 14,
    GroupDocs = 15,
    Lengths = 16,
    Hashes = 17,
    LabelOffsets = 18,
    Labels = 19,
    DocLabels = 20,
    Texts = 23,
    TextOffsets = 24,
    TermCodes = 25,
    KeywordColumns = 64,
    NumberColumns = 128,
}
