using System.Globalization;
using Search.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Search.Documents.Reading;

/// <summary>YAML between two lines of <c>---</c> at the head of a file: one level of keys, values as written.</summary>
internal static class FrontMatter
{
    /// <summary>More is no head of a record; YAML aliases are never followed, so nothing can grow.</summary>
    private const int MaxLength = 64 * 1024;

    public static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Finds and reads it; a broken one is text like any other.</summary>
    public static bool TryRead(string text, out TextSpan span, out IReadOnlyDictionary<string, string> values)
    {
        span = default;
        values = None;
        if (!text.StartsWith("---", StringComparison.Ordinal))
        {
            return false;
        }

        var first = text.IndexOf('\n', StringComparison.Ordinal);
        if (first < 0 || text.AsSpan(3, first - 3).Trim().Length > 0)
        {
            return false;
        }

        for (var at = first + 1; at < Math.Min(text.Length, MaxLength);)
        {
            var next = text.IndexOf('\n', at);
            var end = next < 0 ? text.Length : next;
            if (text.AsSpan(at, end - at).TrimEnd() is "---" or "...")
            {
                span = new TextSpan(0, end);
                return TryParse(text[(first + 1)..at], out values);
            }

            at = end + 1;
        }

        return false;
    }

    private static bool TryParse(string yaml, out IReadOnlyDictionary<string, string> values)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        values = found;
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                return true;
            }

            parser.Consume<DocumentStart>();
            if (!parser.TryConsume<MappingStart>(out _))
            {
                return false;
            }

            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<Scalar>().Value;
                if (Value(parser, 0) is { Length: > 0 } value)
                {
                    found[key] = value;
                }
            }

            return true;
        }
        catch (YamlException)
        {
            values = None;
            return false;
        }
    }

    /// <summary>A list becomes its items with "; " between them; deeper structure is flattened likewise.</summary>
    private static string Value(IParser parser, int depth)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return scalar.IsPlainImplicit && scalar.Value is "~" or "null" ? "" : scalar.Value.Trim();
        }

        if (parser.TryConsume<AnchorAlias>(out _))
        {
            return "";
        }

        var items = new List<string>();
        if (depth > 8)
        {
            throw new YamlException(string.Create(CultureInfo.InvariantCulture, $"deeper than {depth}"));
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Value(parser, depth + 1));
            }
        }
        else
        {
            parser.Consume<MappingStart>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                items.Add($"{Value(parser, depth + 1)}: {Value(parser, depth + 1)}");
            }
        }

        return string.Join("; ", items.Where(item => item.Length > 0));
    }
}
