using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace Search.Engine.LuceneNet;

/// <summary>
/// A directory of which the newest commit is found by its list of files alone. Lucene reads <c>segments.gen</c> besides,
/// and refuses the whole index when that one is torn by a power cut, though nothing depends on it.
/// </summary>
/// <param name="inner">The directory.</param>
internal sealed class CommitDirectory(LuceneDirectory inner) : FilterDirectory(inner)
{
    private const int NumberBase = 36;

    /// <summary>The number of the newest commit among the names of a folder's files; -1 for none.</summary>
    public static long Newest(IEnumerable<string> names)
    {
        var newest = -1L;
        foreach (var name in names)
        {
            if (name.StartsWith(IndexFileNames.SEGMENTS + "_", StringComparison.Ordinal))
            {
                newest = Math.Max(newest, Number(name.AsSpan(IndexFileNames.SEGMENTS.Length + 1)));
            }
        }

        return newest;
    }

    public override IndexInput OpenInput(string name, IOContext context) => base.OpenInput(Readable(name), context);

    public override ChecksumIndexInput OpenChecksumInput(string name, IOContext context) => base.OpenChecksumInput(Readable(name), context);

    public override IndexInputSlicer CreateSlicer(string name, IOContext context) => m_input.CreateSlicer(name, context);

    private static string Readable(string name) => string.Equals(name, IndexFileNames.SEGMENTS_GEN, StringComparison.Ordinal)
        ? throw new FileNotFoundException(string.Create(CultureInfo.InvariantCulture, $"{name} is not read"), name)
        : name;

    private static long Number(ReadOnlySpan<char> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
        {
            var value = char.IsAsciiDigit(digit) ? digit - '0' : digit is >= 'a' and <= 'z' ? digit - 'a' + 10 : -1;
            if (value < 0 || number > long.MaxValue / NumberBase / 2)
            {
                return -1;
            }

            number = (number * NumberBase) + value;
        }

        return digits.IsEmpty ? -1 : number;
    }
}
