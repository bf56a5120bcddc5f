using System.Collections.Frozen;
using System.Runtime.InteropServices;
using MimeKit;
using Search.Documents.Secrecy;

namespace Search.Ingestion.Reading;

/// <summary>The parts of a message that matter: the text that its reader sees first, and what is attached.</summary>
internal static class MailParts
{
    /// <summary>Deeper parts are left as they are: honest messages nest three or four deep.</summary>
    private const int MaxDepth = 16;

    private const int MostHeaders = 100;
    private const int MostHeadLines = 80;
    private const int LongestLine = 200;

    private static readonly FrozenSet<string> PassedOver = new[]
    {
        "Received", "Return-Path", "Delivered-To", "From", "To", "Cc", "Bcc", "Reply-To", "Sender", "Message-Id", "In-Reply-To", "References", "Date",
        "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "DKIM-Signature", "Authentication-Results", "List-Unsubscribe",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="FormatException">The bytes are no message.</exception>
    public static MimeMessage Load(ReadOnlyMemory<byte> bytes)
    {
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = MaxDepth;
        using var stream = MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
        return MimeMessage.Load(options, stream);
    }

    /// <summary>The text of a message: its page where it has one, else its plain text; null for none.</summary>
    public static TextPart? Body(MimeMessage message)
    {
        var texts = message.BodyParts.OfType<TextPart>().Where(part => !IsAttachment(part)).ToList();
        return texts.Find(part => part.IsHtml) ?? texts.Find(part => part.IsPlain) ?? (texts.Count > 0 ? texts[0] : null);
    }

    /// <summary>What a message says above its text, line by line: its subject and further headers, and the head of the texts that
    /// are another form of the one that is read. Names of people and the ways it took are left out.</summary>
    public static string Heading(MimeMessage message)
    {
        var body = Body(message);
        var headers = message.Headers.Where(header => !IsPassedOver(header.Field)).Select(header => header.Value).Take(MostHeaders);
        var others = message.BodyParts.OfType<TextPart>().Where(part => part != body && !IsAttachment(part))
            .SelectMany(part => SecrecyCheck.Head(part.Text, MostHeadLines));
        return string.Join('\n', headers.Concat(others).Select(line => line.ReplaceLineEndings(" ").Trim()).Where(line => line.Length is > 0 and <= LongestLine));
    }

    /// <summary>What is attached, inner messages included; pictures of a page are not.</summary>
    public static IEnumerable<MimeEntity> Attachments(MimeMessage message)
    {
        var body = Body(message);
        return message.BodyParts.Where(part => part != body && (IsAttachment(part) || (part is MimePart && part is not TextPart && Name(part) is not null)));
    }

    /// <summary>Name of an attached file as it was sent; null where it has none.</summary>
    public static string? Name(MimeEntity part)
    {
        var name = part.ContentDisposition?.FileName ?? part.ContentType.Name;
        return string.IsNullOrWhiteSpace(name) ? null : name;
    }

    /// <summary>The decoded content of a part.</summary>
    public static byte[] Content(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content?.DecodeTo(content);
        return content.ToArray();
    }

    private static bool IsPassedOver(string field) => PassedOver.Contains(field) || field.StartsWith("ARC-", StringComparison.OrdinalIgnoreCase);

    private static bool IsAttachment(MimeEntity part) => part.IsAttachment || (part is TextPart && part.ContentDisposition?.FileName is { Length: > 0 });
}
