using System.Text.Json;
using Search.Application;
using Search.Store;

namespace Search.Api.Jobs;

/// <summary>
/// The jobs on disk, in a hidden folder of the upload folder, which no scan looks into: <c>ID.json</c> is the job,
/// <c>ID.upload</c> its file until its turn comes. Both are on disk, names included, before a job counts as accepted, and
/// nothing is deleted that may have been: what no job can be read for is set aside in <c>stray/</c>.
/// </summary>
internal sealed class JobFolder(string uploads)
{
    private readonly string _folder = Path.Combine(uploads, ".jobs");

    private string StrayFolder => Path.Combine(_folder, "stray");

    /// <summary>Opens the file that an upload is written to.</summary>
    public FileStream Receive(string id)
    {
        DurableFiles.MakeFolder(_folder);
        return DurableFiles.Create(Upload(id), FileMode.CreateNew);
    }

    /// <summary>Path of the file of an upload that was not put among the sources yet; null where there is none.</summary>
    public string? Received(string id) => File.Exists(Upload(id)) ? Upload(id) : null;

    /// <summary>Puts an upload among the sources under the name that was chosen for it. When that is done already, nothing happens.</summary>
    /// <returns>Its path there.</returns>
    public string Publish(IngestJob job)
    {
        var path = Path.Combine(uploads, job.StoredAs ?? job.Name);
        if (Received(job.Id) is { } received)
        {
            DurableFiles.Move(received, path, overwrite: true);
        }

        return path;
    }

    /// <summary>Writes a job; on disk when this returns.</summary>
    public void Save(IngestJob job)
    {
        DurableFiles.MakeFolder(_folder);
        DurableFiles.Replace(Description(job.Id), stream => JsonSerializer.Serialize(stream, job, WireJson.Compact));
    }

    /// <summary>A job that another host accepted, of those that put their uploads beside ours; null where none did.</summary>
    /// <param name="id">Its id; any text is safe.</param>
    public IngestJob? OfAnotherHost(string id) =>
        !Guid.TryParseExact(id, "N", out _) || Path.GetDirectoryName(Path.GetFullPath(uploads)) is not { } beside || !Directory.Exists(beside)
            ? null
            : Directory.EnumerateDirectories(beside).Order(StringComparer.Ordinal)
                .Select(host => Path.Combine(host, ".jobs", id + ".json")).Where(File.Exists).Select(Read).FirstOrDefault(job => job is not null);

    /// <summary>Deletes a job and what is left of its upload.</summary>
    public void Delete(string id)
    {
        File.Delete(Description(id));
        File.Delete(Upload(id));
    }

    /// <summary>All jobs, oldest first. A job that was written and did not get its name any more is adopted.</summary>
    public IReadOnlyList<IngestJob> Load()
    {
        if (!Directory.Exists(_folder))
        {
            return [];
        }

        foreach (var next in Directory.EnumerateFiles(_folder, "*.next").ToList())
        {
            var description = next[..^".next".Length];
            if (Read(description) is null && Read(next) is not null)
            {
                DurableFiles.Move(next, description, overwrite: true);
            }
        }

        return [.. Directory.EnumerateFiles(_folder, "*.json").Select(Read).OfType<IngestJob>()
            .OrderBy(job => job.CreatedAt).ThenBy(job => job.Id, StringComparer.Ordinal)];
    }

    /// <summary>The files of uploads that no job is known for: its description is damaged, or the upload broke off.</summary>
    /// <param name="jobs">The jobs that are known.</param>
    /// <param name="writtenBefore">Later ones may still be coming in.</param>
    public IReadOnlyList<FileInfo> Strays(IEnumerable<IngestJob> jobs, DateTimeOffset writtenBefore)
    {
        if (!Directory.Exists(_folder))
        {
            return [];
        }

        var known = jobs.Select(job => job.Id).ToHashSet(StringComparer.Ordinal);
        return [.. Directory.EnumerateFiles(_folder, "*.upload").Order(StringComparer.Ordinal)
            .Where(file => !known.Contains(Path.GetFileNameWithoutExtension(file))).Select(file => new FileInfo(file)).Where(file => file.LastWriteTimeUtc < writtenBefore.UtcDateTime)];
    }

    /// <summary>Sets a stray upload aside with what there is of its description.</summary>
    public void SetAside(FileInfo stray)
    {
        DurableFiles.MakeFolder(StrayFolder);
        foreach (var file in Directory.EnumerateFiles(_folder, Path.GetFileNameWithoutExtension(stray.Name) + ".*").ToList())
        {
            DurableFiles.Move(file, Path.Combine(StrayFolder, Path.GetFileName(file)), overwrite: true);
        }
    }

    private static IngestJob? Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<IngestJob>(stream, WireJson.Compact);
        }
        catch (Exception error) when (error is JsonException or FileNotFoundException)
        {
            return null; // Not written by us, or damaged: its upload, if it has one still, is set aside.
        }
    }

    private string Upload(string id) => Path.Combine(_folder, id + ".upload");

    private string Description(string id) => Path.Combine(_folder, id + ".json");
}
