namespace Search.Ingestion.Reading;

/// <summary>A word with its box, in points or pixels from the upper left corner of the page.</summary>
/// <param name="Text">Its letters.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Lower edge.</param>
/// <param name="Confidence">How sure recognition is of it, from 0 to 1; 1 for the text layer of a file.</param>
internal sealed record PdfWord(string Text, double Left, double Top, double Right, double Bottom, double Confidence = 1)
{
    public double Height => Bottom - Top;
}
