using System.Runtime.InteropServices;

namespace Search.Ingestion.Reading;

/// <summary>One file to read, as it goes through the pipe.</summary>
/// <param name="Extension">Extension of its name, with the dot: it chooses the reader.</param>
/// <param name="MaxLength">Longest text, in UTF-16 code units.</param>
/// <param name="Encoding">For a text that is decoded already, the name of the encoding it came in; null for bytes.</param>
/// <param name="Content">The bytes, or the text in UTF-16.</param>
internal sealed record ReadRequest(string Extension, int MaxLength, string? Encoding, ReadOnlyMemory<byte> Content)
{
    /// <summary>A text goes as UTF-16, code unit by code unit, so that it arrives as it was.</summary>
    public static ReadRequest ForText(string extension, int maxLength, string encoding, string text) =>
        new(extension, maxLength, encoding, MemoryMarshal.AsBytes(text.AsSpan()).ToArray());

    /// <summary>The text of a request that carries one.</summary>
    public string Text => new(MemoryMarshal.Cast<byte, char>(Content.Span));

    public void WriteTo(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Extension);
        writer.Write(MaxLength);
        writer.Write(Encoding is not null);
        writer.Write(Encoding ?? "");
        writer.Write(Content.Length);
        writer.Write(Content.Span);
    }

    /// <exception cref="EndOfStreamException">There is no further request.</exception>
    public static ReadRequest ReadFrom(BinaryReader reader)
    {
        var extension = reader.ReadString();
        var maxLength = reader.ReadInt32();
        var isText = reader.ReadBoolean();
        var encoding = reader.ReadString();
        var content = new byte[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(content);
        return new ReadRequest(extension, maxLength, isText ? encoding : null, content);
    }
}
