using System.Globalization;
using Search.Documents;
using Search.Text;

namespace Search.Citations.Resolution;

/// <summary>Links an entity to the one document it can be, by the rows of <see cref="LinkRule.Table"/>, or to a stub, or leaves it open.</summary>
internal sealed class RegistryMatcher(Facts facts, IDocumentRegistry registry, Document host, WorkBudget budget)
{
    /// <summary>The likeness of titles from which a document is among those that a mention by title may mean.</summary>
    public const double LikeTitle = 0.8;

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
        var own = OwnKey(entity, docket, place);
        var known = registry.FindByNumber(docket.Canonical).Where(document => !IsShadow(document, own))
            .Select(document => Judge(entity, docket, document, place)).OfType<LinkEvidence>().ToList();
        foreach (var rule in LinkRule.Table)
        {
            var met = known.FindAll(evidence => rule.Meets(evidence, known));
            if (met.Count == 0)
            {
                continue;
            }

            if (met is [{ Document.IsDoubtful: true, Date: Agreement.Agree }])
            {
                break; // number and date name it without the register
            }

            if (rule.Confidence > 0 && met is [{ Document.IsDoubtful: false }])
            {
                entity.LinkTo(met[0].Document, rule.Reason, rule.Confidence);
            }
            else
            {
                entity.LeaveOpen([.. (rule.Confidence > 0 ? met : known.FindAll(evidence => evidence.Period == met[0].Period)).Select(evidence => evidence.Document)],
                    rule.Confidence == 0 ? rule.Reason : met.Count > 1 ? "Nhiều văn bản trùng số và khớp những điều đã nêu." : "Văn bản khớp những điều đã nêu chỉ có một nguồn.");
            }

            return;
        }

