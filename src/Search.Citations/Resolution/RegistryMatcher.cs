using System.Globalization;
using Search.Documents;
using Search.Text;

namespace Search.Citations.Resolution;

// Longer than most files because the rules that link an entity stand in one order, each weaker than the one before it.
/// <summary>Links an entity to the one document of the registry it can be, or to a stub, or leaves it open.</summary>
internal sealed class RegistryMatcher(Facts facts, IDocumentRegistry registry, Document host, WorkBudget budget)
{
    private const int MaxCandidates = 20;

    /// <summary>Settles a numbered entity.</summary>
    public void Settle(Entity entity)
    {
        if (entity.Docket is not { } docket || entity.Target is not null)
        {
            return;
        }

        if (entity.Readings.Count > 0 && !SettleReading(entity, ref docket))
        {
            return;
        }

        var place = facts.Place(docket, entity.ProvinceId);
        var known = registry.FindByNumber(docket.Canonical);
        var fitting = known.Where(document => Fits(entity, document, place)).ToList();
        if (entity.Date is { } date)
        {
            var own = DocumentKey.ForNumber(docket.Canonical, place, date);
            var same = fitting.Where(document => document.Date == date && !IsShadow(document, own)).ToList();
            if (same.Count == 1)
            {
                Link(entity, same[0], "Trùng số, ký hiệu và ngày ban hành.", 1.0);
                return;
            }

            if (same.Count > 1)
            {
                Open(entity, same, "Nhiều văn bản trùng cả số và ngày.");
                return;
            }

            // A stub known only by year or term may be this document; the date says more, so it names the key.
            Stub(entity, own, "Chưa có trong kho; xác định bằng số và ngày.", 0.95);
            return;
        }

        var unnamed = DocumentKey.ForNumber(docket.Canonical, place, UndatedPart(entity, docket, place));
        SettleUndated(entity, docket, place, [.. fitting.Where(document => !IsLater(document) && !IsShadow(document, unnamed))]);
    }

    /// <summary>Whether a stub knows no more than a mention says, so that it came from such mentions and is no evidence for
    /// them: else the second paper to cite a document would be surer of it than the first, whichever that is.</summary>
    /// <param name="document">What the registry found.</param>
    /// <param name="own">The key that the mention alone would give.</param>
    private static bool IsShadow(KnownDocument document, DocumentKey own) => document.Status == DocumentStatus.Stub && !document.IsRegistered
        && (document.Key.Equals(own)
            || (document.Key.Place is DocumentKey.Unknown && own.Place is not DocumentKey.Unknown && string.Equals(document.Key.DatePart, own.DatePart, StringComparison.Ordinal)));

    /// <summary>The part of a key that stands for a date that is not said.</summary>
    private static string UndatedPart(Entity entity, Docket docket, string? place) =>
        entity.Year?.ToString(CultureInfo.InvariantCulture) ?? entity.Term ?? (place is null ? docket.Year : null) ?? DocumentKey.Unknown;

    private void SettleUndated(Entity entity, Docket docket, string? place, List<KnownDocument> fitting)
    {
        var shared = place is not null;
        if (entity.Term is not null || entity.Year is not null || (docket.Year is not null && !shared))
        {
            var dated = fitting.Where(document => YearOf(document) is not null || document.Term is not null).ToList();
            if (dated.Count == 1 && Contradicts(entity, dated[0]))
            {
                Open(entity, dated, "Trùng số và khóa nhưng khác nội dung; số có thể lặp lại trong một nhiệm kỳ.");
                return;
            }

            if (dated.Count == 1 && (!shared || SamePlace(dated[0], place)))
            {
                Link(entity, dated[0], "Trùng số; năm hoặc khóa khớp, không có văn bản nào khác.", 0.95);
                return;
            }

            if (dated.Count > 1)
            {
                Open(entity, dated, "Nhiều văn bản trùng số và khớp năm hoặc khóa.");
                return;
            }

            Stub(entity, DocumentKey.ForNumber(docket.Canonical, place, UndatedPart(entity, docket, place)), "Chưa có trong kho; xác định bằng số và năm hoặc khóa.", 0.8);
            return;
        }

        if (entity.Title is not null)
        {
            var titled = fitting.Where(document => Likeness.Titles(entity.Title, document.Title) >= 0.8).ToList();
            if (titled.Count == 1)
            {
                Link(entity, titled[0], "Trùng số và trích yếu.", 0.9);
                return;
            }
        }

        if (fitting.Count == 1 && Contradicts(entity, fitting[0]))
        {
            Open(entity, fitting, "Trùng số nhưng khác nội dung; chưa đủ để xác định.");
            return;
        }

        if (entity.Issuer is not null && fitting.Count == 1 && (!shared || SamePlace(fitting[0], place)))
        {
            Link(entity, fitting[0], "Trùng số và cơ quan ban hành; không có văn bản nào khác trùng số.", 0.8);
            return;
        }

        if (fitting.Count == 1 && host.Date is { } hostDate && fitting[0].Date is { } day && facts.SameTerm(hostDate, day)
            && (!shared || SamePlace(fitting[0], place)))
        {
            Link(entity, fitting[0], "Trùng số và cùng nhiệm kỳ với văn bản viện dẫn.", 0.7);
            return;
        }

        if (fitting.Count > 0)
        {
            Open(entity, fitting, "Chỉ có số; số đánh lại theo nhiệm kỳ nên chưa đủ để xác định.");
            return;
        }

        if (entity.Issuer is not null && docket.Organ is not null)
        {
            Stub(entity, DocumentKey.ForNumber(docket.Canonical, place, DocumentKey.Unknown),
                "Chưa có trong kho; biết số và cơ quan ban hành, chưa rõ ngày.", 0.6);
            return;
        }

        entity.Reason = "Chỉ có số, thiếu ngày, khóa và cơ quan ban hành.";
    }

