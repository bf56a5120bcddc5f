using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>
/// The readers as a program: requests on its input, an answer each on its output, until the input ends. Whoever started
/// it sets the limit of memory and ends it when its time is up.
/// </summary>
internal static class Program
{
    /// <summary>Enough for trees as deep as the guards let through.</summary>
    private const int StackSize = 16 << 20;

    /// <summary>Exit code when a file needs more memory than there may be. The heap is not used again after that.</summary>
    public const int OutOfMemory = 3;

    public static int Main()
    {
        using var input = new BufferedStream(Console.OpenStandardInput(), 64 << 10);
        using var output = new BufferedStream(Console.OpenStandardOutput(), 64 << 10);
        using var reader = new BinaryReader(input, System.Text.Encoding.UTF8);
        try
        {
            while (true)
            {
                var request = ReadRequest.ReadFrom(reader);

                // This thread goes back to the input at once: when whoever asked is gone, the input ends, and with it the
                // program, whatever it is at.
                new Thread(() => Answer(request, output), StackSize) { IsBackground = true }.Start();
            }
        }
        catch (EndOfStreamException)
        {
            return 0;
        }
        catch (OutOfMemoryException)
        {
            return OutOfMemory;
        }
    }

    private static void Answer(ReadRequest request, Stream output)
    {
        try
        {
            var text = request.Encoding is null ? null : request.Text;
            var answer = Read(request, text);

            // The next request may come as soon as the last byte is out, before this thread is done with the stream.
            lock (output)
            {
                answer.WriteTo(output, text);
                output.Flush();
            }
        }
        catch (OutOfMemoryException)
        {
            Environment.Exit(OutOfMemory);
        }
        catch (IOException)
        {
            // Nobody waits for the answer any more.
        }
    }

    private static ReadAnswer Read(ReadRequest request, string? text)
    {
        try
        {
            return ReadSurely(request, text);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return new ReadAnswer(null, new ReadError(
                "unexpected",
                $"Lỗi ngoài dự kiến khi xử lý tệp ({fault.GetType().Name}).",
                $"An unexpected error while working on the file ({fault.GetType().Name})."));
        }
    }

    private static ReadAnswer ReadSurely(ReadRequest request, string? text)
    {
        var reader = DocumentReaders.For(request.Extension, Readers.Create(request.MaxLength));
        if (text is not null && reader is ITextReader plain)
        {
            return new ReadAnswer(plain.Read("", text, request.Encoding!), null);
        }

        ReadError? error = null;
        return reader is not null && reader.TryRead("", request.Content, out var source, out error)
            ? new ReadAnswer(source, null)
            : new ReadAnswer(null, error ?? new ReadError("unknown-format", "Không đọc được định dạng này.", "There is no reader for this format."));
    }
}
