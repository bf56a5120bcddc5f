using System.Globalization;
using System.Text;
using MimeKit;
using Search.Ingestion.Reading;

namespace Search.Ingestion.Containers;

/// <summary>Messages (.eml): the letter itself and each attached file are sources of their own. Pictures of a letter, and
/// attached files that nothing here reads, are no documents: the latter are refused by name.</summary>
internal sealed class MailContainer(FormatReaders readers) : IContainerReader
{
    private const int MaxAttachments = 500;

    /// <summary>Messages attached to messages are opened so deep.</summary>
    private const int MaxDepth = 3;

    public IReadOnlyCollection<string> Extensions { get; } = [".eml"];

    public IEnumerable<ContainerEntry> Open(ReadOnlyMemory<byte> bytes, string folder, CancellationToken ct)
    {
        MimeMessage message;
        try
        {
            message = MailParts.Load(bytes);
        }
        catch (Exception broken) when (broken is FormatException or ParseException or IOException)
        {
            throw new FileRefusedException("broken-mail", "Thư điện tử bị hỏng, không đọc được.", "The message is damaged and cannot be read.");
        }

        using (message)
        {
            var found = Entries(message, "", 0, ct).Take(MaxAttachments);
            var any = false;
            foreach (var entry in found)
            {
                any = true;
                yield return entry;
            }

            if (!any)
            {
                throw new FileRefusedException("blank", "Thư không có nội dung và tệp đính kèm.", "The message has neither text nor attachments.");
            }
        }
    }

    private IEnumerable<ContainerEntry> Entries(MimeMessage message, string prefix, int depth, CancellationToken ct)
    {
        if (Letter(message) is { } letter)
        {
            yield return new ContainerEntry(prefix + letter.Name, letter.Bytes) { Heading = MailParts.Heading(message) };
        }

        var number = 0;
        foreach (var part in MailParts.Attachments(message))
        {
            ct.ThrowIfCancellationRequested();
            number++;
            if (part is MessagePart { Message: { } inner })
            {
                var folder = string.Create(CultureInfo.InvariantCulture, $"{prefix}thu-kem-{number}/");
                foreach (var entry in depth < MaxDepth ? Entries(inner, folder, depth + 1, ct) : [])
                {
                    yield return entry;
                }
            }
            else if (part is MimePart file)
            {
                yield return Attached(prefix, number, file) with { Heading = MailParts.Heading(message) };
            }
        }
    }

    private ContainerEntry Attached(string prefix, int number, MimePart file)
    {
        var name = SafeName(MailParts.Name(file)) ?? string.Create(CultureInfo.InvariantCulture, $"dinh-kem-{number}");
        var path = prefix + name;
        return readers.For(name) is null && !NestedContainer.IsOpened(name)
            ? new ContainerEntry(path, [], Refusals.UnknownFormat(Path.GetExtension(name)))
            : new ContainerEntry(path, MailParts.Content(file));
    }

    /// <summary>The text of a letter in UTF-8: its mark says so, whatever the page in it declares.</summary>
    private static (string Name, byte[] Bytes)? Letter(MimeMessage message)
    {
        if (MailParts.Body(message) is not { } body)
        {
            return null;
        }

        var content = MailParts.Content(body);
        if (!HtmlDecoder.TryDecode(content, body.ContentType.Charset, out var decoded, out _))
        {
            return (body.IsHtml ? "thu.html" : "thu.txt", content); // refused there with what is wrong
        }

        return string.IsNullOrWhiteSpace(decoded.Text)
            ? null
            : (body.IsHtml ? "thu.html" : "thu.txt", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(decoded.Text)]);
    }

    /// <summary>The last part of a name, without what could lead out of a folder or spoil a terminal.</summary>
    private static string? SafeName(string? name)
    {
        if (name is null)
        {
            return null;
        }

        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        name = string.Concat(name.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '_' : c));
        return name.Length is 0 or > 200 || name.All(c => c == '.') ? null : name;
    }
}
