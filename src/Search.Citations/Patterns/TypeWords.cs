using Search.Citations.Scanning;
using Search.Documents.Catalogues;

namespace Search.Citations.Patterns;

/// <summary>Whether words of the text are the type's name; other words fold to the same letters.</summary>
internal static class TypeWords
{
    /// <summary>The word is the type's name with at most its tones damaged; other words fold to the same letters.</summary>
    public static bool Are(TokenList tokens, int at, int head, TypeEntry type)
    {
        if (Same(tokens, at, head, type.Name))
        {
            return true;
        }

        foreach (var name in type.LongNames)
        {
            if (Same(tokens, at, head, name))
            {
                return true;
            }
        }

        return type.Variants.Count > 0 && type.Variants.Any(variant => Same(tokens, at, head, variant));
    }

    private static bool Same(TokenList tokens, int at, int head, string name)
    {
        var p = 0;
        for (var i = at; i < head; i++)
        {
            if (i > at)
            {
                if (p >= name.Length || name[p] != ' ')
                {
                    return false;
                }

                p++;
            }

            foreach (var c in tokens.TextOf(i))
            {
                if (p >= name.Length || ToneTable.Remove(c) != ToneTable.Remove(name[p]))
                {
                    return false;
                }

                p++;
            }
        }

        return p == name.Length;
    }
}
