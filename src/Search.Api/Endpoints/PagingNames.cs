using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Search.Application.Contracts;
using Search.Application.Errors;

namespace Search.Api.Endpoints;

/// <summary>Refuses the names by which other APIs turn pages and filter: ignored, they would give the first page again and
/// again, or everything where a part was asked for.</summary>
internal static class PagingNames
{
    private static readonly string[] Foreign = ["page", "page_size", "pageSize", "per_page", "perPage", "offset", "start", "skip", "size", "trang"];

    /// <summary>Other names of filters, with the ones they have here. They count where their own name is a parameter.</summary>
    private static readonly (string Other, string Own)[] Filters =
    [
        ("date_from", nameof(SearchQuery.From)), ("date_to", nameof(SearchQuery.To)),
        ("fromDate", nameof(SearchQuery.From)), ("toDate", nameof(SearchQuery.To)),
    ];

    public static RouteGroupBuilder WithPagingNames(this RouteGroupBuilder group)
    {
        group.AddEndpointFilterFactory((factory, next) =>
        {
            var own = factory.MethodInfo.GetParameters().SelectMany(Names).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var refused = Array.FindAll(Foreign, other => !own.Contains(other));
            var renamed = Array.FindAll(Filters, filter => own.Contains(filter.Own) && !own.Contains(filter.Other));
            return context =>
            {
                var query = context.HttpContext.Request.Query;
                if (query.Count > 0 && Array.Find(renamed, filter => query.ContainsKey(filter.Other)) is { Other: not null } found)
                {
                    var called = JsonNamingPolicy.CamelCase.ConvertName(found.Own);
                    throw SearchException.Invalid(
                        found.Other,
                        $"Không có tham số '{found.Other}'; bộ lọc này tên là '{called}'.",
                        $"There is no parameter '{found.Other}'; this filter is called '{called}'.");
                }

                return query.Count > 0 && Array.Find(refused, query.ContainsKey) is { } name
                    ? throw SearchException.Invalid(
                        name,
                        own.Contains("trang") ? $"Không có tham số '{name}'; số trang ghi ở 'trang'." : $"Không có tham số '{name}'; xem trang sau bằng 'cursor' (tìm kiếm) hoặc 'offset' (danh sách), mỗi trang đến {ApiLimits.PageSize} mục.",
                        own.Contains("trang") ? $"There is no parameter '{name}'; the number of a page is 'trang'." : $"There is no parameter '{name}'; pages are turned by 'cursor' (search) or 'offset' (lists), up to {ApiLimits.PageSize} items each.")
                    : next(context);
            };
        });
        return group;
    }

    // A record of parameters stands for its properties.
    private static IEnumerable<string> Names(ParameterInfo parameter) => parameter.IsDefined(typeof(AsParametersAttribute), inherit: false)
        ? parameter.ParameterType.GetProperties().Select(property => property.GetCustomAttribute<FromQueryAttribute>()?.Name ?? property.Name)
        : [parameter.GetCustomAttribute<FromQueryAttribute>()?.Name ?? parameter.Name ?? ""];
}
