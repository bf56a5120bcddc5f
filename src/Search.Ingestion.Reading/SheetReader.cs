using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>
/// Spreadsheets (.xlsx, .xls, .xlsb) by ExcelDataReader: each sheet a table, each row with text a row of cells. Dates come
/// as days, so that nobody has to guess whether 43692 is one.
/// </summary>
internal sealed partial class SheetReader(int maxLength) : IDocumentReader
{
    /// <summary>Cells to the right of this belong to no list or table of a paper.</summary>
    private const int MaxColumns = 256;

    static SheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public IReadOnlyCollection<string> Extensions { get; } = [".xlsx", ".xls", ".xlsb", ".xlsm"];

    public bool TryRead(
        string name,
        ReadOnlyMemory<byte> bytes,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error)
    {
        text = null;
        if (bytes.Span.StartsWith("PK"u8))
        {
            if (!PackageGuard.TryOpen(bytes, out var package, out error))
            {
                return false;
            }

            using (package)
            {
                return TryRead(name, bytes, package, out text, out error);
            }
        }

        return TryRead(name, bytes, package: null, out text, out error);
    }

    private bool TryRead(
        string name,
        ReadOnlyMemory<byte> bytes,
        ZipArchive? package,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error)
    {
        text = null;
        try
        {
            var builder = new SourceBuilder(maxLength);
            if (package is not null)
            {
                PackageBeside.Read(package, "xl/", builder);
            }

            using var stream = MemoryMarshal.TryGetArray(bytes, out var array)
                ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
                : new MemoryStream(bytes.ToArray(), writable: false);
            using var book = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
            do
            {
                AddSheet(builder, book);
            }
            while (book.NextResult());

            text = builder.Build(name, "sheet");
            error = null;
            return true;
        }
        catch (ReadRefusedException refused)
        {
            error = refused.Error;
        }
        catch (InvalidPasswordException)
        {
            error = new ReadError("encrypted", "Bảng tính được đặt mật khẩu.", "The workbook is protected by a password.");
        }
        catch (Exception broken) when (broken is ExcelReaderException or InvalidDataException or XmlException or FormatException
            or ArgumentException or IOException or IndexOutOfRangeException or OverflowException or NotSupportedException or InvalidOperationException or NullReferenceException)
        {
            // The library lets whatever it stumbles over out.
            error = new ReadError("broken-sheet", "Bảng tính bị hỏng, không đọc được.", "The workbook is damaged and cannot be read.");
        }

        return false;
    }

    private static void AddSheet(SourceBuilder builder, IExcelDataReader book)
    {
        var number = 0;
        var isHidden = book.VisibleState is not (null or "visible");
        if (!isHidden)
        {
            builder.AddBeside(book.Name);
            AddMargins(builder, book.HeaderFooter);
        }

        while (book.Read())
        {
            if (isHidden)
            {
                continue;
            }

            var cells = new List<string>();
            for (var i = 0; i < Math.Min(book.FieldCount, MaxColumns); i++)
            {
                cells.Add(Show(book.GetValue(i)));
            }

            while (cells.Count > 0 && cells[^1].Length == 0)
            {
                cells.RemoveAt(cells.Count - 1);
            }

            if (cells.Count > 0)
            {
                builder.Add(new Piece(BlockKind.TableRow, string.Join('\t', cells), ++number));
            }
        }
    }

    /// <summary>What is printed at the head and the foot of every page of a sheet.</summary>
    private static void AddMargins(SourceBuilder builder, HeaderFooter? margins)
    {
        if (margins is not null)
        {
            foreach (var part in (string?[])[margins.FirstHeader, margins.FirstFooter, margins.OddHeader, margins.OddFooter, margins.EvenHeader, margins.EvenFooter])
            {
                builder.AddBeside(Codes().Replace(part ?? "", "\n"));
            }
        }
    }

    /// <summary>Codes in the header of a sheet: its three parts, fonts, colors, sizes, numbers of pages. <c>&amp;C&amp;"Arial,Bold"&amp;12MẬT</c></summary>
    [GeneratedRegex("&(?:\"[^\"]*\"|K[0-9A-F]{6}|K\\d{2}[+-]\\d{3}|\\d{1,3}|.)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Codes();

    private static string Show(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture),
        double number => number.ToString(number == Math.Floor(number) && Math.Abs(number) < 1e15 ? "0" : "G15", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!.ReplaceLineEndings("\n").Replace('\t', ' '),
    };
}
