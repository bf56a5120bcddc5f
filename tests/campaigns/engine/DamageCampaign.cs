using System.Globalization;
using Search.Engine.LuceneNet;

namespace Search.Engine.Campaign;

/// <summary>Damages of every kind of file: all of them are found by the check and by opening, none is served.</summary>
public static class DamageCampaign
{
    private const int Kinds = 6;

    /// <summary>Runs it.</summary>
    /// <param name="damages">How many.</param>
    public static Outcome Run(int damages)
    {
        var folder = Directory.CreateTempSubdirectory("campaign-damage-").FullName;
        var failures = new List<string>();
        var random = new Random(13);
        try
        {
            using (var engine = LuceneNetEngine.Open(folder))
            {
                // A merged segment of many files, a small one in a single file, and a list of deleted passages.
                var collection = new RandomCollection(random);
                collection.Change(engine, 400, 1);
                ((IMaintainable)engine).Compact(CancellationToken.None);
                collection.Change(engine, 60, 2);
            }

            var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => Path.GetFileName(path) is not ("held" or "write.lock" or "segments.gen")).Order(StringComparer.Ordinal).ToList();
            for (var i = 0; i < damages; i++)
            {
                var path = files[i % files.Count];
                var sound = File.ReadAllBytes(path);
                var what = Damage(path, sound, random, (i / files.Count) % Kinds);
                Check(folder, $"{Path.GetFileName(path)} {what}", failures);
                File.WriteAllBytes(path, sound);
            }

            using var mended = LuceneNetEngine.Open(folder);
            if (!mended.Verify(CancellationToken.None).IsSound)
            {
                failures.Add("the files as they were are said to be damaged");
            }

            return new Outcome(
                "damage",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{damages} damages of {files.Select(Path.GetExtension).Distinct(StringComparer.Ordinal).Count()} kinds of files, {failures.Count} not found or served"),
                failures);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Damage(string path, byte[] sound, Random random, int kind)
    {
        var at = random.Next(sound.Length);
        var damaged = sound.ToArray();
        switch (kind)
        {
            case 0:
                damaged[at] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(path, damaged);
                return $"flipped at {at}";
            case 1:
                File.WriteAllBytes(path, sound[..at]);
                return $"cut at {at}";
            case 2:
                File.WriteAllBytes(path, [.. sound, .. new byte[1 + random.Next(64)]]);
                return "lengthened";
            case 3:
                File.Delete(path);
                return "deleted";
            case 4:
                at = Array.FindIndex(damaged, value => value != 0);
                damaged.AsSpan(at, Math.Min(512, damaged.Length - at)).Clear();
                File.WriteAllBytes(path, damaged);
                return $"zeroed from {at}";
            default:
                (damaged[0], damaged[^1]) = ((byte)(damaged[0] + 1), (byte)(damaged[^1] + 1));
                File.WriteAllBytes(path, damaged);
                return "both ends changed";
        }
    }

    private static void Check(string folder, string what, List<string> failures)
    {
        using var engine = LuceneNetEngine.Open(folder);
        if (engine.Verify(CancellationToken.None).IsSound)
        {
            failures.Add($"{what}: not found by the check");
        }

        try
        {
            using var snapshot = engine.OpenSnapshot();
            failures.Add($"{what}: served");
        }
        catch (IndexDamagedException)
        {
            // As promised.
        }
    }
}
