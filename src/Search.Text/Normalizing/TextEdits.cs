using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Text;

/// <summary>The edits of a text in its order, without overlap, in a form that is small enough to lie beside every stored
/// document: three units an edit where a line break becomes a blank.</summary>
[JsonConverter(typeof(Converter))]
public sealed class TextEdits : IEquatable<TextEdits>
{
    private const char Separator = ';';
    private readonly TextEdit[] _edits;

    private TextEdits(TextEdit[] edits) => _edits = edits;

    /// <summary>No edits: the text reads as it is written.</summary>
    public static TextEdits None { get; } = new([]);

    /// <summary>The edits, ascending.</summary>
    public IReadOnlyList<TextEdit> Items => _edits;

    /// <summary>Takes edits in the order of the text.</summary>
    /// <exception cref="ArgumentException">They overlap or are out of order.</exception>
    public static TextEdits Of(IEnumerable<TextEdit> edits)
    {
        TextEdit[] items = [.. edits];
        for (var i = 1; i < items.Length; i++)
        {
            if (items[i].Start < items[i - 1].End)
            {
                throw new ArgumentException("The edits overlap or are out of order.", nameof(edits));
            }
        }

        return items.Length == 0 ? None : new TextEdits(items);
    }

    /// <summary>Those that lie inside a span of the source.</summary>
    public TextEdits Within(TextSpan span)
    {
        var from = FirstFrom(span.Start);
        var to = from;
        while (to < _edits.Length && _edits[to].End <= span.End)
        {
            to++;
        }

        return from == 0 && to == _edits.Length ? this : to == from ? None : new TextEdits(_edits[from..to]);
    }

    /// <summary>What a span of the source reads; an edit that lies in it by half counts where it begins.</summary>
    /// <param name="source">The text the edits were made for.</param>
    /// <param name="span">A span of it.</param>
    public string Read(string source, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(source);
        var at = span.Start;
        var i = FirstFrom(span.Start);
        if (i > 0 && _edits[i - 1].End > at)
        {
            at = Math.Min(_edits[i - 1].End, span.End);
        }

        if (i == _edits.Length || _edits[i].Start >= span.End)
        {
            return source[at..span.End];
        }

        var text = new StringBuilder(span.Length);
        for (; i < _edits.Length && _edits[i].Start < span.End; i++)
        {
            text.Append(source, at, _edits[i].Start - at).Append(_edits[i].Text);
            at = Math.Min(_edits[i].End, span.End);
        }

        return text.Append(source, at, span.End - at).ToString();
    }

    /// <summary>The whole text as it reads, with the way back.</summary>
    public NormalizedText Apply(string source) => NormalizedText.Of(source, _edits);

    /// <summary>A span of the source as it reads, with the way back into the span: offsets count from its start.</summary>
    public NormalizedText Apply(string source, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(source);
        return NormalizedText.Of(
            span.Slice(source),
            [.. Within(span).Items.Select(edit => edit with { Start = edit.Start - span.Start })]);
    }

    /// <inheritdoc/>
    public bool Equals(TextEdits? other) => other is not null && _edits.AsSpan().SequenceEqual(other._edits);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextEdits);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_edits.Length, _edits.Length == 0 ? 0 : _edits[0].GetHashCode());

    /// <summary>Gap, length and text of each edit: gap and length to base 36, the usual texts as one letter.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(_edits.Length * 4);
        var at = 0;
        foreach (var edit in _edits)
        {
            Append36(text, edit.Start - at);
            text.Append(' ');
            Append36(text, edit.Length);
            text.Append(edit.Text switch
            {
                "" => "-",
                " " => "_",
                "\n" => "N",
                "\n\n" => "P",
                "\t" => "T",
                _ => "=" + edit.Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\,", StringComparison.Ordinal),
            });
            text.Append(Separator);
            at = edit.End;
        }

        return text.ToString();
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is none of its.</exception>
    public static TextEdits Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var edits = new List<TextEdit>();
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var start = at + Read36(text, ref i);
            i++;
            var length = Read36(text, ref i);
            var end = text.IndexOf(Separator, i);
            if (end < 0)
            {
                throw new FormatException("An edit is cut off.");
            }

            edits.Add(new TextEdit(start, length, text[i] switch
            {
                '-' => "",
                '_' => " ",
                'N' => "\n",
                'P' => "\n\n",
                'T' => "\t",
                '=' => Unescape(text[(i + 1)..end]),
                _ => throw new FormatException("An edit has no text."),
            }));
            at = start + length;
            i = end;
        }

        return Of(edits);
    }

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] != '\\' || i + 1 == text.Length ? text[i] : text[++i] == ',' ? ';' : text[i]);
        }

        return plain.ToString();
    }

    private static void Append36(StringBuilder text, int value)
    {
        Span<char> digits = stackalloc char[8];
        var at = digits.Length;
        do
        {
            digits[--at] = "0123456789abcdefghijklmnopqrstuvwxyz"[value % 36];
            value /= 36;
        }
        while (value > 0);
        text.Append(digits[at..]);
    }

    private static int Read36(string text, ref int i)
    {
        var value = 0;
        var from = i;
        for (; i < text.Length; i++)
        {
            var digit = text[i] is >= '0' and <= '9' ? text[i] - '0' : text[i] is >= 'a' and <= 'z' ? text[i] - 'a' + 10 : -1;
            if (digit < 0)
            {
                break;
            }

            value = checked((value * 36) + digit);
        }

        return i > from && i < text.Length ? value : throw new FormatException("An edit has no place.");
    }

    private int FirstFrom(int offset)
    {
        int low = 0, high = _edits.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_edits[middle].Start < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private sealed class Converter : JsonConverter<TextEdits>
    {
        public override TextEdits Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return Parse(reader.GetString() ?? "");
            }
            catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
            {
                throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"No edits: {e.Message}"), e);
            }
        }

        public override void Write(Utf8JsonWriter writer, TextEdits value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
