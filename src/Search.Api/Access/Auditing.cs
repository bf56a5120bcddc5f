using Search.Api.Collections;
using Search.Store.Audit;

namespace Search.Api.Access;

/// <summary>
/// Routes that leave an entry in the audit log of the collection they are about: on disk before the answer goes out, with the
/// document, file or list it is about, never with the text of a query.
/// </summary>
internal static class Auditing
{
    /// <summary>Whatever succeeds is noted.</summary>
    /// <param name="builder">The routes.</param>
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    public static T Audited<T>(this T builder, string action)
        where T : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(async (call, next) =>
        {
            var result = await next(call);
            var http = call.HttpContext;
            // What failed throws a problem and does not come here.
            Append(http, action, Subject(http), (string?)http.Request.Query["format"] is { Length: > 0 and < 20 } format ? format : null);
            return result;
        });

    /// <summary>Reading a document that bears a secrecy mark is noted.</summary>
    public static T AuditsSecretReads<T>(this T builder)
        where T : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(async (call, next) =>
        {
            var http = call.HttpContext;
            var collection = http.RequestServices.GetRequiredService<CurrentCollection>().Collection;
            // What everyone may see lies in the open collection, which holds no mark.
            if (!ReferenceEquals(collection, http.RequestServices.GetRequiredService<CollectionRegistry>().Open))
            {
                // The route names one document, a comparison two.
                string?[] named = [http.Request.RouteValues["slug"] as string, http.Request.Query["a"], http.Request.Query["b"]];
                foreach (var document in named.OfType<string>().Where(name => name.Length > 0).Select(name => Secret(collection, name)).OfType<Documents.Document>())
                {
                    Append(http, AuditActions.SecretRead, document.Key.Value, document.Secrecy);
                }
            }

            return await next(call);
        });

    private static Documents.Document? Secret(HostedCollection collection, string slug)
    {
        try
        {
            return collection.Documents.Record(slug).Document is { Secrecy: not null } document ? document : null;
        }
        catch (Application.Errors.SearchException)
        {
            // The route itself says what is wrong.
            return null;
        }
    }

    private static string Subject(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var subject = (string?)http.Request.Query["name"] is { Length: > 0 } name ? $"{path} {name}" : path;
        return subject.Length <= 300 ? subject : subject[..300];
    }

    private static void Append(HttpContext http, string action, string subject, string? detail)
    {
        var caller = http.Features.Get<Caller>()!;
        var collection = http.RequestServices.GetRequiredService<CurrentCollection>().Collection;
        AuditLog.Append(collection.System.Store.Records, new AuditEntry(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), caller.Name, action, subject, detail));
    }
}
