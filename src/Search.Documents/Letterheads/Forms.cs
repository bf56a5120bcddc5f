using System.Text.RegularExpressions;

namespace Search.Documents.Letterheads;

/// <summary>The shapes of a letterhead, on folded text (no accents, plain hyphens, lower case).</summary>
internal static partial class Forms
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 2_000;

    /// <summary>Months in words, as some copies have them; the index is the month.</summary>
    public static readonly string[] MonthNames =
        ["", "gieng", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai"];

    // dang cong san viet nam
    [GeneratedRegex(@"\bd\s?ang\s+cong\s+san\s+viet\s+nam\b", Options, Timeout)]
    public static partial Regex PartyMotto();

    // doan tncs ho chi minh : the motto of the Youth Union's papers, in the place of the Party's
    [GeneratedRegex(@"^doan (tncs|thanh nien cong san) ho chi minh$", Options, Timeout)]
    public static partial Regex UnionMotto();

    // cong hoa xa hoi chu nghia viet nam
    [GeneratedRegex(@"(?<![\p{L}\d])cong\s+h[oa]{2}\s+xa\s+hoi\s+chu\s+nghia\s+viet\s+nam(?![\p{L}\d](?<!d)|d(?!oc\s+lap))|(?<![\p{L}\d](?<!viet nam))doc\s+lap\s*[-,.]?\s*tu\s+do\s*[-,.]?\s*hanh\s+phuc(?![\p{L}\d])", Options, Timeout)]
    public static partial Regex StateMotto();

    // so 552 -cv/tu | so: 110/2004/qd-ttg | so: 66.17/2026/nq-cp | so ...-cv/tu | so: /ubnd-vx2 ; a letter or figure before it is no start
    [GeneratedRegex(
        @"(?<![\p{L}\d])s[o0]\s*[:.]?\s*(?<seq>\d{1,3}\.\d{1,2}(?=/(19|20)\d\d/)|[0-9ol]{0,6}[a-z]?)[\s._…]*(?<sep>[-/])\s*(?<year>(19|20)\d\d\s*/\s*)?(?<symbol>[a-z][a-z\d&.,]*(\s?[-/]\s?[a-z][a-z\d&.,]*){0,8})(?![\p{L}\d])",
        Options,
        Timeout)]
    public static partial Regex Number();

    // so 04 ct/tw | so 36-nq tw : a separator is missing
    [GeneratedRegex(
        @"(?<![\p{L}\d])so\s*[:.]?\s*(?<seq>\d{1,5})(\s+(?<type>[a-z]{2,4})\s*/\s*(?<organ>[a-z]{2,12})|\s*-\s*(?<type>[a-z]{2,4})\s+(?<organ>tw|tu|hu|du|vptw|vptu))(?![\p{L}\d])",
        Options,
        Timeout)]
    public static partial Regex LooseNumber();

    // so 552- | so 552-cv/ | so 552 : the page broke inside the number
    [GeneratedRegex(@"(?<![\p{L}\d])so\s*[:.]?\s*\d{1,6}(\s*[-/]\s*([a-z][a-z\d&]*\s*[-/]?)?)?$", Options, Timeout)]
    public static partial Regex BrokenNumber();

    // ha noi, ngay 18 thang 3 nam 2021 | nam dinh, ngay ... thang ... nam 2022 | da lat ngay 4/5/2012
    [GeneratedRegex(
        @"(?<place>(?<![\p{L}\d])[\p{L}][\p{L}\s.'-]{1,38}[\p{L}.])?\s*,?\s*\bngay\s*(?<d>\d{1,2}|\d\s\d(?=\s*thang)|[\s.…_]*)\s*(thang\s*(?<m>\d{1,2}(?!\s\d)|\d\s\d|gieng|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi mot|muoi hai|muoi|chap|[\s.…_]*)\s*,?\s*nam\s*(?<y>\d{4}|\d{0,3}[\s.…_]*)|[-/.]\s*(?<m>\d{1,2})\s*[-/.]\s*(?<y>\d{4}))",
        Options,
        Timeout)]
    public static partial Regex PlaceDate();

    // thu hai | chu nhat | cap nhat | dang tin : what a site writes before the day of a page
    [GeneratedRegex(@"^(thu (hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|cap nhat|cap nhat luc|dang|dang tin|ngay dang|ngay cap nhat|xuat ban)$", Options, Timeout)]
    public static partial Regex Weekday();

    // da lat, 04-5-2012
    [GeneratedRegex(@"^(?<place>\p{L}[\p{L}\s.'-]{1,38}[\p{L}.]),\s*(?<d>\d{1,2})\s*[-/.]\s*(?<m>\d{1,2})\s*[-/.]\s*(?<y>\d{4})$", Options, Timeout)]
    public static partial Regex ShortPlaceDate();

    // t/m ban thuong vu | tm. uy ban nhan dan | k/t truong ban | tuq. bo truong | q. chu tich
    [GeneratedRegex(@"^(t\s?[/.]?\s?m|k\s?[/.]?\s?t|t\s?[/.]?\s?l|t\s?[/.]?\s?u\s?[/.]?\s?q)(\s?[./]\s?|\s+)\p{L}", Options, Timeout)]
    public static partial Regex Authority();

    // (da ky) | ky boi: ... | nguoi ky | signature valid | sao y; so noi vu; (a digital copy, Nghị định 30/2020, Điều 26) | 10/07/2026; 07:50:29
    [GeneratedRegex(@"^\(?\s*(da ky|da ki)\s*(va dong dau)?\s*\)?\.?$|^(ky boi|nguoi ky|thoi gian ky|ngay ky|gio ky|chu ky so|signature|signed by|digitally|email:|co quan:)|^(sao (y|luc)|trich sao)( ban (chinh|sao))?\s*;|^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*[;,]?\s*\d{1,2}:\d{2}(:\d{2})?(\s*\+\d{2}:\d{2})?$", Options, Timeout)]
    public static partial Regex Signed();

    // sao luc | sao y ban chinh | ban sao luc | trich sao
    [GeneratedRegex(@"^[-\s*]*(ban\s+)?(sao\s*luc|sao\s*y(\s*ban\s*(chinh|sao))?|trich\s*sao|sao\s*nguyen\s*ban)[\s.*;-]*$", Options, Timeout)]
    public static partial Regex CopyMark();

    // phu luc | phu luc i | phu luc so 01: ... | mau so 2 | bieu mau so 3
    [GeneratedRegex(@"^(phu\s*luc|phu\s*bieu|bieu\s*mau|mau\s*so|bieu\s*so|mau|bieu)(?<no>\s*(so)?\s*[:.]?\s*([ivx]+|\d{1,3}[a-z]?|[a-z]))?(?<rest>\b.*)?$", Options, Timeout)]
    public static partial Regex Annex();

    // (ban hanh kem theo quyet dinh so ...) | (kem theo cong van so ...) | (dinh kem ke hoach ...)
    [GeneratedRegex(@"^\W*(ban hanh|phe duyet|dinh|gui)?\s*kem\s*(theo)?\s+(\w+\s+){0,4}(so|ngay|nay|cua|quyet|cong|nghi|ke|huong|thong|chi|to|bao)", Options, Timeout)]
    public static partial Regex AttachedTo();

    // van ban den qua mang | cong van den | luu ho so so: | kinh chuyen d/c | den so: 12 | ngay: 3/4/2012 (of a stamp)
    [GeneratedRegex(@"\b(van\s+ban|cong\s+van)\s+den(\b.{0,16})$|^den\b[\s.:_…]*(so|ngay|gio|$)|^(so\s+den|ngay\s+den|gio\s+den)|^luu\s+ho\s+so\b|^kinh\s+chuyen\b|^chuyen\s*:|^chuyen\s+(dc|d/c)\b", Options, Timeout)]
    public static partial Regex Stamp();

    // cong ... / van ... / den ... one under the other
    [GeneratedRegex(@"^(cong|van|den|ban)\b", Options, Timeout)]
    public static partial Regex StampColumn();

    // 12 | - 3 - | trang 2/5
    [GeneratedRegex(@"^(-\s*)?(trang\s*)?\d{1,4}(\s*/\s*\d{1,4})?(\s*-)?$", Options, Timeout)]
    public static partial Regex PageNumber();

    // cong bao/so 695 + 696/ngay 22-8-2022 | 58 cong bao/so ...
    [GeneratedRegex(@"^(\d{1,4}\s+)?cong bao\s*/\s*so\b.{0,60}$", Options, Timeout)]
    public static partial Regex GazetteHead();

    // hoa toc | thuong khan | khan | du thao | ban sao | ban chinh
    [GeneratedRegex(@"^\W*(hoa toc( hen gio)?|thuong khan|khan|du thao( lan \d+)?|luu hanh noi bo|ban chinh)\W*$", Options, Timeout)]
    public static partial Regex Urgency();

    // khoa xvi, ky hop thu 18 | khoa xv - ky hop thu 3 | nhiem ky 2021 - 2026 : which assembly, below its name
    [GeneratedRegex(@"^\W?(khoa ([ivx]+|\d+)|ky hop (thu|lan)|nhiem ky \d)\b.{0,80}$", Options, Timeout)]
    public static partial Regex Session();

    // (trinh tai hoi nghi ... lan thu 13) | (du thao) | (tai lieu phuc vu ...)
    [GeneratedRegex(@"^\((trinh|du thao|tai lieu|so lieu|tinh den|phuc vu|thong qua|bao cao tai)\b", Options, Timeout)]
    public static partial Regex TitleNote();

    // cua ban bi thu so 26-ct/tw ngay 21 thang 6 nam 2001 | so 04-ct/tw ngay 06/7/2011 cua ban bi thu | 255-kl/tw cua bo chinh tri
    [GeneratedRegex(
        @"^(?<of>cua\s(?:(?!\s(so|ve|ngay|khoa)\s).){3,80}(\skhoa\s[ivx]+)?)?\s*(so\s*:?\s*)?(?<no>\d{1,5}[a-z]?\s?[-/]\s?[^\s,;]{2,40})?,?\s*(ngay\s*(?<day>\d{1,2}\s*thang\s*\d{1,2}\s*nam\s*\d{4}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}),?\s*)?(?<of>cua\s(?:(?!\s(so|ve|ngay|v/v)\s).){3,80}(\skhoa\s[ivx]+)?)?\s*",
        Options,
        Timeout)]
    public static partial Regex Heading();
}
