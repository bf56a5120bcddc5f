using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Search.Api.Problems;
using Search.Application.Contracts;

namespace Search.Api.Endpoints;

/// <summary>Checks the attributes of request records before their handler runs.</summary>
internal static class RequestValidation
{
    private static readonly string Namespace = typeof(SearchQuery).Namespace!;

    public static RouteGroupBuilder WithValidation(this RouteGroupBuilder group)
    {
        group.AddEndpointFilterFactory((factory, next) =>
        {
            var parameters = factory.MethodInfo.GetParameters();
            var rules = Array.ConvertAll(parameters, parameter => parameter.GetCustomAttributes<ValidationAttribute>(inherit: false).ToArray());
            var isRecord = Array.ConvertAll(parameters, parameter => parameter.IsDefined(typeof(AsParametersAttribute), inherit: false));
            return context =>
            {
                for (var i = 0; i < context.Arguments.Count; i++)
                {
                    if (context.Arguments[i] is not { } argument)
                    {
                        continue;
                    }

                    if ((i < isRecord.Length && isRecord[i]) || string.Equals(argument.GetType().Namespace, Namespace, StringComparison.Ordinal))
                    {
                        Check(argument);
                    }
                    else if (i < rules.Length && Array.Find(rules[i], rule => !rule.IsValid(argument)) is { } broken)
                    {
                        var name = parameters[i].GetCustomAttribute<FromQueryAttribute>()?.Name ?? parameters[i].Name ?? "?";
                        throw Wrong(
                            broken is RangeAttribute ? ProblemKinds.LimitExceeded : ProblemKinds.InvalidRequest,
                            [new ProblemError(name, $"Giá trị không hợp lệ. ({broken.FormatErrorMessage(name)})")],
                            broken.FormatErrorMessage(name));
                    }
                }

                return next(context);
            };
        });
        return group;
    }

    private static void Check(object request)
    {
        var wrong = new List<ValidationResult>();
        if (Validator.TryValidateObject(request, new ValidationContext(request), wrong, validateAllProperties: true)
            || (wrong.RemoveAll(result => IsLeftEmpty(request, result)) > 0 && wrong.Count == 0))
        {
            return;
        }

        var errors = wrong.ConvertAll(result => new ProblemError(
            Name(request, result.MemberNames.FirstOrDefault()),
            $"Giá trị không hợp lệ. ({Reason(request, result)})"));
        throw Wrong(ProblemKinds.InvalidRequest, errors, Reason(request, wrong[0]));
    }

    private static ProblemException Wrong(ProblemKind kind, List<ProblemError> errors, string? reason) => new(
        kind,
        $"Tham số '{errors[0].Parameter}' không hợp lệ. (The parameter '{errors[0].Parameter}' is not valid: {reason})")
    {
        Errors = errors,
    };

    // A form of a page sends the fields that were left empty as well.
    private static bool IsLeftEmpty(object request, ValidationResult result) =>
        !string.Equals(request.GetType().Namespace, Namespace, StringComparison.Ordinal)
        && result.MemberNames.FirstOrDefault() is { } member && request.GetType().GetProperty(member)?.GetValue(request) is "";

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
            .GetCustomAttributes(typeof(FromQueryAttribute), inherit: false)
            .OfType<FromQueryAttribute>()
            .FirstOrDefault()?.Name;
}
