using System.Text;
using Search.Text;

namespace Search.Documents.Lines;

// Longer than most files because one pass over the characters of a line takes off every kind of markup.
/// <summary>
/// Makes the cleaned form of one line. Left out: Markdown emphasis, heading marks, quote marks, escapes, short HTML
/// tags, zero-width characters. A run of white space is one space, or one tab where it separates columns (a tab, a
/// table bar, four or more spaces). Letters are composed; nothing else is changed, so a title keeps its words.
/// </summary>
internal static class LineCleaner
{
    /// <summary>Letterheads, headings and list heads are shorter; the rest of a longer line is never looked at.</summary>
    public const int Limit = 640;

    /// <summary>Closing emphasis and white space after the last character that was kept.</summary>
    public const int EdgeMarkup = 12;

    /// <summary>More marks on one letter are an attack on normalizing; Vietnamese needs two.</summary>
    private const int MaxMarks = 30;

    private const int MaxTag = 24;
    private const int ColumnGap = 4;

    public static SourceLine Clean(string source, int index, TextSpan span, int blanks, LineMarkup known = LineMarkup.None)
    {
        var end = Math.Min(span.End, span.Start + Limit);
        Span<char> text = stackalloc char[Limit + 8];
        Span<int> starts = stackalloc int[Limit + 8];
        Span<int> ends = stackalloc int[Limit + 8];
        var state = new State(source, span.Start, end, text, starts, ends);
        state.ReadPrefix();
        state.ReadRest();
        return state.Build(index, span, blanks, known);
    }

    /// <summary>Plain hyphen and quotes for their many forms, all else folded.</summary>
    public static char Fold(char c) => c switch
    {
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => '"',
        '\u2018' or '\u2019' or '`' => '\'',
        _ => c < 0x80 ? char.ToLowerInvariant(c) : VietnameseFolding.FoldChar(c),
    };

