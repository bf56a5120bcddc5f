namespace Search.Ingestion.Snapshots;

/// <summary>Where the snapshots of a shared store are published, as an operator writes it.</summary>
public static class SnapshotLocation
{
    private const string Bucket = "s3://";

    /// <summary>Opens a location.</summary>
    /// <param name="location">A folder, or <c>s3://BUCKET/PREFIX</c>.</param>
    /// <exception cref="ArgumentException">It names no bucket.</exception>
    /// <exception cref="IOException">The settings of the AWS SDK do not suffice.</exception>
    public static ISnapshotStorage Open(string location)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        if (!location.StartsWith(Bucket, StringComparison.OrdinalIgnoreCase))
        {
            return new FolderSnapshots(location);
        }

        var name = location[Bucket.Length..].Trim('/');
        var cut = name.IndexOf('/', StringComparison.Ordinal);
        var bucket = cut < 0 ? name : name[..cut];
        if (bucket.Length == 0)
        {
            throw new ArgumentException("Nơi để bản chụp phải có dạng s3://BUCKET/PREFIX. (A bucket is written s3://BUCKET/PREFIX.)", nameof(location));
        }

        try
        {
            return BucketSnapshots.Open(bucket, cut < 0 ? "" : name[(cut + 1)..]);
        }
        catch (Exception error) when (error is Amazon.Runtime.AmazonClientException or Amazon.Runtime.AmazonServiceException)
        {
            throw new IOException("S3: " + error.Message, error);
        }
    }
}
