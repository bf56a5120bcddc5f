using System.Security.Cryptography;
using System.Text;
using Search.Api.Contracts;
using Search.Documents;
using Search.Store;

namespace Search.Api.Jobs;

/// <summary>From jobs and refusals to what callers see of them.</summary>
internal static class JobLines
{
    public const string JobsPath = "/api/ingest/jobs";
    public const string QuarantinePath = "/api/ingest/quarantine";

    private const int MostLinks = 100;

    public static JobAnswer Of(IngestJob job)
    {
        var first = job.Files.FirstOrDefault(file => file.Code is not null);
        var documents = job.Files.SelectMany(file => file.Documents).Distinct(StringComparer.Ordinal).Take(MostLinks)
            .Select(key => "/api/documents/" + DocumentKey.Parse(key).Slug);
        return new JobAnswer(
            job.Id,
            job.Name,
            job.Status,
            job.CreatedAt,
            job.FinishedAt,
            job.TotalFiles,
            job.Files,
            first?.Code,
            first?.Reason,
            first?.ReasonEn,
            new JobLinks($"{JobsPath}/{job.Id}", [.. documents], job.Status is JobStatus.Quarantined ? QuarantinePath : null));
    }

    public static QuarantineLine Of(QuarantineEntry entry) => new(
        QuarantineId(entry), Text.PersonalData.MaskPath(entry.Path), entry.Size, entry.Step, entry.Code, entry.Reason, entry.ReasonEnglish, entry.At, entry.Attempts);

    /// <summary>A path does not fit into an address as it is; its hash does.</summary>
    public static string QuarantineId(QuarantineEntry entry) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry.Path)).AsSpan(0, 12));
}
