using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Search.Api.Pages;
using Search.Api.Problems;
using Search.Application.Errors;
using Search.Engine;
using Search.Store;

namespace Search.Api.Failures;

/// <summary>Turns every failure into a problem (under <c>/api</c>) or an error page (elsewhere).</summary>
internal static class ProblemHandling
{
    /// <summary>How much of a body past the limit is still read so that its sender gets the answer, and for how long.</summary>
    private const int UnreadBodyBytes = 16 << 20;

    private static readonly TimeSpan UnreadBodyTime = TimeSpan.FromSeconds(2);

    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = OnException,
            SuppressDiagnosticsCallback = context => context.Exception is not null && Describe(context.Exception) is not null,
        });
        app.UseStatusCodePages(context => WriteAsync(
            context.HttpContext, ProblemKinds.ForStatus(context.HttpContext.Response.StatusCode), detail: null));
    }

    /// <summary>Answers with a kind of problem, as JSON or as a page.</summary>
    public static Task WriteAsync(
        HttpContext context, ProblemKind kind, string? detail, ProblemException? source = null)
    {
        var problem = Problem.Of(kind, context, detail) with { Errors = source?.Errors, Candidates = source?.Candidates };
        return LeavesBodyUnread(context, kind) ? AnswerAndCloseAsync(context, Answer) : Answer();

        Task Answer() => WantsPage(context)
            ? PageResults.Error(context, kind, problem).ExecuteAsync(context)
            : new ProblemResult(problem).ExecuteAsync(context);
    }

    /// <summary>
    /// Answers a caller whose body is past the limit. The server drops such a connection, so the answer says so (the next
    /// request would go into a dead one), and the body is read on for a while: a connection that is closed with bytes unread is
    /// reset, which takes the answer away from a caller that still sends (RFC 9112, 9.6).
    /// </summary>
    private static async Task AnswerAndCloseAsync(HttpContext context, Func<Task> answer)
    {
        context.Response.Headers.Connection = "close";
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        await answer();
        await context.Response.CompleteAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        stop.CancelAfter(UnreadBodyTime);
        var buffer = new byte[16 << 10];
        try
        {
            var left = UnreadBodyBytes;
            while (left > 0 && await context.Request.Body.ReadAsync(buffer, stop.Token) is > 0 and var read)
            {
                left -= read;
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The caller has its answer, or has left.
        }
    }

    private static bool LeavesBodyUnread(HttpContext context, ProblemKind kind) =>
        HttpProtocol.IsHttp11(context.Request.Protocol)
        && !context.Response.HasStarted
        && (kind.Status == StatusCodes.Status413PayloadTooLarge
            || context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize);

    private static Task OnException(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var (kind, detail) = (error is null ? null : Describe(error)) ?? (ProblemKinds.Internal, null);
        return WriteAsync(context, kind, detail, error is SearchException asked ? ProblemException.Of(asked) : error as ProblemException);
    }

    // Null for what nobody foresaw: that is logged and answered with 500.
    private static (ProblemKind Kind, string? Detail)? Describe(Exception error) => error switch
    {
        ProblemException problem => (problem.Kind, problem.Message),
        SearchException asked => (ProblemKinds.Of(asked.Kind), asked.Message),
        InvalidCursorException => (ProblemKinds.CursorGone, null),
        BadHttpRequestException bad => (ProblemKinds.ForStatus(bad.StatusCode), Readable(bad)),
        OperationCanceledException => (ProblemKinds.Timeout, null),
        Text.WorkBudgetException => (ProblemKinds.LimitExceeded, "Phân tích văn bản cần quá nhiều bước. (Analyzing the text takes too many steps.)"),
        StoreBusyException => (ProblemKinds.Unavailable, "Kho đang bận; hãy thử lại sau. (The store is busy; try again later.)"),
        StoreDamagedException => (ProblemKinds.Unavailable, "Một phần của kho bị hỏng; người quản trị cần chạy 'search repair'. (A part of the store is damaged; an administrator must run 'search repair'.)"),
        IndexDamagedException => (ProblemKinds.Unavailable, "Chỉ mục chưa mở được; người quản trị cần chạy 'search verify'. (The index cannot be opened; an administrator must run 'search verify'.)"),
        IOException full when IsFull(full) => (ProblemKinds.StorageFull, "Không còn chỗ trên đĩa; không có gì thay đổi. (No room on the disk; nothing changed.)"),
        IOException or UnauthorizedAccessException => (ProblemKinds.Unavailable, "Không đọc hoặc ghi được dữ liệu lúc này; hãy thử lại sau. (The data cannot be read or written now; try again later.)"),
        _ => null,
    };

    /// <summary>ENOSPC, EDQUOT, ERROR_DISK_FULL, or the store's word for them.</summary>
    private static bool IsFull(IOException error) =>
        (error.HResult & 0xFFFF) is 28 or 122 or 112 || (error.InnerException is IOException inner && IsFull(inner));

    // The framework's own words name types of ours that mean nothing to a caller.
    private static string? Readable(BadHttpRequestException bad)
    {
        if (bad.StatusCode != StatusCodes.Status400BadRequest)
        {
            return null;
        }

        var quoted = bad.Message.Split('"');
        if (quoted.Length < 3 || !bad.Message.StartsWith("Failed to bind parameter", StringComparison.Ordinal))
        {
            return "Tham số hoặc nội dung gửi lên không đọc được. (A parameter or the body cannot be read.)";
        }

        var name = quoted[1].Split(' ')[^1];
        name = char.ToLowerInvariant(name[0]) + name[1..];
        return $"Tham số '{name}' không đọc được. (The parameter '{name}' cannot be read.)";
    }

    /// <summary>Whether a caller is a browser that shows a page.</summary>
    internal static bool WantsPage(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase)
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