    /// <summary>Settles a short form, an abbreviation of no document in the text, by type and running number.</summary>
    public void SettleShort(Entity entity, string sequence)
    {
        if (entity.Type is null)
        {
            entity.Reason = "Không rõ loại văn bản.";
            return;
        }

        var known = registry.FindBySequence(entity.Type, sequence)
            .Where(document => document.Docket is not null && FitsShort(entity, document) && !IsLater(document)).ToList();
        var evidence = (entity.Issuer is not null ? 1 : 0) + (entity.Term is not null || entity.Year is not null || entity.Date is not null ? 2 : 0);
        if (known.Count > 0 && entity.Title is not null)
        {
            var titled = known.Where(document => Likeness.Titles(entity.Title, document.Title) >= 0.75).ToList();
            if (titled.Count == 1)
            {
                Link(entity, titled[0], "Trùng loại, số thứ tự và nội dung trích yếu.", 0.85);
                return;
            }
        }

        if (known.Count == 1 && evidence >= 2)
        {
            Link(entity, known[0], "Trùng loại, số thứ tự và năm hoặc khóa; không có văn bản nào khác.", 0.8);
        }
        else if (known.Count > 0)
        {
            Open(entity, known, "Tên rút gọn; có thể là các văn bản này.");
        }
        else
        {
            entity.Reason = "Tên rút gọn không có trong văn bản và trong kho.";
        }
    }

    /// <summary>Settles a document named by title and issuer.</summary>
    public void SettleTitled(Entity entity)
    {
        if (entity.Type is null || entity.Title is null)
        {
            entity.Reason = "Không đủ thông tin để xác định.";
            return;
        }

        var known = registry.FindByTitle(entity.Type, entity.Title, MaxCandidates)
            .Where(document => FitsShort(entity, document) && !IsLater(document)).ToList();
        var same = known.Where(document => Likeness.SameTitles(entity.Title, document.Title) >= 0.85
            && (entity.Issuer is not null || entity.Year is not null || entity.Term is not null || document.Docket is null)).ToList();
        if (same.Count == 1)
        {
            Link(entity, same[0], "Trùng loại và trích yếu.", 0.85);
        }
        else if (known.Count(document => Likeness.Titles(entity.Title, document.Title) >= 0.8) is > 0 and <= 5)
        {
            Open(entity, [.. known.Where(document => Likeness.Titles(entity.Title, document.Title) >= 0.8)], "Không có số; nội dung gần với các văn bản này.");
        }
        else
        {
            entity.Reason = "Không có số; chưa xác định được văn bản.";
        }
    }

    /// <summary>Links to a document of the registry by key, as a nickname of the catalogue gives it.</summary>
    public bool SettleKey(Entity entity, string key, string reason, double confidence)
    {
        if (!DocumentKey.TryParse(key, out var parsed) || registry.Find(parsed) is not { } known)
        {
            return false;
        }

        Link(entity, known, reason, confidence);
        return true;
    }

