namespace Search.Documents.Letterheads;

/// <summary>What a piece of a line is by its form alone; its place decides what it means.</summary>
internal enum Mark
{
    /// <summary>Nothing known.</summary>
    Other,

    /// <summary>Đảng Cộng sản Việt Nam.</summary>
    PartyMotto,

    /// <summary>Cộng hòa xã hội chủ nghĩa Việt Nam, or Độc lập - Tự do - Hạnh phúc.</summary>
    StateMotto,

    /// <summary>Số 04-CT/TW.</summary>
    Number,

    /// <summary>Hà Nội, ngày 6 tháng 7 năm 2011.</summary>
    PlaceDate,

    /// <summary>A body's name in capitals.</summary>
    Issuer,

    /// <summary>The star under a Party issuer.</summary>
    Star,

    /// <summary>A line of dashes.</summary>
    Rule,

    /// <summary>MẬT, TỐI MẬT, TUYỆT MẬT.</summary>
    Secrecy,

    /// <summary>KHẨN, HỎA TỐC and the like: of no use to readers, but part of a letterhead.</summary>
    Urgency,

    /// <summary>V/v …</summary>
    Subject,

    /// <summary>The name of a document type alone, or at the head of a line in capitals.</summary>
    TypeHeading,

    /// <summary>CỦA BAN BÍ THƯ, under a type heading.</summary>
    OfIssuer,

    /// <summary>Kính gửi.</summary>
    Addressee,

    /// <summary>Nơi nhận.</summary>
    Recipients,

    /// <summary>T/M, K/T, T/L … and whom.</summary>
    Authority,

    /// <summary>A position in capitals: PHÓ BÍ THƯ.</summary>
    Position,

    /// <summary>(Đã ký), and what a digital signature prints.</summary>
    Signed,

    /// <summary>SAO LỤC, SAO Y, TRÍCH SAO.</summary>
    CopyMark,

    /// <summary>PHỤ LỤC and its kind.</summary>
    Annex,

    /// <summary>(Ban hành kèm theo …).</summary>
    AttachedTo,

    /// <summary>A line only a stamp of incoming mail has.</summary>
    Stamp,

    /// <summary>A page number.</summary>
    PageNumber,

    /// <summary>Some other short line in capitals.</summary>
    Capitals,
}
