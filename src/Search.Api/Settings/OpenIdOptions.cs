using System.ComponentModel.DataAnnotations;

namespace Search.Api.Settings;

/// <summary>An OpenID Connect provider by which people sign in, section <c>Search:OpenId</c>.</summary>
public sealed class OpenIdOptions
{
    /// <summary>Address of the provider, as its discovery document names it; none for local accounts alone.</summary>
    /// <value>none</value>
    public string? Authority { get; set; }

    /// <summary>What the provider calls this host.</summary>
    /// <value>search</value>
    [Required]
    public string ClientId { get; set; } = "search";

    /// <summary>The secret that the provider gave this host; none for a public client.</summary>
    /// <value>none</value>
    public string? ClientSecret { get; set; }

    /// <summary>What the button on the sign-in page says.</summary>
    /// <value>tài khoản cơ quan</value>
    [Required]
    public string DisplayName { get; set; } = "tài khoản cơ quan";

    /// <summary>Whether somebody whom only the provider knows gets an account, as a reader without clearance; otherwise an
    /// administrator has to make it first, under the name that the provider gives.</summary>
    /// <value>true</value>
    public bool AddsReaders { get; set; } = true;
}