        Stub(entity, docket, own);
    }

    /// <summary>The key that a mention alone gives: by its date, its year or term, or none of them.</summary>
    private DocumentKey OwnKey(Entity entity, Docket docket, string? place) => entity.Date is { } date
        ? DocumentKey.ForNumber(docket.Canonical, place, date)
        : DocumentKey.ForNumber(
            docket.Canonical, place,
            HasPeriod(entity, docket) ? entity.Year?.ToString(CultureInfo.InvariantCulture) ?? entity.Term ?? docket.Year! : DocumentKey.Unknown);

    /// <summary>Whether a stub knows no more than a mention says, so that it came from such mentions and is no evidence for
    /// them: else the second paper to cite a document would be surer of it than the first, whichever that is.</summary>
    /// <param name="document">What the registry found.</param>
    /// <param name="own">The key that the mention alone gives.</param>
    private static bool IsShadow(KnownDocument document, DocumentKey own) => document.Status == DocumentStatus.Stub && !document.IsRegistered
        && (document.Key.Equals(own)
            || (document.Key.Place is DocumentKey.Unknown && own.Place is not DocumentKey.Unknown && string.Equals(document.Key.DatePart, own.DatePart, StringComparison.Ordinal)));

    /// <summary>What no known document can be: a stub where the mention names one beyond doubt.</summary>
    private void Stub(Entity entity, Docket docket, DocumentKey own)
    {
        if (entity.Date is not null)
        {
            // A stub known only by year or term may be this document; the date says more, so it names the key.
            Stub(entity, own, "Chưa có trong kho; xác định bằng số và ngày.", 0.95);
        }
        else if (HasPeriod(entity, docket))
        {
            Stub(entity, own, "Chưa có trong kho; xác định bằng số và năm hoặc khóa.", 0.8);
        }
        else if (entity.Issuer is not null && docket.Organ is not null)
        {
            Stub(entity, own, "Chưa có trong kho; biết số và cơ quan ban hành, chưa rõ ngày.", 0.6);
        }
        else
        {
            entity.Reason = "Chỉ có số, thiếu ngày, khóa và cơ quan ban hành.";
        }
    }

    private bool HasPeriod(Entity entity, Docket docket) =>
        entity.Term is not null || entity.Year is not null || (docket.Year is not null && !facts.IsShared(docket));

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
            if (titled is [{ IsDoubtful: false }])
            {
                entity.LinkTo(titled[0], "Trùng loại, số thứ tự và nội dung trích yếu.", 0.85);
                return;
            }
        }

        if (known is [{ IsDoubtful: false }] && evidence >= 2)
        {
            entity.LinkTo(known[0], "Trùng loại, số thứ tự và năm hoặc khóa; không có văn bản nào khác.", 0.8);
        }
        else if (known.Count > 0)
        {
            entity.LeaveOpen(known, "Tên rút gọn; có thể là các văn bản này.");
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

        var known = registry.FindByTitle(entity.Type, entity.Title, Entity.MaxCandidates)
            .Where(document => FitsShort(entity, document) && !IsLater(document)).ToList();
        var same = known.Where(document => Likeness.SameTitles(entity.Title, document.Title) >= 0.85
            && (entity.Issuer is not null || entity.Year is not null || entity.Term is not null || document.Docket is null)).ToList();
        if (same.Count == 1)
        {
            entity.LinkTo(same[0], "Trùng loại và trích yếu.", 0.85);
        }
        else if (known.FindAll(document => Likeness.Titles(entity.Title, document.Title) >= LikeTitle) is { Count: > 0 and <= 5 } like)
        {
            entity.LeaveOpen(like, "Không có số; nội dung gần với các văn bản này.");
        }
        else
        {
            entity.Reason = "Không có số; chưa xác định được văn bản.";
        }
    }

    /// <summary>Links to a document of the registry by key, as a nickname of the catalogue gives it.</summary>
    public bool SettleKey(Entity entity, string key, string reason, double confidence)
    {
        if (!DocumentKey.TryParse(key, out var parsed) || registry.Find(parsed) is not { IsDoubtful: false } known)
        {
            return false;
        }

        entity.LinkTo(known, reason, confidence);
        return true;
    }

    private bool SettleReading(Entity entity, ref Docket docket)
    {
        var matching = entity.Readings
            .Where(reading => registry.FindByNumber(reading.Canonical).Any(document => Judge(entity, reading, document, facts.Place(reading, entity.ProvinceId)) is { Date: Agreement.Agree }))
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

    /// <summary>What speaks for and against a document of the number; null where the mention cannot mean it: another place, year,
    /// term, issuer or day, or issued after the citing document.</summary>
    private LinkEvidence? Judge(Entity entity, Docket docket, KnownDocument document, string? place)
    {
        budget.Spend();
        var date = LinkEvidence.CompareDates(entity.Date, document.Date);
        var subject = LinkEvidence.CompareSubjects(entity.Title, document.Title);
        if ((date == Agreement.Contradict && subject != Agreement.Agree) || (entity.Date is null && (IsLater(document) || (entity.Year is { } year && YearOf(document) is { } known && known != year))))
        {
            return null;
        }

        if (!facts.MayBeOfTerm(document.Date, entity.Term, document.Docket) || (entity.Term is not null && document.Term is not null && !string.Equals(entity.Term, document.Term, StringComparison.Ordinal) && place is null))
        {
            return null;
        }

        if (place is not null && !SamePlace(document, place) && !(date == Agreement.Agree && (string.Equals(place, DocumentKey.Unknown, StringComparison.Ordinal) || document.ProvinceId is null)))
        {
            return null;
        }

        // Of a sign that one body has a misspelt name says nothing: "57-NQ/TW của Bộ phình trị".
        if (!Likeness.Issuers(entity.Issuer, document.Issuer) && date != Agreement.Agree && (place is not null || facts.IsBody(entity.Issuer!)))
        {
            return null;
        }

        // A document known by number and issuer alone says nothing of its year: a mention with one is another document until it is known better.
        var period = entity.Date is null && HasPeriod(entity, docket);
        if ((period && YearOf(document) is null && document.Term is null) || (entity.Date is not null && date == Agreement.Absent))
        {
            return null;
        }

        return new LinkEvidence(
            document, date, period ? Agreement.Agree : Agreement.Absent, subject,
            entity.Issuer is null ? Agreement.Absent : Agreement.Agree,
            host.Date is { } hostDate && document.Date is { } day && facts.SameTerm(hostDate, day) ? Agreement.Agree : Agreement.Absent);
    }

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

        // A stub that is known by its year alone is no document of another year: "Luật … ngày 19 tháng 6 năm 2015" is not that of 2025.
        return (entity.Date is null || document.Date is null || entity.Date == document.Date)
            && ((entity.Date?.Year ?? entity.Year) is not { } year || YearOf(document) is not { } known || known == year)
            && facts.MayBeOfTerm(document.Date, entity.Term, document.Docket)
            && (entity.Issuer is null || (document.Issuer is not null && Likeness.SameBodies(entity.Issuer, document.Issuer)));
    }

    private static bool SamePlace(KnownDocument document, string? place) =>
        place is not null && !string.Equals(place, DocumentKey.Unknown, StringComparison.Ordinal) && string.Equals(document.ProvinceId ?? document.Key.Place, place, StringComparison.Ordinal);

    /// <summary>The year of a document or of a stub known by its year.</summary>
    private static int? YearOf(KnownDocument document) =>
        document.Date?.Year ?? (int.TryParse(document.Key.DatePart, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null);

    /// <summary>A document cannot cite what came after it.</summary>
    private bool IsLater(KnownDocument document) =>
        host.Date is { } date && (document.Date is { } day ? day > date : YearOf(document) > date.Year);

    private void Stub(Entity entity, DocumentKey key, string reason, double confidence)
    {
        if (registry.Find(key) is { IsDoubtful: false } known)
        {
            entity.LinkTo(known, reason, confidence);
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
}
