using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Search.Store;

/// <summary>
/// The warnings of a data folder, in <c>warnings.json</c>. They outlast restarts and every command that mends what they tell
/// of: lost data does not come back by being looked at. Safe for use from many threads.
/// </summary>
/// <param name="dataDirectory">The data folder; need not exist.</param>
public sealed class DataWarnings(string dataDirectory)
{
    private const string FileName = "warnings.json";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Lock _lock = new();
    private readonly string _path = Path.Combine(dataDirectory, FileName);

    /// <summary>The id of a finding: the same whenever it is found again.</summary>
    /// <param name="code">Stable name of the kind.</param>
    /// <param name="subject">What tells it from others of the kind.</param>
    public static string IdOf(string code, string subject) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{code}\n{subject}")).AsSpan(0, 4));

    /// <summary>What is not acknowledged, oldest first. A file that cannot be read is a finding itself.</summary>
    public IReadOnlyList<DataWarning> Open()
    {
        lock (_lock)
        {
            return [.. Load().Where(warning => !warning.IsAcknowledged)];
        }
    }

    /// <summary>Whether somebody has acknowledged a finding.</summary>
    /// <param name="id">Its id.</param>
    public bool IsAcknowledged(string id)
    {
        lock (_lock)
        {
            return Load().Exists(warning => warning.IsAcknowledged && string.Equals(warning.Id, id, StringComparison.Ordinal));
        }
    }

    /// <summary>Adds a finding; one that is there already stays as it is. On disk when this returns.</summary>
    /// <param name="warning">The finding.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public void Add(DataWarning warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        lock (_lock)
        {
            var all = Load();
            if (!all.Exists(known => string.Equals(known.Id, warning.Id, StringComparison.Ordinal)))
            {
                Save([.. all, warning]);
            }
        }
    }

    /// <summary>Notes that a finding is known, so that nobody is notified of it any more.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>False when there is no such open finding.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public bool Acknowledge(string id)
    {
        lock (_lock)
        {
            var all = Load();
            var at = all.FindIndex(warning => !warning.IsAcknowledged && string.Equals(warning.Id, id, StringComparison.Ordinal));
            if (at < 0)
            {
                return false;
            }

            all[at] = all[at] with { IsAcknowledged = true };
            Save(all);
            return true;
        }
    }

    private List<DataWarning> Load()
    {
        try
        {
            return JsonSerializer.Deserialize<List<DataWarning>>(File.ReadAllBytes(_path), Options) ?? [];
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return
            [
                new DataWarning(
                    IdOf("unreadable-warnings", FileName),
                    DateTimeOffset.UnixEpoch,
                    "unreadable-warnings",
                    $"Không đọc được '{FileName}' trong thư mục dữ liệu; có thể có cảnh báo chưa được xem.",
                    $"'{FileName}' in the data folder cannot be read; there may be warnings that nobody has seen."),
            ];
        }
    }

    private void Save(IReadOnlyList<DataWarning> warnings)
    {
        DurableFiles.MakeFolder(dataDirectory);
        DurableFiles.Replace(_path, stream => JsonSerializer.Serialize(stream, warnings, Options));
    }
}
