using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>Ends a reading from deep inside; the reader turns it into its error.</summary>
internal sealed class ReadRefusedException(ReadError error) : Exception(error.MessageEn)
{
    public ReadError Error => error;
}
