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
    RangeMaxima = 7,
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
    LineStarts = 21,
    LineStartOffsets = 22,
    KeywordColumns = 64,
    NumberColumns = 128,
}
