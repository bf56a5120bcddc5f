using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;

namespace Search.Ingestion.Snapshots;

/// <summary>
/// Snapshots in a bucket of S3 or of a server that speaks it. Region, endpoint and credentials are what the program's
/// environment or its AWS profile says, as of any program of the AWS SDK.
/// </summary>
/// <param name="client">Speaks to the server; disposed of with this.</param>
/// <param name="bucket">The bucket.</param>
/// <param name="prefix">What the names begin with; empty, or without a slash at the end.</param>
internal sealed class BucketSnapshots(IAmazonS3 client, string bucket, string prefix) : ISnapshotStorage
{
    private const string EndpointVariable = "AWS_ENDPOINT_URL_S3";
    private const string EndpointOfAll = "AWS_ENDPOINT_URL";

    public string Location => $"s3://{bucket}/{prefix}";

    /// <summary>Opens a bucket by the environment's settings. A server of one's own is asked by path, not by a name for each bucket.</summary>
    public static BucketSnapshots Open(string bucket, string prefix)
    {
        var endpoint = Environment.GetEnvironmentVariable(EndpointVariable) ?? Environment.GetEnvironmentVariable(EndpointOfAll);
        var config = new AmazonS3Config();
        if (endpoint is { Length: > 0 })
        {
            config.ServiceURL = endpoint;
            config.ForcePathStyle = true;
        }

        return new BucketSnapshots(new AmazonS3Client(config), bucket, prefix);
    }

    public IReadOnlyList<long> List(CancellationToken ct) => Ask(async () =>
    {
        var found = new List<long>();
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = Key(""), Delimiter = "/" };
        ListObjectsV2Response answer;
        do
        {
            answer = await client.ListObjectsV2Async(request, ct).ConfigureAwait(false);
            foreach (var common in answer.CommonPrefixes ?? [])
            {
                if (SnapshotNames.Revision(common.AsSpan(request.Prefix.Length).TrimEnd('/')) is { } revision)
                {
                    found.Add(revision);
                }
            }

            request.ContinuationToken = answer.NextContinuationToken;
        }
        while (answer.IsTruncated == true);
        return (IReadOnlyList<long>)[.. found.OrderDescending()];
    });

    public void Put(long revision, string name, Stream content, CancellationToken ct) => Ask(async () =>
    {
        using var transfer = new TransferUtility(client);
        var request = new TransferUtilityUploadRequest
        {
            BucketName = bucket, Key = Key(SnapshotNames.Of(revision) + "/" + name), InputStream = content, AutoCloseStream = false,
        };
        await transfer.UploadAsync(request, ct).ConfigureAwait(false);
        return true;
    });

    public Stream? Open(long revision, string name, CancellationToken ct) => Ask(async () =>
    {
        try
        {
            var answer = await client.GetObjectAsync(bucket, Key(SnapshotNames.Of(revision) + "/" + name), ct).ConfigureAwait(false);
            return answer.ResponseStream;
        }
        catch (AmazonS3Exception error) when (error.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }
    });

    public void Delete(long revision, CancellationToken ct) => Ask(async () =>
    {
        var folder = Key(SnapshotNames.Of(revision) + "/");
        await client.DeleteObjectAsync(bucket, folder + SnapshotManifest.FileName, ct).ConfigureAwait(false);
        while (await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, Prefix = folder }, ct).ConfigureAwait(false) is { S3Objects: { Count: > 0 } objects })
        {
            foreach (var one in objects)
            {
                await client.DeleteObjectAsync(bucket, one.Key, ct).ConfigureAwait(false);
            }
        }

        return true;
    });

    public void Dispose() => client.Dispose();

    private string Key(string name) => prefix.Length == 0 ? name : $"{prefix}/{name}";

    /// <summary>The callers are threads of their own that have nothing else to do; what the server or the way to it refuses
    /// is told like a disk that refuses.</summary>
    private static T Ask<T>(Func<Task<T>> ask)
    {
        try
        {
            return ask().GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new IOException("S3: " + error.Message, error);
        }
    }
}
