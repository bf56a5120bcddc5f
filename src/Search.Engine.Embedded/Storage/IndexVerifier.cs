namespace Search.Engine.Embedded;

/// <summary>Reads every block of every live file.</summary>
internal static class IndexVerifier
{
    // A commit or a merge removes files of the generation before while they are read; each is followed by a new look.
    private const int MaxPolls = 10;

    /// <summary>Verifies the generation that is live; a new one in the meantime is looked at in its place.</summary>
    public static IndexVerification Verify(string directory, CancellationToken ct)
    {
        for (var look = 1; ; look++)
        {
            try
            {
                var manifest = Manifest.Read(directory);
                var found = Verify(directory, manifest, ct);
                if (found.IsSound || look == MaxPolls || Manifest.Read(directory)?.Generation == manifest?.Generation)
                {
                    return found;
                }
            }
            catch (IndexDamagedException e)
            {
                return new IndexVerification(1, 1, [e.Damage]);
            }
        }
    }

    private static IndexVerification Verify(string directory, Manifest? manifest, CancellationToken ct)
    {
        var damages = new List<IndexDamage>();
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
            if (entry.DeletesFile is null)
            {
                continue;
            }

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
        if (file is null)
        {
            return;
        }

        using (file)
        {
            if (file.FileLength != entry.Bytes)
            {
                damages.Add(new IndexDamage(entry.File, -1, "the file is not the one the manifest names"));
            }

            for (var block = 0; block < file.Blocks; block++)
            {
                ct.ThrowIfCancellationRequested();
                blocks++;
                if (!file.IsSound(block))
                {
                    damages.Add(new IndexDamage(entry.File, block, "the checksum does not fit"));
                }
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
