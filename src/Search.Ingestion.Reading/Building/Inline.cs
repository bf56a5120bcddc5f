namespace Search.Ingestion.Reading;

/// <summary>
/// Marks in the text of a <see cref="Piece"/> for what stands in the source and is no word of the text. They are characters
/// that Unicode keeps for programs, which no file holds; <see cref="SourceBuilder"/> takes them out again.
/// </summary>
internal static class Inline
{
    /// <summary>Begins what is not read: the mark of a note.</summary>
    public const char Unread = '\uFDD0';

    /// <summary>Begins what the reader made: the number of a list item.</summary>
    public const char Made = '\uFDD1';

    /// <summary>Ends either.</summary>
    public const char End = '\uFDD2';

    /// <summary>The mark of a note: in brackets, so that it shows as one, and not read with the words around it.</summary>
    public static string Note(string mark) => $"{Unread}[{mark}]{End}";

    /// <summary>Text that the reader made; nothing for none.</summary>
    public static string Generated(string text) => text.Length == 0 ? "" : $"{Made}{text}{End}";

    /// <summary>Whether a character is one of these marks.</summary>
    public static bool IsMark(char c) => c is Unread or Made or End;
}
