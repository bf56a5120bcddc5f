namespace Search.Citations;

/// <summary>How a mention names its document. JSON names: <c>full number short alias-definition bare self unnumbered</c>.</summary>
public enum CitationForm
{
    /// <summary>Number with its date, issuer or title: <c>Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư</c>.</summary>
    Full,

    /// <summary>Number without a date: <c>Chỉ thị 04-CT/TW</c>.</summary>
    Number,

    /// <summary>Type and sequence alone: <c>Chỉ thị 04</c>.</summary>
    Short,

    /// <summary>The place that defines a short name: <c>(sau đây gọi tắt là Chỉ thị 04)</c>.</summary>
    AliasDefinition,

    /// <summary>Type noun alone: <c>thực hiện Chỉ thị</c>, <c>Chỉ thị nêu trên</c>.</summary>
    Bare,

    /// <summary>The document naming itself: <c>Kế hoạch này</c>.</summary>
    Self,

    /// <summary>Type with issuer or title and no number: <c>Chương trình hành động của Chính phủ</c>.</summary>
    Unnumbered,
}
