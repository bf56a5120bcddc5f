namespace Search.Testing;

/// <summary>The folder that hosts of the tests ingest: the repository's abstracts and the papers that cite.</summary>
public static class SampleCollection
{
    /// <summary>Copies the abstracts of <c>corpus/</c> into a folder and writes the <see cref="SamplePapers"/> beside them.</summary>
    /// <param name="folder">The folder; made where it does not exist.</param>
    /// <returns>The folder.</returns>
    public static string WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(RepositoryFiles.PathOf("corpus"), "*.md"))
        {
            if (Path.GetFileName(file) is not "README.md")
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }
        }

        return SamplePapers.WriteTo(folder);
    }
}
