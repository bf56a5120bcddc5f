namespace Search.Engine.Embedded;

/// <summary>
/// The codes in which the texts of passages are kept: the more often a term occurs in the segment, the smaller its
/// code. A byte 0 says that a line, a clause or a sentence of the body begins with the next term; 1 to 190 are the
/// codes 0 to 189; 191 to 254 begin two bytes (16,384 codes); 255 begins four.
/// </summary>
internal static class ForwardCode
{
    /// <summary>Stands before the term that begins a line.</summary>
    public const byte Line = 0;

    /// <summary>Codes of one byte.</summary>
    public const int Short = 190;

    /// <summary>First of the bytes that begin two.</summary>
    public const int Lead = Short + 1;

    /// <summary>Begins four bytes.</summary>
    public const byte Escape = 255;

    /// <summary>Codes of one and two bytes.</summary>
    public const int Middle = Short + ((Escape - Lead) * 256);

    /// <summary>The number of the body in <see cref="IndexFields.TextFields"/>; lines are kept of it alone.</summary>
    public const int Body = 3;
}
