using System.ComponentModel.DataAnnotations;

namespace Search.Application.Alerts;

/// <summary>How alerts leave the host, section <c>Search:Alerts</c>. Nothing leaves it unless the operator says where to.</summary>
public sealed class AlertOptions
{
    /// <summary>Address under which readers reach the host, for the links in e-mails and webhooks: <c>https://vanban.example</c>.</summary>
    /// <value>none: paths alone</value>
    public string? Address { get; set; }

    /// <summary>Host of the SMTP server; none for no e-mail.</summary>
    /// <value>none</value>
    public string? MailHost { get; set; }

    /// <summary>Its port.</summary>
    /// <value>587</value>
    [Range(1, 65535)]
    public int MailPort { get; set; } = 587;

    /// <summary>How the line to it is protected: <c>starttls</c>, <c>tls</c>, or <c>none</c> for a server on this machine or line of one's own.</summary>
    /// <value>starttls</value>
    [AllowedValues("starttls", "tls", "none")]
    public string MailSecurity { get; set; } = "starttls";

    /// <summary>Name to sign in with; none for a server that asks for none.</summary>
    /// <value>none</value>
    public string? MailUser { get; set; }

    /// <summary>Password to sign in with.</summary>
    /// <value>none</value>
    public string? MailPassword { get; set; }

    /// <summary>Sender of the e-mails.</summary>
    /// <value>vanban@localhost</value>
    [Required]
    public string MailFrom { get; set; } = "vanban@localhost";

    /// <summary>Hosts that webhooks may be sent to: <c>hook.example.vn</c>, or <c>*.example.vn</c> for those below one.</summary>
    /// <value>none: no webhooks</value>
    public IList<string> WebhookHosts { get; } = [];

    /// <summary>Whether a webhook may go to an address of this machine or of a private network, and without TLS.</summary>
    /// <value>false</value>
    public bool AllowPrivateWebhooks { get; set; }

    /// <summary>How long one sending may take.</summary>
    /// <value>10 seconds</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often an alert is tried before it is shown as undelivered: after minutes first, then hours.</summary>
    /// <value>12, some two days</value>
    [Range(1, 100)]
    public int Attempts { get; set; } = 12;
}
