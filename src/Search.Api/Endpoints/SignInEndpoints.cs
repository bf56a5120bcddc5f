using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Search.Api.Access;
using Search.Api.Pages;
using Search.Api.Problems;
using Search.Api.Settings;
using Search.Api.SignIn;

namespace Search.Api.Endpoints;

/// <summary>Signing in and out, setting a password, and a person's own sessions. Every form carries the framework's token.</summary>
internal static class SignInEndpoints
{
    private const string Page = "/dang-nhap";

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().OpenToEveryone();
        pages.MapGet(Page, Show);
        pages.MapPost(Page, SignInAsync);
        pages.MapGet(Page + "/openid", AskProviderAsync);
        pages.MapGet(Page + "/lien-ket/{link}", ShowLink);
        pages.MapPost(Page + "/lien-ket/{link}", UseLinkAsync);
        pages.MapPost("/dang-xuat", SignOutAsync);
        pages.MapGet("/tai-khoan", Account);
        pages.MapPost("/tai-khoan/mat-khau", ChangePassword);
        pages.MapPost("/tai-khoan/phien", EndSession);
    }

    private static IResult Show(string? ve, string? loi, HttpContext context) => Form(context, ve, loi switch
    {
        "openid" => "Không đăng nhập được qua nhà cung cấp tài khoản. (Signing in by the provider failed.)",
        "qua-han" => "Liên kết không đúng, đã dùng hoặc đã hết hạn. (The link is wrong, used or too old.)",
        _ => null,
    });

    private static async Task<IResult> SignInAsync(
        [FromForm] string? name, [FromForm] string? password, [FromForm] string? ve, HttpContext context, Passwords passwords, WrongKeys wrong)
    {
        if (!CallerAddress.IsPrivate(context))
        {
            return Form(context, ve, problem: null);
        }

        if (!wrong.MayGuess("sign-in:" + context.Connection.RemoteIpAddress))
        {
            return Form(context, ve, "Thử quá nhiều lần; hãy đợi một lát. (Too many attempts; wait a moment.)", StatusCodes.Status429TooManyRequests);
        }

        if (passwords.Check(name ?? "", password ?? "") is not { } account)
        {
            return Form(
                context, ve, "Tên hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khóa. (Name or password are wrong, or the account is locked for now.)", StatusCodes.Status401Unauthorized);
        }

        await context.SignInAsync(SessionTickets.Scheme, SessionTickets.Principal(account, "password"));
        return TypedResults.LocalRedirect(PageForms.Back(ve));
    }

    private static async Task<IResult> AskProviderAsync(string? ve, HttpContext context, IAuthenticationSchemeProvider schemes)
    {
        if (await schemes.GetSchemeAsync(SignInSetup.OpenId) is null)
        {
            throw ProblemException.NotFound(Page + "/openid");
        }

        if (!CallerAddress.IsPrivate(context))
        {
            return Form(context, ve, problem: null);
        }

        try
        {
            await context.ChallengeAsync(SignInSetup.OpenId, new AuthenticationProperties { RedirectUri = PageForms.Back(ve) });
            return TypedResults.Empty;
        }
        catch (InvalidOperationException)
        {
            // The provider's own document could not be read.
            return Form(context, ve, "Nhà cung cấp tài khoản không trả lời. (The provider does not answer.)", StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult ShowLink(string link, HttpContext context, AccountDirectory directory) =>
        !CallerAddress.IsPrivate(context) ? Form(context, ve: null, problem: null)
        : directory.AccountOfLink(link) is { } account ? LinkForm(context, account, problem: null)
        : TypedResults.LocalRedirect(Page + "?loi=qua-han");

    private static async Task<IResult> UseLinkAsync(
        string link, [FromForm] string? password, [FromForm] string? again, HttpContext context, AccountDirectory directory, Passwords passwords)
    {
        if (!CallerAddress.IsPrivate(context))
        {
            return Form(context, ve: null, problem: null);
        }

        if (directory.AccountOfLink(link) is not { } account)
        {
            return TypedResults.LocalRedirect(Page + "?loi=qua-han");
        }

        if (Passwords.Problem(account, password ?? "", again ?? "") is { } problem)
        {
            return LinkForm(context, account, $"{problem.Vietnamese} ({problem.English})", StatusCodes.Status400BadRequest);
        }

        passwords.Set(account, password!, keepSession: null);
        await context.SignInAsync(SessionTickets.Scheme, SessionTickets.Principal(account, "link"));
        return TypedResults.LocalRedirect("/tai-khoan");
    }

    private static async Task<IResult> SignOutAsync([FromForm] string? ve, HttpContext context)
    {
        await context.SignOutAsync(SessionTickets.Scheme);
        return TypedResults.LocalRedirect(PageForms.Back(ve));
    }

    private static IResult Account(HttpContext context, AccountService accounts) =>
        Own(context) is { } own ? AccountPage(context, own, accounts, problem: null) : ToSignIn();

    private static IResult ChangePassword(
        [FromForm] string? old, [FromForm] string? password, [FromForm] string? again, HttpContext context, AccountService accounts, Passwords passwords, WrongKeys wrong)
    {
        if (Own(context) is not { } own)
        {
            return ToSignIn();
        }

        var problem = Passwords.Problem(own.Account, password ?? "", again ?? "");
        if (problem is null && (!wrong.MayGuess("sign-in:" + context.Connection.RemoteIpAddress) || passwords.Check(own.Account.Name, old ?? "") is null))
        {
            problem = ("Mật khẩu cũ không đúng.", "The old password is wrong.");
        }

        if (problem is { } said)
        {
            return AccountPage(context, own, accounts, $"{said.Vietnamese} ({said.English})", StatusCodes.Status400BadRequest);
        }

        passwords.Set(own.Account, password!, own.Session.Id);
        return TypedResults.LocalRedirect("/tai-khoan");
    }

    private static IResult EndSession([FromForm] string? id, HttpContext context, AccountService accounts)
    {
        if (Own(context) is not { } own)
        {
            return ToSignIn();
        }

        if (string.IsNullOrEmpty(id))
        {
            accounts.EndAll(own.Account, own.Account.Name, own.Session.Id);
        }
        else
        {
            accounts.End(own.Account, id, own.Account.Name);
        }

        return TypedResults.LocalRedirect("/tai-khoan");
    }

    private static IResult Form(HttpContext context, string? ve, string? problem, int status = StatusCodes.Status200OK)
    {
        var isPrivate = CallerAddress.IsPrivate(context);
        var provider = context.RequestServices.GetRequiredService<IOptions<SearchOptions>>().Value.OpenId;
        return Shown(PageResults.Show<SignInView>(
            context,
            (nameof(SignInView.Token), isPrivate ? PageForms.TokenOf(context) : null),
            (nameof(SignInView.Back), PageForms.Back(ve)),
            (nameof(SignInView.Provider), provider.Authority is { Length: > 0 } ? provider.DisplayName : null),
            (nameof(SignInView.IsPrivate), isPrivate),
            (nameof(SignInView.Name), context.Features.Get<Caller>()?.Account?.Shown),
            (nameof(SignInView.Problem), problem)), context, isPrivate ? status : StatusCodes.Status403Forbidden);
    }

    private static IResult LinkForm(HttpContext context, Account account, string? problem, int status = StatusCodes.Status200OK) =>
        Shown(PageResults.Show<PasswordView>(
            context,
            (nameof(PasswordView.Token), PageForms.TokenOf(context)),
            (nameof(PasswordView.Name), account.Shown),
            (nameof(PasswordView.Problem), problem)), context, status);

    private static IResult AccountPage(HttpContext context, (Account Account, Session Session) own, AccountService accounts, string? problem, int status = StatusCodes.Status200OK) =>
        Shown(PageResults.Show<AccountView>(
            context,
            (nameof(AccountView.Token), PageForms.TokenOf(context)),
            (nameof(AccountView.Account), own.Account),
            (nameof(AccountView.Sessions), accounts.Sessions(own.Account)),
            (nameof(AccountView.Current), own.Session.Id),
            (nameof(AccountView.Problem), problem)), context, status);

    private static Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<T> Shown<T>(
        Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<T> page, HttpContext context, int status)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        context.Response.Headers.CacheControl = "no-store";
        page.StatusCode = status;
        return page;
    }

    private static (Account Account, Session Session)? Own(HttpContext context) =>
        context.Features.Get<Caller>() is { Account: { } account, Session: { } session } ? (account, session) : null;

    private static IResult ToSignIn() => TypedResults.LocalRedirect(Page + "?ve=%2Ftai-khoan");
}
