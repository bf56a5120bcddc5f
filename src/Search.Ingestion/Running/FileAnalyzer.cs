using System.Security.Cryptography;
using Search.Ingestion.Discovery;
using Search.Ingestion.Reading;
using Search.Ingestion.Steps;

namespace Search.Ingestion.Running;

/// <summary>The part of a file's way that needs no other document: load, hash, and the steps before resolving.</summary>
internal sealed class FileAnalyzer(IngestionPipeline pipeline, FormatReaders readers, KnowledgeOptions options)
{
    /// <param name="work">What to analyze.</param>
    /// <param name="isKnown">Tells by the hash whether analyzing can be left out.</param>
    /// <param name="ct">Stops between steps.</param>
    public async Task<AnalyzedFile> AnalyzeAsync(WorkItem work, Func<string, bool> isKnown, CancellationToken ct)
    {
        var slow = work.MayTakeLong ? readers.For(work.Path) as IDeferrableReader : null;
        using var turn = slow is null ? null : await slow.TakeTurnAsync(work.Path, ct).ConfigureAwait(false);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var limit = slow?.Timeout ?? options.FileTimeout;
        deadline.CancelAfter(limit);
        IngestionItem? item = null;
        var running = DedicatedThreadScheduler.Run(
            () =>
            {
                item = Load(work, deadline.Token);
                if (!isKnown(item.Sha256))
                {
                    IngestionPipeline.Run(pipeline.Parallel, item, deadline.Token);
                }

                return new AnalyzedFile(work, item);
            });
        try
        {
            // A step that does not look at the token is left behind rather than waited for; what it runs in another process
            // is ended there.
            return await running.WaitAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            var refusal = Refusals.Timeout(limit);
            refusal.Step = item?.Step ?? "load";
            return new AnalyzedFile(work, item, refusal);
        }
        catch (FileRefusedException refusal) when (string.Equals(refusal.Step, "load", StringComparison.Ordinal))
        {
            return new AnalyzedFile(work, item, Failure: refusal);
        }
        catch (FileRefusedException refusal) when (string.Equals(refusal.Code, IDeferrableReader.Deferred, StringComparison.Ordinal))
        {
            return new AnalyzedFile(work, null) { Deferred = true };
        }
        catch (FileRefusedException refusal)
        {
            return new AnalyzedFile(work, item, refusal);
        }
        catch (OutOfMemoryException)
        {
            return new AnalyzedFile(work, item, Refusals.OutOfMemory());
        }
        catch (IOException error)
        {
            return new AnalyzedFile(work, item, Failure: Refusals.Unreadable(error));
        }
    }

    /// <summary>Analyses a file on the calling thread, whatever is known of its hash.</summary>
    public AnalyzedFile Analyze(WorkItem work, CancellationToken ct) =>
        AnalyzeAsync(work with { MayTakeLong = true }, static _ => false, ct).GetAwaiter().GetResult();

    /// <summary>The same while the file on disk is what was read; a failure, to be tried again, when it has changed since.</summary>
    public static AnalyzedFile IfUnchanged(AnalyzedFile analyzed)
    {
        if (analyzed.Work.File is not { } file)
        {
            return analyzed;
        }

        var now = new FileInfo(file.FullPath);
        if (!now.Exists)
        {
            return new AnalyzedFile(analyzed.Work, null, Failure: Refusals.Vanished());
        }

        return now.Length == file.Size && now.LastWriteTimeUtc == file.Modified.UtcDateTime
            ? analyzed
            : new AnalyzedFile(analyzed.Work, null, Failure: Refusals.Changing());
    }

    /// <summary>Reads a file as a whole, and only if it stays the same while it is read.</summary>
    public static byte[] Read(FoundFile file, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            var bytes = System.IO.File.ReadAllBytes(file.FullPath);
            var after = new FileInfo(file.FullPath);
            if (!after.Exists)
            {
                throw Refusals.Vanished();
            }

            return bytes.Length == file.Size && after.LastWriteTimeUtc == file.Modified.UtcDateTime
                ? bytes
                : throw Refusals.Changing();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refusals.Vanished();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Refusals.Unreadable(error);
        }
    }

    private static IngestionItem Load(WorkItem work, CancellationToken ct)
    {
        var bytes = work.Load(ct);
        return new IngestionItem
        {
            Path = work.Path,
            Bytes = bytes,
            Size = bytes.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Modified = work.Modified,
            MayTakeLong = work.MayTakeLong,
            Heading = work.Heading,
        };
    }
}
