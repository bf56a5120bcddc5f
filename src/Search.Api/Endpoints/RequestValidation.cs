using System.ComponentModel.DataAnnotations;
using Search.Api.Problems;
using Search.Application.Contracts;

namespace Search.Api.Endpoints;

/// <summary>Checks the attributes of request records before their handler runs.</summary>
internal static class RequestValidation
{
    private static readonly string Namespace = typeof(SearchQuery).Namespace!;

    public static RouteGroupBuilder WithValidation(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter((context, next) =>
        {
            foreach (var argument in context.Arguments)
            {
                if (argument is not null && string.Equals(argument.GetType().Namespace, Namespace, StringComparison.Ordinal))
                {
                    Check(argument);
                }
            }

            return next(context);
        });
        return group;
    }

    private static void Check(object request)
    {
        var wrong = new List<ValidationResult>();
        if (Validator.TryValidateObject(request, new ValidationContext(request), wrong, validateAllProperties: true))
        {
            return;
        }

        var errors = wrong.ConvertAll(result => new ProblemError(
            Name(request, result.MemberNames.FirstOrDefault()),
            $"Giá trị không hợp lệ. ({Reason(request, result)})"));
        throw new ProblemException(
            ProblemKinds.InvalidRequest,
            $"Tham số '{errors[0].Parameter}' không hợp lệ. (The parameter '{errors[0].Parameter}' is not valid: {Reason(request, wrong[0])})")
        {
            Errors = errors,
        };
    }

    // A closed list is told, not only that the value is none of it.
    private static string? Reason(object request, ValidationResult result) =>
        result.MemberNames.FirstOrDefault() is { } member
        && request.GetType().GetProperty(member)?.GetCustomAttributes(typeof(AllowedValuesAttribute), inherit: false) is [AllowedValuesAttribute allowed]
            ? $"it takes: {string.Join(", ", allowed.Values.OfType<string>())}"
            : result.ErrorMessage;

    private static string Name(object request, string? member) =>
        member is null ? "?" : QueryName(request, member) ?? char.ToLowerInvariant(member[0]) + member[1..];

    private static string? QueryName(object request, string member) =>
        request.GetType().GetProperty(member)?
            .GetCustomAttributes(typeof(Microsoft.AspNetCore.Mvc.FromQueryAttribute), inherit: false)
            .OfType<Microsoft.AspNetCore.Mvc.FromQueryAttribute>()
            .FirstOrDefault()?.Name;
}
