using System.Text;

namespace Search.Engine;

/// <summary>Gives the words of a query a number that a reader of stored texts finds them by. One thread at a time.</summary>
internal sealed class WordTable
{
    private readonly byte[] _byCode = new byte[SyllableCode.Limit];
    private readonly List<int> _codes = [];
    private readonly List<(byte[] Word, byte Value)> _foreign = [];

    /// <summary>The value of each code; 0 for words that were not added.</summary>
    public ReadOnlySpan<byte> ByCode => _byCode;

    /// <summary>Adds a word; one that is there keeps its value.</summary>
    /// <param name="exact">Its exact form.</param>
    /// <param name="value">Its value, above 0.</param>
    public void Add(string exact, byte value)
    {
        var code = SyllableCode.Of(exact);
        if (code == SyllableCode.None)
        {
            var word = Encoding.UTF8.GetBytes(exact);
            if (Foreign(word) == 0)
            {
                _foreign.Add((word, value));
            }
        }
        else if (_byCode[code] == 0)
        {
            _byCode[code] = value;
            _codes.Add(code);
        }
    }

    /// <summary>The value of a word without a code; 0 for words that were not added.</summary>
    public byte Foreign(ReadOnlySpan<byte> word)
    {
        foreach (var (own, value) in _foreign)
        {
            if (word.SequenceEqual(own))
            {
                return value;
            }
        }

        return 0;
    }

    /// <summary>Forgets all words.</summary>
    public void Clear()
    {
        foreach (var code in _codes)
        {
            _byCode[code] = 0;
        }

        _codes.Clear();
        _foreign.Clear();
    }
}
