using System.Security.Cryptography;
using System.Text.Json;
using Search.Store;
using Search.Store.Audit;

namespace Search.Application.Accounts;

/// <summary>
/// <c>keys.json</c>, where former versions kept the API keys of a data folder. Its keys are taken over once into the
/// store; the file stays beside it as <c>keys.json.taken-over</c>.
/// </summary>
internal static class KeyFile
{
    public const string Name = "keys.json";
    private const string Aside = ".taken-over";

    /// <summary>Takes the file over where there is one.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <param name="records">Where the keys go.</param>
    /// <param name="clock">Dates the entry of the audit log.</param>
    /// <returns>What is wrong with the file, Vietnamese and English; null when nothing is. A damaged file stays where it is.</returns>
    public static (string Vietnamese, string English)? TakeOver(string dataDirectory, IRecordStore records, TimeProvider clock)
    {
        var path = Path.Combine(dataDirectory, Name);
        if (!File.Exists(path))
        {
            return null;
        }

        List<ApiKey> keys;
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
            keys = JsonSerializer.Deserialize<List<ApiKey>>(bytes, JsonSerializerOptions.Web) ?? throw new JsonException("null");
            if (keys.Exists(key => key is not { Id.Length: > 0, Hash.Length: 64, Scopes: not null }))
            {
                throw new JsonException("a key without id, hash or scopes");
            }
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return (
                $"Không đọc được '{path}' ({error.Message}): các mã truy cập trong đó không có hiệu lực. Hãy khôi phục tệp từ bản sao lưu, hoặc xóa tệp rồi tạo mã mới.",
                $"'{path}' cannot be read ({error.Message}): the keys in it do not work. Restore the file from a backup, or delete it and make new keys.");
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        records.Write(changes =>
        {
            // A stop between the transaction and the move must not bring back a key that was revoked since.
            if (changes.Read(RecordKinds.TakenOver, Name) is { } taken && taken.Payload!.Contains(hash, StringComparison.Ordinal))
            {
                return false;
            }

            foreach (var key in keys.Where(key => changes.Read(RecordKinds.Key, key.Id) is null))
            {
                changes.Put(RecordKinds.Key, key.Id, RecordJson.Write(key));
            }

            changes.Put(RecordKinds.TakenOver, Name, RecordJson.Write(new { Sha256 = hash, Keys = keys.Count }));
            AuditLog.Append(changes, new AuditEntry(clock.GetUtcNow(), AccountService.Operator, AuditActions.KeysTakenOver, Name));
            return true;
        });
        DurableFiles.Move(path, path + Aside, overwrite: true);
        return null;
    }
}
