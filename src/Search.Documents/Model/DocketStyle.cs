namespace Search.Documents;

/// <summary>The way a number is put together.</summary>
public enum DocketStyle
{
    /// <summary><c>04-CT/TW</c>: hyphen after the sequence, slash before the organ (Hướng dẫn 36-HD/VPTW, II.1.3).</summary>
    Party,

    /// <summary><c>07/CT-UBND</c>, <c>4011/UBND-VX2</c>: slash after the sequence (Nghị định 30/2020/NĐ-CP).</summary>
    State,

    /// <summary><c>110/2004/QĐ-TTg</c>, <c>64/2025/QH15</c>: sequence, year, symbol (văn bản quy phạm pháp luật).</summary>
    StateWithYear,

    /// <summary><c>03-HD</c>: no organ is named.</summary>
    NoOrgan,
}
