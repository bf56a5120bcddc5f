using System.Globalization;
using Search.Api.Collections;
using Search.Api.Problems;
using Search.Application.Reading;
using Search.Engine;
using Search.Store;

namespace Search.Api.Hosting;

/// <summary>
/// Every answer says which revision of the collection it holds at least (<c>X-Revision</c>), and a caller that knows of a
/// revision asks for no older one (<c>min-revision</c>): so everybody sees their own writes, whichever node answers. A node that
/// answers though it is further behind than it should be says how far (<c>X-Stale</c>).
/// </summary>
internal static class RevisionHeaders
{
    /// <summary>Name of the header.</summary>
    public const string Header = "X-Revision";

    /// <summary>Name of the header of an answer that may be too old: for how many seconds the copy has lacked what was written since.</summary>
    public const string Stale = "X-Stale";

    /// <summary>Name of the parameter.</summary>
    public const string Parameter = "min-revision";

    private static readonly TimeSpan Most = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Puts the middleware in; who asks must be known before.</summary>
    public static void UseRevisions(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var reader = context.RequestServices.GetRequiredService<CurrentCollection>().Collection.CollectionReader;
        var node = context.RequestServices.GetRequiredService<SharedNode>();
        if (context.Request.Query.TryGetValue(Parameter, out var asked))
        {
            await WaitAsync(reader, Read(asked.ToString()), context.RequestAborted);
        }

        // Read before the answer is made, so that the answer holds it; after a write, so that the caller learns of it.
        var before = HttpMethods.IsGet(context.Request.Method) ? Visible(reader) : null;
        context.Response.OnStarting(() =>
        {
            if ((before ?? Visible(reader)) is { } revision)
            {
                context.Response.Headers[Header] = revision.ToString(CultureInfo.InvariantCulture);
            }

            if (node.IsStale)
            {
                context.Response.Headers[Stale] = ((long)node.Lag.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return Task.CompletedTask;
        });
        await next(context);
    });

    private static long Read(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
        ? revision
        : throw new ProblemException(
            ProblemKinds.InvalidRequest, $"Tham số '{Parameter}' phải là một số nguyên không âm. (The parameter '{Parameter}' is a whole number from 0.)")
        {
            Errors = [new ProblemError(Parameter, "Giá trị không hợp lệ. (The value is not valid.)")],
        };

    // On the system's clock whatever the host's says: it is a caller who waits.
    private static async Task WaitAsync(CollectionReader reader, long revision, CancellationToken ct)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (Visible(reader) is not { } seen || seen < revision)
        {
            if (TimeProvider.System.GetElapsedTime(since) >= Most)
            {
                throw new ProblemException(
                    ProblemKinds.Unavailable,
                    $"Máy chủ này chưa có bản {revision}; hãy thử lại sau. (This server does not have revision {revision} yet; try again later.)");
            }

            await Task.Delay(Pause, TimeProvider.System, ct);
        }
    }

    /// <summary>The revision that both the store and the index hold; null where there is no index to answer from.</summary>
    private static long? Visible(CollectionReader reader)
    {
        try
        {
            using var lease = reader.Lease();
            return Math.Max(0, Math.Min(reader.Revision, lease.Snapshot.Revision));
        }
        catch (Exception error) when (error is IOException or IndexDamagedException or StoreBusyException)
        {
            return null;
        }
    }
}
