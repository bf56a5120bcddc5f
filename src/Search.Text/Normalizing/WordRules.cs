namespace Search.Text.Normalizing;

/// <summary>The rules for whole words, in their order, over every run of letters of a chunk.</summary>
internal static class WordRules
{
    internal static void Apply(Chunk chunk)
    {
        var i = 0;
        while (i < chunk.Count)
        {
            if (!char.IsLetter(chunk.Text[i]))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < chunk.Count && char.IsLetter(chunk.Text[end]))
                end++;
            TonePlacement.Apply(chunk.Text[i..end]);
            i = end;
        }
    }
}
