namespace Search.Citations.Scanning;

/// <summary>The fixed phrases of citation grammar, each list a small trie: add a phrase here and a case to the tables.</summary>
internal sealed class GrammarPhrases(Vocabulary words)
{
    /// <summary>"Chỉ thị nêu trên": points back to a document named before.</summary>
    public PhraseTrie Back { get; } = Build(words,
        "nêu trên", "nói trên", "kể trên", "đã nêu trên", "vừa nêu", "trên đây", "dẫn trên", "đã nêu", "trên");

    /// <summary>Verbs between an issuer and the document it issued: "Ban Bí thư ban hành Chỉ thị số …".</summary>
    public PhraseTrie Issuing { get; } = Build(words,
        "ban hành", "đã ban hành", "đã có", "có", "ra", "đã ra", "ký", "ký ban hành", "đã ký", "đã ký ban hành", "công bố",
        "thông qua", "đã thông qua", "gửi", "đã gửi", "phê duyệt", "đã phê duyệt", "có ban hành");

    /// <summary>Words that announce a short name.</summary>
    public PhraseTrie Naming { get; } = Build(words,
        "sau đây gọi tắt là", "sau đây gọi là", "sau đây gọi chung là", "sau đây viết tắt là", "dưới đây gọi tắt là",
        "dưới đây gọi là", "dưới đây viết tắt là", "gọi tắt là", "gọi chung là", "viết tắt là", "sau gọi tắt là", "gọi là");

    /// <summary>Verbs before a document that is still to be written: no document to cite.</summary>
    public PhraseTrie Drafting { get; } = Build(words,
        "xây dựng", "soạn thảo", "dự thảo", "gửi", "lập", "tham mưu", "đề xuất", "viết", "hoàn thiện", "hoàn thành", "trình",
        "chuẩn bị", "thẩm định", "góp ý");

    /// <summary>Verbs with which the host issues something new.</summary>
    public PhraseTrie Enacting { get; } = Build(words, "ban hành", "xây dựng");

    /// <summary>Links an attachment to the document that carries it.</summary>
    public PhraseTrie Attached { get; } = Build(words,
        "ban hành kèm theo", "được ban hành kèm theo", "ban hành kèm", "kèm theo", "ban hành tại", "ban hành theo",
        "được ban hành theo", "được ban hành tại", "được phê duyệt tại", "phê duyệt tại", "được phê duyệt theo");

    /// <summary>Words before many documents at once: they break the chain of a bare noun.</summary>
    public PhraseTrie Plural { get; } = Build(words,
        "các", "những", "một số", "nhiều", "mọi", "hai", "ba", "bốn", "năm", "mỗi", "từng", "tất cả các");

    /// <summary>Measures: a figure before one of them is no running number ("Kế hoạch 5 năm").</summary>
    public PhraseTrie Measures { get; } = Build(words,
        "năm", "tháng", "ngày", "giờ", "tuần", "quý", "nội dung", "vấn đề", "điểm", "điều", "khoản", "nhóm", "nhiệm vụ",
        "giải pháp", "triệu", "tỷ", "nghìn", "đồng", "lần", "bước", "đồng chí", "cán bộ", "xã", "huyện", "tỉnh", "phường",
        "người", "bộ", "cấp", "giai đoạn", "trang", "bản", "văn bản", "chương", "phần", "tập", "cuộc", "công trình", "dự án",
        "mục tiêu", "chỉ tiêu", "hộ", "km", "ha", "đợt", "lớp", "khâu", "tiêu chí", "trụ cột", "đột phá", "quốc gia", "nước",
        "chính sách", "đối tượng", "bên", "trường hợp", "loại", "phút", "vạn", "tấn", "m", "đ", "đảng viên", "hội nghị");

    /// <summary>Where a title ends.</summary>
    public PhraseTrie TitleStops { get; } = Build(words,
        "ban hành kèm theo", "được ban hành", "và các", "và nhiều", "và một số", "và những", "gắn với việc thực hiện", "đã được",
        "theo các nội dung", "ban hành", "sau đây gọi", "sau đây viết", "dưới đây gọi", "có hiệu lực", "đến các", "đến cán bộ",
        "trong thời gian tới", "như sau", "cho thấy", "đã đạt", "còn nguyên", "và Hướng dẫn", "và Chỉ thị", "và Nghị quyết");

    /// <summary>First words of bodies whose names go on with a type word.</summary>
    public PhraseTrie BodyHeads { get; } = Build(words, "bộ", "sở", "phòng", "vụ", "cục", "ban", "viện", "ủy ban");

    /// <summary>After an issuer that may be any of its kind.</summary>
    public PhraseTrie AnyPlace { get; } = Build(words, "cấp", "các cấp", "nơi", "có thẩm quyền");

    /// <summary>Before a number that is a form's or a template's.</summary>
    public PhraseTrie Forms { get; } = Build(words, "mẫu", "biểu mẫu", "biểu", "theo mẫu", "mẫu đơn", "phiếu", "hợp đồng", "tài khoản", "giấy phép");

    /// <summary>Measures of time: a figure before one is a quantity, whatever its zeros ("Báo cáo 06 tháng").</summary>
    public PhraseTrie Times { get; } = Build(words, "tháng", "giờ", "tuần", "quý", "phút");

    /// <summary>Verbs that follow the name of a law and never belong to it.</summary>
    public PhraseTrie AfterLaw { get; } = Build(words,
        "thực hiện", "quy định", "gửi", "nếu", "áp dụng", "hướng dẫn", "sửa đổi", "ban hành", "thì", "này", "hiện hành", "nêu", "thông qua");

