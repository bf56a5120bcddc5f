using System.Security.Cryptography;
using System.Text;
using Search.Store;

namespace Search.Ingestion.Running;

/// <summary>
/// Keeps documents whose files vanish many at once, as when a share is not mounted: nobody deletes a tenth of an archive
/// without saying so. A person says so by acknowledging the warning, or by ingesting the folder by hand.
/// </summary>
internal sealed class VanishedFiles(DataWarnings warnings, TimeProvider clock)
{
    private const string Code = "folder-vanished";

    /// <summary>So few go without a question: people do delete files.</summary>
    private const int Few = 5;
    private const int Share = 10;

    /// <summary>The files that may be taken out now.</summary>
    /// <param name="gone">Paths of the files that are gone.</param>
    /// <param name="known">How many files of each root, by its name, the store held before.</param>
    public IReadOnlyList<string> MayGo(IReadOnlyList<string> gone, IReadOnlyDictionary<string, int> known)
    {
        var going = new List<string>(gone.Count);
        foreach (var root in gone.GroupBy(RootOf, StringComparer.Ordinal))
        {
            var paths = root.ToList();
            if (paths.Count < Few || paths.Count * Share <= known.GetValueOrDefault(root.Key) || IsConfirmed(root.Key, paths, known.GetValueOrDefault(root.Key)))
            {
                going.AddRange(paths);
            }
        }

        return going;
    }

    /// <summary>Name of the root that a path begins with.</summary>
    public static string RootOf(string path) =>
        path.IndexOf('/', StringComparison.Ordinal) is var cut and > 0 ? path[..cut] : path;

    private bool IsConfirmed(string root, List<string> paths, int known)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', paths))));
        var id = DataWarnings.IdOf(Code, digest);
        if (warnings.IsAcknowledged(id))
        {
            return true;
        }

        warnings.Add(new DataWarning(
            id,
            clock.GetUtcNow(),
            Code,
            $"{paths.Count} trong {known} tệp của '{root}' biến mất cùng lúc; chưa bỏ văn bản nào. Nếu ổ đĩa chưa được gắn, hãy gắn lại; "
                + $"nếu các tệp đã được xóa thật, hãy xác nhận bằng 'search verify --acknowledge {id}'.",
            $"{paths.Count} of {known} files of '{root}' vanished at once; no document was taken out. If a disk is not mounted, mount it; "
                + $"if the files were deleted, acknowledge with 'search verify --acknowledge {id}'."));
        return false;
    }
}
