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
    private const string Jobs = ".jobs";

    private readonly string _folder = Path.Combine(uploads, Jobs);

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
        var path = job.Path ?? Path.Combine(uploads, job.StoredAs ?? job.Name);
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
    public IngestJob? OfAnotherHost(string id) => !Guid.TryParseExact(id, "N", out _)
        ? null
        : OtherHosts().Select(host => Read(Path.Combine(Beside, host, Jobs, id + ".json"))).FirstOrDefault(job => job is not null);

    /// <summary>Names of the other hosts that put their uploads beside ours.</summary>
    public IReadOnlyList<string> OtherHosts()
    {
        var own = Path.GetFileName(Path.GetFullPath(uploads));
        return !Directory.Exists(Beside)
            ? []
            : [.. Directory.EnumerateDirectories(Beside).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)
                .Where(host => !host.StartsWith('.') && !string.Equals(host, own, StringComparison.Ordinal))];
    }

    /// <summary>Whether another host took a job over that was ours, as it does when it believes that this one is gone.</summary>
    public bool IsTakenOver(string id) => !File.Exists(Description(id)) && OfAnotherHost(id) is not null;

    /// <summary>Takes the unfinished jobs of another host over. Each step can be made again after a cut: a job's file comes first, then
    /// its description, and the other's description goes last.</summary>
    /// <param name="host">The other host, which no longer works.</param>
    public IReadOnlyList<IngestJob> TakeOver(string host)
    {
        var other = new JobFolder(Path.Combine(Beside, host));
        var taken = new List<IngestJob>();
        foreach (var job in other.Load().Where(job => !job.IsFinished))
        {
            if (!File.Exists(Description(job.Id)))
            {
                DurableFiles.MakeFolder(_folder);
                if (other.Received(job.Id) is { } received)
                {
                    DurableFiles.Move(received, Upload(job.Id), overwrite: false);
                }

                var own = job;
                if (job.Path is null && job.StoredAs is { } name && Received(job.Id) is null)
                {
                    own = job with { Path = Path.GetFullPath(Path.Combine(Beside, host, name)) };
                }

                Save(own);
                taken.Add(own);
            }

            File.Delete(other.Description(job.Id));
        }

        return taken;
    }

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

    private string Beside => Path.GetDirectoryName(Path.GetFullPath(uploads)) ?? uploads;

    private static IngestJob? Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<IngestJob>(stream, WireJson.Compact);
        }
        catch (Exception error) when (error is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // Not written by us, or damaged: its upload, if it has one still, is set aside.
        }
    }

    private string Upload(string id) => Path.Combine(_folder, id + ".upload");

    private string Description(string id) => Path.Combine(_folder, id + ".json");
}