    /// <summary>Date of effect.</summary>
    public PhraseTrie Effect { get; } = Build(words,
        "có hiệu lực thi hành kể từ", "có hiệu lực thi hành từ", "có hiệu lực kể từ", "có hiệu lực từ", "hiệu lực thi hành kể từ",
        "có hiệu lực thi hành");

    /// <summary>Verbs after a type noun at the head of a sentence, where the capital proves nothing.</summary>
    public PhraseTrie Asserting { get; } = Build(words,
        "nêu rõ", "khẳng định", "yêu cầu", "chỉ rõ", "xác định", "quy định", "đã", "còn nguyên", "vẫn còn", "được ban hành", "ra đời",
        "nhấn mạnh", "đề ra", "đặt ra", "có ý nghĩa", "là");

    /// <summary>Names of documents of other nations and of the Party's founding texts, known by name alone.</summary>
    public PhraseTrie NamedHeads { get; } = Build(words,
        "hiến chương", "công ước", "hiệp định", "hiệp ước", "nghị định thư", "tuyên ngôn", "tuyên bố chung", "di chúc");

    /// <summary>Pinpoint nouns.</summary>
    public PhraseTrie Pinpoints { get; } = Build(words,
        "điểm", "khoản", "điều", "mục", "tiểu mục", "phần", "chương", "tiết", "đoạn", "phụ lục", "tiểu tiết", "ý");

    /// <summary>Plenums and congresses: what follows is not a number of a document.</summary>
    public PhraseTrie Plenum { get; } = Build(words,
        "hội nghị trung ương", "trung ương", "hội nghị lần thứ", "hội nghị ban chấp hành trung ương lần thứ", "hội nghị bch trung ương lần thứ",
        "hội nghị bchtw lần thứ", "hội nghị bch tw lần thứ", "hội nghị tw", "tw", "hội nghị lần");

    /// <summary>Verbs before the date of issue.</summary>
    public PhraseTrie Dated { get; } = Build(words, "ban hành", "được ban hành", "ký");

    /// <summary>After the number of a congress.</summary>
    public PhraseTrie OfParty { get; } = Build(words, "của đảng", "đảng cộng sản việt nam", "của đảng cộng sản việt nam");

    /// <summary>Small words that may follow a noun that names a document, and never go on with its name.</summary>
    public PhraseTrie Following { get; } = Build(words,
        "và", "trong", "của", "đến", "cho", "theo", "tại", "với", "để", "được", "đã", "có", "phải", "nêu", "thì", "là", "còn", "vẫn",
        "sẽ", "do", "từ", "đối", "bằng", "nhằm", "ở", "như", "mà", "bảo đảm", "đạt", "khi", "cần", "chưa", "không", "một cách",
        "sâu rộng", "nghiêm túc", "hiệu quả", "luật pháp", "hoặc", "gắn", "về", "tới", "đúng", "trên địa bàn", "năm");

    /// <summary>After "Chỉ thị trên".</summary>
    public PhraseTrie AfterAbove { get; } = Build(words,
        "và", "của", "đến", "tới", "được", "đã", "có", "để", "tại", "cho", "phải", "là", "thì", "cần", "còn", "theo", "nhằm", "với");

    /// <summary>What reports are about.</summary>
    public PhraseTrie Reporting { get; } = Build(words,
        "sơ kết", "tổng kết", "kết quả", "tình hình", "đánh giá", "giám sát", "kiểm tra", "thẩm tra", "chính trị");

    /// <summary>How many of <see cref="Validity"/> say that the document holds; the rest say that it does not.</summary>
    public const int ValidPhrases = 9;

    /// <summary>Statements of validity after a mention.</summary>
    public PhraseTrie Validity { get; } = Build(words,
        "còn nguyên giá trị", "vẫn còn nguyên giá trị", "vẫn còn giá trị", "vẫn còn hiệu lực", "tiếp tục có hiệu lực", "còn hiệu lực",
        "còn giá trị", "vẫn giữ nguyên giá trị", "giữ nguyên giá trị",
        "hết hiệu lực", "hết hiệu lực thi hành", "không còn giá trị", "không còn hiệu lực", "chấm dứt hiệu lực");

    /// <summary>Reviews; the first is tổng kết, the others sơ kết.</summary>
    public PhraseTrie Reviewing { get; } = Build(words, "tổng kết", "sơ kết");

    /// <summary>What may stand between a review and the verb it governs: "tổng kết 10 năm quán triệt và thực hiện".</summary>
    public PhraseTrie BetweenReview { get; } = Build(words,
        "năm", "việc", "quán triệt", "và", "quá trình", "tình hình", "kết quả", "công tác", "phổ biến", "triển khai", "tổ chức", "một");

    /// <summary>Words that begin like a trigger and are none.</summary>
    public PhraseTrie NotTriggers { get; } = Build(words,
        "theo dõi", "xem xét", "tại hội nghị", "theo thẩm quyền", "theo hướng", "theo từng", "theo đó", "theo phương châm");

    /// <summary>After a verb in the passive.</summary>
    public PhraseTrie Passive { get; } = Build(words, "bởi", "bằng");

    /// <summary>Congresses.</summary>
    public PhraseTrie Congress { get; } = Build(words,
        "đại hội", "đại hội lần thứ", "đại hội đảng lần thứ", "đại hội đại biểu toàn quốc lần thứ", "đại hội đảng toàn quốc lần thứ",
        "đại hội đại biểu toàn quốc của đảng lần thứ", "đại hội toàn quốc lần thứ", "đại hội đảng", "đh");

    private static PhraseTrie Build(Vocabulary words, params ReadOnlySpan<string> phrases)
    {
        var trie = new PhraseTrie(words, exact: true);
        for (var i = 0; i < phrases.Length; i++)
        {
            trie.Add(phrases[i], i);
        }

        return trie.Freeze();
    }
}
