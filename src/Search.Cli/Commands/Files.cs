using Search.Store;

namespace Search.Cli.Commands;

/// <summary>Reads files that a command line names.</summary>
internal static class Files
{
    private const long MaxBytes = 64L << 20;

    /// <summary>All of a file of text in UTF-8; the rules of <see cref="Read"/>.</summary>
    public static string ReadText(string path)
    {
        using var text = new StreamReader(new MemoryStream(Read(path)));
        return text.ReadToEnd();
    }

    /// <summary>All bytes of a file; <c>-</c> reads standard input.</summary>
    /// <exception cref="CommandException">It does not exist, is a folder, a pipe or a device, or is too large.</exception>
    public static byte[] Read(string path)
    {
        if (path is "-")
        {
            using var input = Console.OpenStandardInput();
            using var bytes = new MemoryStream();
            input.CopyTo(bytes);
            return bytes.ToArray();
        }

        var file = RequireFile(path);
        var length = (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
        if (length > MaxBytes)
        {
            throw CommandException.Failed(
                $"Tệp '{path}' lớn hơn {MaxBytes >> 20} MiB.", $"The file '{path}' is larger than {MaxBytes >> 20} MiB.");
        }

        return length > 0 ? System.IO.File.ReadAllBytes(path) : []; // a device such as /dev/zero has no length and no end
    }

    /// <summary>What lies at a path that a command is going to read, when that is a file.</summary>
    /// <exception cref="CommandException">It does not exist, or is a folder, a pipe, a socket or a device.</exception>
    public static FileInfo RequireFile(string path)
    {
        if (Directory.Exists(path))
        {
            throw CommandException.WrongUsage($"'{path}' là thư mục; cần một tệp.", $"'{path}' is a folder; a file is needed.");
        }

        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw CommandException.NotFound($"Không có tệp '{path}'.", $"There is no file '{path}'.");
        }

        // Reading a pipe may wait for ever; the length of a link says nothing of where it leads.
        if (SpecialFiles.Is(path))
        {
            throw CommandException.Failed(
                $"'{path}' không phải là tệp thường (ống dẫn, ổ cắm hoặc thiết bị).", $"'{path}' is a pipe, a socket or a device, not a file.");
        }

        return file;
    }
}
