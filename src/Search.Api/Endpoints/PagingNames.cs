using System.Reflection;
using Search.Application.Contracts;
using Search.Application.Errors;

namespace Search.Api.Endpoints;

/// <summary>Refuses the names by which other APIs turn pages: ignored, they would give the first page again and again.</summary>
internal static class PagingNames
{
    private static readonly string[] Foreign = ["page", "page_size", "pageSize", "per_page", "perPage", "offset", "start", "skip", "size"];

    public static RouteGroupBuilder WithPagingNames(this RouteGroupBuilder group)
    {
        group.AddEndpointFilterFactory((factory, next) =>
        {
            var refused = Foreign.Except(
                factory.MethodInfo.GetParameters().SelectMany(Names), StringComparer.OrdinalIgnoreCase).OfType<string>().ToArray();
            return context =>
            {
                var query = context.HttpContext.Request.Query;
                return query.Count > 0 && Array.Find(refused, foreign => query.ContainsKey(foreign)) is { } name
                    ? throw SearchException.Invalid(
                        name,
                        $"Không có tham số '{name}'; xem trang sau bằng 'cursor' (tìm kiếm) hoặc 'offset' (danh sách), mỗi trang đến {ApiLimits.PageSize} mục.",
                        $"There is no parameter '{name}'; pages are turned by 'cursor' (search) or 'offset' (lists), up to {ApiLimits.PageSize} items each.")
                    : next(context);
            };
        });
        return group;
    }

    // A record of parameters stands for its properties.
    private static IEnumerable<string> Names(ParameterInfo parameter) => parameter.IsDefined(typeof(AsParametersAttribute), inherit: false)
        ? parameter.ParameterType.GetProperties().Select(property => property.Name)
        : [parameter.Name ?? ""];
}
