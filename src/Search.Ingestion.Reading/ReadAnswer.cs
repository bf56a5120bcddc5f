using System.Runtime.InteropServices;
using Search.Documents;
using Search.Text;

namespace Search.Ingestion.Reading;

/// <summary>What became of a request: a text with its blocks, or why there is none.</summary>
internal sealed record ReadAnswer(SourceText? Text, ReadError? Error)
{
    /// <summary>Stands at the end, so that what was cut or mixed up on the way is not taken for an answer.</summary>
    private const int EndMark = 0x2E444E45;

    /// <param name="stream">Where to.</param>
    /// <param name="sent">The text that came with the request: it does not go back.</param>
    public void WriteTo(Stream stream, string? sent)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Text is not null);
        if (Text is not null)
        {
            Write(writer, Text, sent);
        }
        else
        {
            Write(writer, Error!);
        }

        writer.Write(EndMark);
    }

    /// <param name="reader">The pipe.</param>
    /// <param name="name">Name that the text is to carry.</param>
    /// <param name="sent">The text that went with the request.</param>
    /// <exception cref="EndOfStreamException">The other side ended before its answer did.</exception>
    /// <exception cref="InvalidDataException">What came is no answer.</exception>
    public static ReadAnswer ReadFrom(BinaryReader reader, string name, string? sent)
    {
        var answer = reader.ReadBoolean()
            ? new ReadAnswer(Source(reader, name, sent), null)
            : new ReadAnswer(null, Failure(reader));
        return reader.ReadInt32() == EndMark ? answer : throw new InvalidDataException("The answer does not end where it should.");
    }

    private static void Write(BinaryWriter writer, SourceText source, string? sent)
    {
        var isSent = ReferenceEquals(source.Text, sent);
        writer.Write(isSent);
        if (!isSent)
        {
            writer.Write(source.Text.Length);
            writer.Write(MemoryMarshal.AsBytes(source.Text.AsSpan()));
        }

        writer.Write(source.Encoding);
        writer.Write7BitEncodedInt(source.Metadata.Count);
        foreach (var (key, value) in source.Metadata)
        {
            Write(writer, key);
            Write(writer, value);
        }

        Write(writer, source.Beside);
        Write(writer, source.Remarks);

        writer.Write7BitEncodedInt(source.Blocks.Count);
        foreach (var block in source.Blocks)
        {
            writer.Write7BitEncodedInt((int)block.Kind);
            Write(writer, block.Span);
            Write(writer, block.Content);
            writer.Write7BitEncodedInt(block.Level);
            writer.Write7BitEncodedInt(block.Page);
            writer.Write(block.IsWrapped);
            writer.Write(block.IsBox);
            Write(writer, block.Cells);
            Write(writer, block.Strong);
            Write(writer, block.Generated);
            writer.Write7BitEncodedInt(block.Edits.Count);
            foreach (var edit in block.Edits)
            {
                writer.Write7BitEncodedInt(edit.Start);
                writer.Write7BitEncodedInt(edit.Length);
                Write(writer, edit.Text);
            }
        }
    }

    private static SourceText Source(BinaryReader reader, string name, string? sent)
    {
        var text = reader.ReadBoolean() ? sent! : Characters(reader);
        var encoding = reader.ReadString();
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            metadata.Add(Characters(reader), Characters(reader));
        }

        var beside = Many(reader, Characters);
        var remarks = Many(reader, Characters);
        var blocks = new List<Block>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            blocks.Add(new Block(
                (BlockKind)reader.Read7BitEncodedInt(), Span(reader), Span(reader), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt())
            {
                IsWrapped = reader.ReadBoolean(),
                IsBox = reader.ReadBoolean(),
                Cells = Many(reader, Span),
                Strong = Many(reader, Span),
                Generated = Many(reader, Span),
                Edits = Many(reader, Edit),
            });
        }

        return new SourceText { Name = name, Text = text, Encoding = encoding, Metadata = metadata, Blocks = blocks, Beside = beside, Remarks = remarks };
    }

    private static void Write(BinaryWriter writer, ReadError error)
    {
        writer.Write(error.Code);
        writer.Write(error.Message);
        writer.Write(error.MessageEn);
        writer.Write(error.Offset ?? -1);
    }

    private static ReadError Failure(BinaryReader reader) => new(
        reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadInt64() is var offset and >= 0 ? offset : null);

    private static void Write(BinaryWriter writer, IReadOnlyList<string> lines)
    {
        writer.Write7BitEncodedInt(lines.Count);
        foreach (var line in lines)
        {
            Write(writer, line);
        }
    }

    private static void Write(BinaryWriter writer, TextSpan span)
    {
        writer.Write7BitEncodedInt(span.Start);
        writer.Write7BitEncodedInt(span.End);
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<TextSpan> spans)
    {
        writer.Write7BitEncodedInt(spans.Count);
        foreach (var span in spans)
        {
            Write(writer, span);
        }
    }

    private static List<T> Many<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new List<T>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            items.Add(read(reader));
        }

        return items;
    }

    private static TextEdit Edit(BinaryReader reader) => new(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), Characters(reader));

    private static TextSpan Span(BinaryReader reader) => new(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());

    private static void Write(BinaryWriter writer, string characters)
    {
        writer.Write(characters.Length);
        writer.Write(MemoryMarshal.AsBytes(characters.AsSpan()));
    }

    private static string Characters(BinaryReader reader)
    {
        var characters = new char[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(characters.AsSpan()));
        return new string(characters);
    }
}
