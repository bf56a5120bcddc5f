namespace Search.Text.Legacy;

/// <summary>
/// UTF-16 without a byte order mark: in Vietnamese text most high bytes are 0 and all others are 01, 03, 1E or 20, so one
/// half of the bytes is almost empty and the other holds no zero.
/// </summary>
internal static class Utf16Guess
{
    private const int SampleLength = 4096;

    internal static bool TryGuess(ReadOnlySpan<byte> bytes, out bool isBigEndian)
    {
        isBigEndian = false;
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
        {
            return false;
        }

        var sample = bytes[..Math.Min(bytes.Length, SampleLength)];
        Span<int> zeros = [0, 0];
        Span<int> low = [0, 0];
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
            {
                zeros[i & 1]++;
            }

            if (sample[i] is 0 or 0x01 or 0x03 or 0x1E or 0x20)
            {
                low[i & 1]++;
            }
        }

        var half = sample.Length / 2;
        isBigEndian = zeros[0] > zeros[1];
        var high = isBigEndian ? 0 : 1;
        return zeros[1 - high] == 0 && zeros[high] * 2 > half && low[high] * 20 >= half * 19;
    }
}
