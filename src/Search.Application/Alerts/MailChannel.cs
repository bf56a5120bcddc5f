using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Polly;
using Polly.Timeout;
using Search.Application.Contracts;

namespace Search.Application.Alerts;

/// <summary>Sends digests by SMTP. A digest is one message with one id, however often it has to be sent.</summary>
internal sealed class MailChannel(AlertOptions options, TimeProvider clock)
{
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder().AddTimeout(new TimeoutStrategyOptions { Timeout = options.Timeout }).Build();

    /// <summary>Whether the operator named a server.</summary>
    public bool IsThere => !string.IsNullOrWhiteSpace(options.MailHost);

    /// <summary>Sends a digest.</summary>
    /// <param name="message">Id of the message.</param>
    /// <param name="address">E-mail address of the receiver.</param>
    /// <param name="alerts">What came.</param>
    /// <param name="stop">Stops the sending.</param>
    /// <returns>Null when the server has taken it, else why not.</returns>
    public async Task<string?> SendAsync(string message, string address, IReadOnlyList<AlertLine> alerts, CancellationToken stop)
    {
        if (!IsThere)
        {
            return "Máy chủ chưa được đặt cấu hình gửi thư. (No mail server is set.)";
        }

        if (!MailboxAddress.TryParse(address, out var to) || !MailboxAddress.TryParse(options.MailFrom, out var from))
        {
            return "Địa chỉ thư không đúng. (The e-mail address is wrong.)";
        }

        using var mail = Compose(message, from, to, alerts);
        try
        {
            await _pipeline.ExecuteAsync(async token => await SendAsync(mail, token).ConfigureAwait(false), stop).ConfigureAwait(false);
            return null;
        }
        catch (TimeoutRejectedException)
        {
            return "Máy chủ thư không trả lời kịp. (The mail server did not answer in time.)";
        }
        catch (Exception error) when (error is SmtpCommandException or SmtpProtocolException or AuthenticationException or SslHandshakeException or IOException
            or System.Net.Sockets.SocketException or MailKit.ServiceNotConnectedException or NotSupportedException)
        {
            return $"Máy chủ thư không nhận. (The mail server refuses: {error.GetType().Name}.)";
        }
    }

    private async Task SendAsync(MimeMessage mail, CancellationToken stop)
    {
        using var client = new SmtpClient();
        var security = options.MailSecurity switch { "tls" => SecureSocketOptions.SslOnConnect, "none" => SecureSocketOptions.None, _ => SecureSocketOptions.StartTls };
        await client.ConnectAsync(options.MailHost!, options.MailPort, security, stop).ConfigureAwait(false);
        if (options.MailUser is { Length: > 0 } user)
        {
            await client.AuthenticateAsync(user, options.MailPassword ?? "", stop).ConfigureAwait(false);
        }

        await client.SendAsync(mail, stop).ConfigureAwait(false);
        try
        {
            await client.DisconnectAsync(quit: true, stop).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or SmtpProtocolException or OperationCanceledException)
        {
            // The server has taken the message; how it says goodbye changes nothing.
        }
    }

    private MimeMessage Compose(string message, MailboxAddress from, MailboxAddress to, IReadOnlyList<AlertLine> alerts)
    {
        var mail = new MimeMessage { MessageId = $"{message}@search", Date = clock.GetUtcNow(), Subject = $"{alerts.Count} văn bản mới theo mục bạn theo dõi" };
        mail.From.Add(from);
        mail.To.Add(to);
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        var text = new StringBuilder();
        foreach (var follow in alerts.GroupBy(alert => alert.Follow, StringComparer.Ordinal))
        {
            text.Append(follow.First().Name).Append("\r\n\r\n");
            foreach (var alert in follow)
            {
                var document = alert.Document;
                text.Append("- ").Append($"{document.TypeName} {document.Number}".Trim()).Append(alert.Change ? " (đã sửa)" : "").Append(": ")
                    .Append(document.DisplayTitle ?? document.Title ?? document.Key).Append("\r\n  ")
                    .Append((options.Address ?? "").TrimEnd('/')).Append(document.Url).Append("\r\n  Mã báo tin: ").Append(alert.Id).Append("\r\n");
            }

            text.Append("\r\n");
        }

        mail.Body = new TextPart("plain") { Text = text.ToString() };
        return mail;
    }
}
