using System.Text.Json;
using Search.Application;

namespace Search.Api.Jobs;

/// <summary>
/// The jobs on disk, in a hidden folder of the upload folder, which no scan looks into: <c>ID.json</c> is the job,
/// <c>ID.upload</c> its file until its turn comes. Everything is flushed before it gets its name.
/// </summary>
internal sealed class JobFolder(string uploads)
{
    private readonly string _folder = Path.Combine(uploads, ".jobs");

    /// <summary>Opens the file that an upload is written to.</summary>
    public FileStream Receive(string id)
    {
        Directory.CreateDirectory(_folder);
        return new FileStream(
            Upload(id), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 64 << 10, FileOptions.Asynchronous);
    }

    /// <summary>Puts an upload among the sources, in place of one of the same name. When that is done already, nothing happens.</summary>
    /// <returns>Its path there.</returns>
    public string Publish(IngestJob job)
    {
        var path = Path.Combine(uploads, job.Name);
        if (File.Exists(Upload(job.Id)))
        {
            File.Move(Upload(job.Id), path, overwrite: true);
        }

        return path;
    }

    public void Save(IngestJob job)
    {
        Directory.CreateDirectory(_folder);
        var next = Path.Combine(_folder, job.Id + ".next");
        using (var stream = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, job, WireJson.Compact);
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, Description(job.Id), overwrite: true);
    }

    public void Delete(string id)
    {
        File.Delete(Description(id));
        File.Delete(Upload(id));
    }

    /// <summary>All jobs, oldest first. Files of uploads that were never accepted are deleted.</summary>
    public IReadOnlyList<IngestJob> Load()
    {
        if (!Directory.Exists(_folder))
        {
            return [];
        }

        var jobs = Directory.EnumerateFiles(_folder, "*.json").Select(Read).OfType<IngestJob>()
            .OrderBy(job => job.CreatedAt).ThenBy(job => job.Id, StringComparer.Ordinal).ToList();
        var known = jobs.Where(job => !job.IsFinished).Select(job => job.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            var isStray = Path.GetExtension(file) is ".next" || (Path.GetExtension(file) is ".upload" && !known.Contains(Path.GetFileNameWithoutExtension(file)));
            if (isStray)
            {
                File.Delete(file);
            }
        }

        return jobs;
    }

    private static IngestJob? Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<IngestJob>(stream, WireJson.Compact);
        }
        catch (JsonException)
        {
            return null; // Not written by us, or damaged: the file it told of is in the upload folder or never was accepted.
        }
    }

    private string Upload(string id) => Path.Combine(_folder, id + ".upload");

    private string Description(string id) => Path.Combine(_folder, id + ".json");
}
