using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Search.Api.Problems;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Application.UseCases;
using Search.Documents;

namespace Search.Api.Pages;

/// <summary>Answers with a page.</summary>
internal static class PageResults
{
    private const int MostCandidates = 20;

    private static readonly string[] DocumentPages = ["/van-ban/", "/do-thi/", "/lich-su/"];

    public static RazorComponentResult<T> Show<T>(HttpContext context, params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        var all = parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        all[nameof(View.Page)] = PageContext.Of(context);
        return new RazorComponentResult<T>(all) { PreventStreamingRendering = true };
    }

    public static RazorComponentResult<ErrorView> Error(HttpContext context, ProblemKind kind, Problem problem)
    {
        context.Response.Headers.CacheControl = "no-store";
        var asked = kind.Status is StatusCodes.Status404NotFound or StatusCodes.Status409Conflict ? Asked(context.Request.Path.Value ?? "") : null;
        var page = Show<ErrorView>(
            context,
            (nameof(ErrorView.Kind), kind),
            (nameof(ErrorView.Problem), problem),
            (nameof(ErrorView.Asked), asked),
            (nameof(ErrorView.Candidates), asked is null ? [] : Candidates(context.RequestServices, problem, asked)));
        page.StatusCode = kind.Status;
        return page;
    }

    // The last part of an address that names a document, as it was typed.
    private static string? Asked(string path) =>
        Array.Find(DocumentPages, page => path.StartsWith(page, StringComparison.Ordinal)) is { } start
            && path.Length > start.Length && path.Length < start.Length + 120
            ? path[start.Length..].Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)
            : null;

    // The documents that the problem names; without any, those that a look-up of the words finds.
    private static List<DocumentLine> Candidates(IServiceProvider services, Problem problem, string asked)
    {
        try
        {
            var knowledge = services.GetRequiredService<CollectionReader>();
            var named = (problem.Candidates ?? []).Select(key => DocumentKey.TryParse(key, out var parsed) ? knowledge.Summary(parsed) : null)
                .OfType<Store.DocumentSummary>().Select(DocumentLines.Of).ToList();
            return named.Count > 0
                ? named
                : [.. services.GetRequiredService<LookupService>().One(asked).Candidates.Where(line => knowledge.Summary(DocumentKey.Parse(line.Key)) is not null).Take(MostCandidates)];
        }
        catch (Exception e) when (e is SearchException or IOException or InvalidOperationException)
        {
            // The page that says what is wrong does not fail for want of help.
            return [];
        }
    }
}