    public static bool IsInvisible(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD';

    public static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F';

    private ref struct State
    {
        private readonly string _source;
        private readonly int _end;
        private readonly Span<char> _text;
        private readonly Span<int> _starts;
        private readonly Span<int> _ends;
        private int _count;
        private int _at;
        private LineMarkup _markup;
        private bool _isRow;

        public State(string source, int start, int end, Span<char> text, Span<int> starts, Span<int> ends)
        {
            _source = source;
            _at = start;
            _end = end;
            _text = text;
            _starts = starts;
            _ends = ends;
        }

        public void ReadPrefix()
        {
            if (IsRuleLine())
            {
                _markup |= LineMarkup.Rule;
                return;
            }

            while (_at < _end && (_source[_at] == '>' || char.IsWhiteSpace(_source[_at])))
            {
                _at++;
            }

            var hashes = _at;
            while (hashes < _end && _source[hashes] == '#')
            {
                hashes++;
            }

            if (hashes - _at is > 0 and <= 6 && hashes < _end && char.IsWhiteSpace(_source[hashes]))
            {
                _markup |= LineMarkup.Heading;
                _at = hashes;
            }

            if (_at < _end && _source[_at] == '|')
            {
                _isRow = true;
                _at++;
            }

            var peek = _at;
            while (peek < _end && char.IsWhiteSpace(_source[peek]))
            {
                peek++;
            }

            if (StartsWith(peek, "**") || StartsWith(peek, "__") || StartsWith(peek, "<b>"))
            {
                _markup |= LineMarkup.Strong;
            }

            if (StartsWith(peek, "<sup>") || StartsWith(peek, "[^"))
            {
                _markup |= LineMarkup.Note;
            }

            var bullet = peek;
            while (StartsWith(bullet, "**"))
            {
                bullet += 2; // "**- text**"
            }

            if (bullet < _end && _source[bullet] == '\\')
            {
                bullet++;
            }

            if (bullet + 1 < _end && IsBullet(_source[bullet]) && IsAfterBullet(bullet))
            {
                _markup |= LineMarkup.Bullet;
                Append(_source[bullet], bullet, bullet + 1);
                _at = bullet + 1;
                if (!char.IsWhiteSpace(_source[_at]))
                {
                    Append(' ', _at, _at);
                }
            }
        }

        public void ReadRest()
        {
            while (_at < _end)
            {
                var c = _source[_at];
                if (char.IsWhiteSpace(c) || (c == '|' && _isRow))
                {
                    ReadSpace();
                }
                else if (IsInvisible(c))
                {
                    _at++;
                }
                else if (c == '\\' && _at + 1 < _end && (char.IsPunctuation(_source[_at + 1]) || char.IsSymbol(_source[_at + 1])))
                {
                    ReadEscaped();
                }
                else if (c == '<' && TryReadTag())
                {
                    continue;
                }
                else if (c == '*' && IsEmphasis())
                {
                    _at++;
                }
                else if (c == '_' && IsUnderscoreEmphasis())
                {
                    _at++;
                }
                else
                {
                    ReadLetter();
                }
            }
        }

        public readonly SourceLine Build(int index, TextSpan span, int blanks, LineMarkup known)
        {
            var length = _count;
            while (length > 0 && char.IsWhiteSpace(_text[length - 1]))
            {
                length--;
            }

            var from = 0;
            while (from < length && char.IsWhiteSpace(_text[from]))
            {
                from++;
            }

            var text = new string(_text[from..length]);
            var folded = string.Create(text.Length, text, static (to, s) =>
            {
                for (var i = 0; i < s.Length; i++)
                {
                    to[i] = Fold(s[i]);
                }
            });
            var markup = _markup | known;
            if (_isRow || text.Contains('\t', StringComparison.Ordinal))
            {
                markup |= LineMarkup.Columns;
            }

            if (_isRow && !text.AsSpan().ContainsAnyExcept("-:\t |"))
            {
                markup |= LineMarkup.TableRule;
            }

            var isPlain = length == from
                || (_ends[length - 1] - _starts[from] == length - from && IsPlain(_starts[from..length], _ends[from..length]));
            return isPlain
                ? new SourceLine(index, span, text, folded, length == from ? span.Start : _starts[from], null, null, blanks, markup)
                : new SourceLine(
                    index, span, text, folded, 0, _starts[from..length].ToArray(), _ends[from..length].ToArray(), blanks, markup);
        }

        /// <summary>Whether every character came from the one source character at its place.</summary>
        private static bool IsPlain(ReadOnlySpan<int> starts, ReadOnlySpan<int> ends)
        {
            for (var i = 0; i < starts.Length; i++)
            {
                if (starts[i] != starts[0] + i || ends[i] != starts[i] + 1)
                {
                    return false;
                }
            }

            return true;
        }

        private readonly bool IsRuleLine()
        {
            var marks = 0;
            for (var i = _at; i < _end; i++)
            {
                var c = _source[i];
                if (c is '-' or '_' or '=' or '\u2013' or '\u2014' or '\u2500' or '~' or '*')
                {
                    marks++;
                }
                else if (!char.IsWhiteSpace(c) && c != '\\')
                {
                    return false;
                }
            }

            return marks >= 3;
        }

        private static bool IsBullet(char c) => c is '-' or '+' or '*' or '•' or '●' or '○' or '▪' or '■' or '–' or '—' or '·' or 'o' or '\uF0B7' or '►' or '➢';

        private readonly bool IsAfterBullet(int bullet)
        {
            var next = _source[bullet + 1];
            if (char.IsWhiteSpace(next))
            {
                return true;
            }

            // "-Như trên" and "•Lưu" are bullets; "-5" and "*Kính gửi:*" are not.
            return _source[bullet] is not ('*' or 'o' or '+') && char.IsLetter(next);
        }

        private void ReadSpace()
        {
            var start = _at;
            var width = 0;
            var isColumn = false;
            while (_at < _end && (char.IsWhiteSpace(_source[_at]) || IsInvisible(_source[_at]) || (_isRow && _source[_at] == '|')))
            {
                isColumn |= _source[_at] is '\t' or '|';
                width++;
                _at++;
            }

            Append(isColumn || width >= ColumnGap ? '\t' : ' ', start, _at);
        }

        private void ReadEscaped()
        {
            Append(_source[_at + 1], _at, _at + 2);
            _at += 2;
        }

        private bool TryReadTag()
        {
            var close = _source.IndexOf('>', _at, Math.Min(MaxTag, _end - _at));
            if (close < 0 || close == _at + 1)
            {
                return false;
            }

            var name = _source.AsSpan(_at + 1, close - _at - 1).TrimStart('/');
            if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || name.ContainsAny(",;"))
            {
                return false;
            }

            var start = _at;
            _at = close + 1;
            if (name.StartsWith("br", StringComparison.OrdinalIgnoreCase) || name.StartsWith("td", StringComparison.OrdinalIgnoreCase))
            {
                Append('\t', start, _at);
            }

            return true;
        }

        private readonly bool IsEmphasis()
        {
            var first = _at;
            while (first > 0 && _source[first - 1] == '*')
            {
                first--;
            }

            var last = _at;
            while (last + 1 < _end && _source[last + 1] == '*')
            {
                last++;
            }

            var before = first == 0 || char.IsWhiteSpace(_source[first - 1]);
            var after = last + 1 >= _source.Length || char.IsWhiteSpace(_source[last + 1]);
            return last - first < 3 && !(before && after && last == first);
        }

        private readonly bool IsUnderscoreEmphasis()
        {
            var previous = _at > 0 ? _source[_at - 1] : ' ';
            var next = _at + 1 < _source.Length ? _source[_at + 1] : ' ';
            return previous == '_'
                ? (_at < 2 || _source[_at - 2] != '_') && next != '_'
                : next == '_'
                    ? _at + 2 >= _source.Length || _source[_at + 2] != '_'
                    : char.IsLetterOrDigit(previous) != char.IsLetterOrDigit(next);
        }

        private void ReadLetter()
        {
            var start = _at;
            var c = _source[_at++];
            var marks = _at;
            while (marks < _end && IsMark(_source[marks]))
            {
                marks++;
            }

            if (marks == _at)
            {
                Append(c is '\u00D0' or '\u0189' ? 'Đ' : c, start, _at);
                return;
            }

            // The length cap keeps one letter under a hundred thousand marks from costing seconds.
            var cluster = _source.Substring(start, Math.Min(marks - start, MaxMarks));
            _at = marks;
            foreach (var composed in char.IsSurrogate(c) ? cluster[..1] : cluster.Normalize(NormalizationForm.FormC))
            {
                if (!IsMark(composed))
                {
                    Append(composed, start, marks);
                }
            }
        }

        private readonly bool StartsWith(int at, string mark) =>
            at + mark.Length <= _end && _source.AsSpan(at, mark.Length).SequenceEqual(mark);

        private void Append(char c, int start, int end)
        {
            if (_count > 0 && c is ' ' or '\t' && _count > 0 && _text[_count - 1] is ' ' or '\t')
            {
                if (c == '\t')
                {
                    _text[_count - 1] = '\t';
                }

                return;
            }

            if (_count == _text.Length)
            {
                return;
            }

            _text[_count] = c;
            _starts[_count] = start;
            _ends[_count] = end;
            _count++;
        }
    }
}