    private bool SettleReading(Entity entity, ref Docket docket)
    {
        var matching = entity.Readings
            .Where(reading => registry.FindByNumber(reading.Canonical).Any(document => Fits(entity, document, facts.Place(reading, entity.ProvinceId)) && document.Date == entity.Date && entity.Date is not null))
            .ToList();
        if (matching.Count != 1)
        {
            entity.Candidates = [.. entity.Readings.Select(reading => DocumentKey.ForNumber(reading.Canonical, facts.Place(reading, entity.ProvinceId), entity.Date))];
            entity.Reason = "Ký hiệu bị lỗi nhận dạng, có nhiều cách đọc.";
            return false;
        }

        docket = entity.Docket = matching[0];
        entity.Readings = [];
        return true;
    }

    private bool Fits(Entity entity, KnownDocument document, string? place)
    {
        budget.Spend();
        if (entity.Date is not null && document.Date is not null && entity.Date != document.Date)
        {
            return false;
        }

        if (entity.Year is { } year && YearOf(document) is { } known && known != year)
        {
            return false;
        }

        if (!facts.MayBeOfTerm(document.Date, entity.Term, document.Docket) || (entity.Term is not null && document.Term is not null && !string.Equals(entity.Term, document.Term, StringComparison.Ordinal) && place is null))
        {
            return false;
        }

        if (place is not null && !SamePlace(document, place) && !(entity.Date is not null && entity.Date == document.Date && (string.Equals(place, DocumentKey.Unknown, StringComparison.Ordinal) || document.ProvinceId is null)))
        {
            return false;
        }

        return Likeness.Issuers(entity.Issuer, document.Issuer) || entity.Date == document.Date && entity.Date is not null;
    }

    /// <summary>Whether the subjects named have hardly a telling word in common: a number can occur twice in a term, and nearly
    /// always does over the terms.</summary>
    private static bool Contradicts(Entity entity, KnownDocument document) =>
        entity.Title is not null && document.Title is { } title
        && Likeness.IsTelling(entity.Title) && Likeness.IsTelling(title) && Likeness.Titles(entity.Title, title) < 0.34;

    private bool FitsShort(Entity entity, KnownDocument document)
    {
        budget.Spend();
        if (document.Docket is { } docket && facts.IsShared(docket))
        {
            var province = entity.ProvinceId;
            if (province is null || !string.Equals(province, document.ProvinceId, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return (entity.Date is null || document.Date is null || entity.Date == document.Date)
            && (entity.Year is null || document.Date is not { } day || day.Year == entity.Year)
            && facts.MayBeOfTerm(document.Date, entity.Term, document.Docket)
            && (entity.Issuer is null || (document.Issuer is not null && Likeness.Issuers(entity.Issuer, document.Issuer)));
    }

    private static bool SamePlace(KnownDocument document, string? place) =>
        place is not null && !string.Equals(place, DocumentKey.Unknown, StringComparison.Ordinal) && string.Equals(document.ProvinceId ?? document.Key.Place, place, StringComparison.Ordinal);

    /// <summary>The year of a document or of a stub known by its year.</summary>
    private static int? YearOf(KnownDocument document) =>
        document.Date?.Year ?? (int.TryParse(document.Key.DatePart, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null);

    /// <summary>A document cannot cite what came after it.</summary>
    private bool IsLater(KnownDocument document) => host.Date is { } date && document.Date > date;

    private static void Link(Entity entity, KnownDocument known, string reason, double confidence)
    {
        entity.Target = new CitationTarget
        {
            Key = known.Key,
            Header = known.Header with { Type = known.Type ?? entity.Type, Issuer = known.Issuer ?? entity.Issuer },
            Status = known.Status == DocumentStatus.Known ? DocumentStatus.Stub : known.Status,
        };
        entity.Reason = reason;
        entity.Confidence = confidence;
    }

    private void Stub(Entity entity, DocumentKey key, string reason, double confidence)
    {
        if (registry.Find(key) is { } known)
        {
            Link(entity, known, reason, confidence);
            return;
        }

        entity.Target = new CitationTarget
        {
            Key = key,
            Header = new DocumentHeader
            {
                Docket = entity.Docket,
                Type = entity.Type,
                Issuer = entity.Issuer,
                Date = entity.Date,
                Title = entity.Title,
            },
            Status = DocumentStatus.Stub,
        };
        entity.Reason = reason;
        entity.Confidence = confidence;
    }

    private static void Open(Entity entity, List<KnownDocument> candidates, string reason)
    {
        entity.Candidates = [.. candidates.Take(MaxCandidates).Select(document => document.Key).OrderBy(key => key)];
        entity.Reason = reason;
    }
}
