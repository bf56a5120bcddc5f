using System.Runtime.InteropServices;
using MimeKit;

namespace Search.Ingestion.Reading;

/// <summary>The parts of a message that matter: the text that its reader sees first, and what is attached.</summary>
internal static class MailParts
{
    /// <summary>Deeper parts are left as they are: honest messages nest three or four deep.</summary>
    private const int MaxDepth = 16;

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

    private static bool IsAttachment(MimeEntity part) => part.IsAttachment || (part is TextPart && part.ContentDisposition?.FileName is { Length: > 0 });
}
