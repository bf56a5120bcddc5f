namespace Search.Engine.Embedded;

/// <summary>Reads every block of every live file.</summary>
internal static class IndexVerifier
{
    public static IndexVerification Verify(string directory, CancellationToken ct)
    {
        var damages = new List<IndexDamage>();
        Manifest? manifest;
        try
        {
            manifest = Manifest.Read(directory);
        }
        catch (IndexDamagedException e)
        {
            return new IndexVerification(1, 1, [e.Damage]);
        }

        if (manifest is null)
        {
            var orphans = Directory.Exists(directory) && Directory.EnumerateFiles(directory, "*.seg").Any();
            return orphans
                ? new IndexVerification(0, 0, [new IndexDamage(Manifest.FileName, -1, "the file is missing")])
                : new IndexVerification(0, 0, []);
        }

        var files = 1;
        long blocks = 1;
        foreach (var entry in manifest.Segments)
        {
            files++;
            VerifySegment(directory, entry, damages, ref blocks, ct);
            if (entry.DeletesFile is null) continue;
            files++;
            blocks++;
            Collect(damages, () => DeleteSet.Read(Path.Combine(directory, entry.DeletesFile), entry.Docs));
        }

        return new IndexVerification(files, blocks, damages);
    }

    private static void VerifySegment(
        string directory, ManifestSegment entry, List<IndexDamage> damages, ref long blocks, CancellationToken ct)
    {
        BlockFile? file = null;
        Collect(damages, () => file = BlockFile.Open(Path.Combine(directory, entry.File)));
        if (file is null) return;
        using (file)
        {
            if (file.FileLength != entry.Bytes)
                damages.Add(new IndexDamage(entry.File, -1, "the file is not the one the manifest names"));
            for (var block = 0; block < file.Blocks; block++)
            {
                ct.ThrowIfCancellationRequested();
                blocks++;
                if (!file.IsSound(block)) damages.Add(new IndexDamage(entry.File, block, "the checksum does not fit"));
            }
        }
    }

    private static void Collect(List<IndexDamage> damages, Action read)
    {
        try
        {
            read();
        }
        catch (IndexDamagedException e)
        {
            damages.Add(e.Damage);
        }
    }
}
