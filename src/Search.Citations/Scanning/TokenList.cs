using System.Buffers;
using Search.Text;

namespace Search.Citations.Scanning;

/// <summary>The tokens of a stretch of normalized text, in rented memory.</summary>
internal sealed class TokenList : IDisposable
{
    private Token[] _items;

    private readonly WorkBudget _budget;

    /// <param name="text">The whole normalized text.</param>
    /// <param name="start">Where the stretch begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="budget">Spent by every look at a token, whoever takes it.</param>
    public TokenList(string text, int start, int end, WorkBudget budget)
    {
        _budget = budget;
        Text = text;
        Start = start;
        End = end;
        _items = ArrayPool<Token>.Shared.Rent(Math.Max(64, (end - start) / 4));
    }

    /// <summary>The whole normalized text.</summary>
    public string Text { get; }

    /// <summary>Where the stretch begins in <see cref="Text"/>.</summary>
    public int Start { get; }

    /// <summary>Where it ends.</summary>
    public int End { get; }

    public int Count { get; private set; }

    public ref readonly Token this[int index]
    {
        get
        {
            _budget.Spend();
            return ref _items[index];
        }
    }

    public void Add(in Token token)
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        _items[Count++] = token;
    }

    public bool IsWord(int index, WordId word)
    {
        _budget.Spend();
        return (uint)index < (uint)Count && _items[index].Kind == TokenKind.Word && _items[index].Exact == word.Exact;
    }

    public bool IsLoosely(int index, WordId word)
    {
        _budget.Spend();
        return (uint)index < (uint)Count && _items[index].Kind == TokenKind.Word && _items[index].Word == word.Folded;
    }

    public bool IsPunctuation(int index, char c)
    {
        _budget.Spend();
        return (uint)index < (uint)Count && _items[index].IsPunctuation(c);
    }

    public bool IsNumber(int index)
    {
        _budget.Spend();
        return (uint)index < (uint)Count && _items[index].IsNumber;
    }

    public bool Has(int index, TokenFlags flag)
    {
        _budget.Spend();
        return (uint)index < (uint)Count && _items[index].Has(flag);
    }

    /// <summary>One past a bracket that opens at a token; the token itself where none does, or where it does not close.</summary>
    /// <param name="at">The token.</param>
    /// <param name="most">The bracket closes within so many tokens.</param>
    /// <param name="stop">Nor does it go on over what bears this.</param>
    /// <param name="holdsNumbers">Whether numbers may stand in it.</param>
    public int PastBracket(int at, int most, TokenFlags stop, bool holdsNumbers)
    {
        for (var i = at + 1; IsPunctuation(at, '(') && i < Math.Min(Count, at + most) && !Has(i, stop) && (holdsNumbers || !IsNumber(i)); i++)
        {
            if (IsPunctuation(i, ')'))
            {
                return i + 1;
            }
        }

        return at;
    }

    public ReadOnlySpan<char> TextOf(int index) => Text.AsSpan(_items[index].Start, _items[index].Length);

    /// <summary>First token that starts at or after an offset, searched forward from <paramref name="from"/>.</summary>
    public int Seek(int from, int offset)
    {
        while (from < Count && _items[from].Start < offset)
        {
            from++;
        }

        return from;
    }

    /// <summary>First token that starts at or after an offset, by binary search.</summary>
    public int Find(int offset)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_items[middle].Start < offset)
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

    /// <summary>The words from one token to another with single spaces, emphasis left out.</summary>
    public string Words(int from, int to)
    {
        if (from >= to)
        {
            return "";
        }

        var words = new System.Text.StringBuilder(_items[to - 1].End - _items[from].Start);
        for (var i = from; i < to; i++)
        {
            if (i > from && _items[i].Has(TokenFlags.Space))
            {
                words.Append(' ');
            }

            words.Append(TextOf(i));
        }

        return words.ToString();
    }

    public void Dispose()
    {
        ArrayPool<Token>.Shared.Return(_items);
        _items = [];
        Count = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<Token>.Shared.Rent(_items.Length * 2);
        _items.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<Token>.Shared.Return(_items);
        _items = larger;
    }
}
