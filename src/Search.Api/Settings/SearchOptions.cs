using System.ComponentModel.DataAnnotations;
using Search.Application;

namespace Search.Api.Settings;

/// <summary>Settings of the host, section <c>Search</c>. Each default is safe to run with.</summary>
public sealed class SearchOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Search";

    internal const int DefaultMaxConnections = 500;

    /// <summary>Folder of the store and the index.</summary>
    /// <value><c>index</c> beside <c>Search.sln</c>, else in the working folder.</value>
    [Required]
    public string Data { get; set; } = Folders.Default("index");

    /// <summary>Connection string of the PostgreSQL that holds the store, shared by any number of hosts; each keeps a copy in
    /// <see cref="Data"/> and answers from it alone. Without it <see cref="Data"/> is the store.</summary>
    /// <value>none</value>
    public string? Store { get; set; }

    /// <summary>Name of this host among those that share a store.</summary>
    /// <value>the machine's name</value>
    public string Node { get; set; } = Environment.MachineName;

    /// <summary>Folder that all hosts of a shared store reach; each puts its uploads into a folder of its name there. Needed with
    /// <see cref="Store"/>; not used without it.</summary>
    /// <value>none</value>
    public string? Uploads { get; set; }

    /// <summary>Where snapshots of a shared store are published: a folder that all hosts reach, or <c>s3://BUCKET/PREFIX</c>. A host with
    /// an empty data folder begins from the newest one.</summary>
    /// <value>none: a new host copies from the shared store</value>
    public string? Snapshots { get; set; }

    /// <summary>How often a snapshot is published when something has changed. One that holds what became secret is replaced at once.</summary>
    /// <value>6 hours</value>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan SnapshotEvery { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How far a host may be behind the shared store before <c>/readyz</c> takes it out; it returns at half of it.</summary>
    /// <value>30 seconds</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MaxLag { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Level of secrecy (<c>mat</c>, <c>toi-mat</c>, <c>tuyet-mat</c>) to the folder of a store and an index of
    /// its own, which hold what bears the mark beside what everyone may see. Only keys with the scope of that name see it;
    /// a level without a folder is not let in.</summary>
    /// <value>none</value>
    public IDictionary<string, string> SecretData { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Folder that is ingested when the host starts; nothing happens where it does not exist.</summary>
    /// <value><c>corpus</c> beside <c>Search.sln</c>, else in the working folder.</value>
    [Required]
    public string Corpus { get; set; } = Folders.Default("corpus");

    /// <summary>Folder of the operator's own catalogues: each file of <c>seeds/</c> that it holds takes the place of the embedded one.</summary>
    /// <value>none</value>
    public string? Catalogues { get; set; }

    /// <summary>Whether <see cref="Corpus"/> is ingested when the host starts.</summary>
    /// <value>true</value>
    public bool IngestOnStart { get; set; } = true;

    /// <summary>Whether what appears, changes or goes in <see cref="Corpus"/> and the upload folder is ingested while the
    /// host runs.</summary>
    /// <value>true</value>
    public bool Watch { get; set; } = true;

    /// <summary>Whether searches and a page of each kind are made for nobody when the host has started, so that the first reader need
    /// not wait for what they compile and read. It takes some seconds of processor beside what the host serves.</summary>
    /// <value>true</value>
    public bool WarmUp { get; set; } = true;

    /// <summary>Whether callers from other addresses may search and read without a key.</summary>
    /// <value>false</value>
    public bool PublicRead { get; set; }

    /// <summary>Addresses of reverse proxies whose word on the client's address is taken (<c>X-Forwarded-For</c>). A request
    /// that came through any proxy is never one of this machine.</summary>
    /// <value>none</value>
    public IList<string> KnownProxies { get; } = [];

    /// <summary>How long a signed-in browser stays so at most.</summary>
    /// <value>12 hours</value>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long a signed-in browser may lie unused.</summary>
    /// <value>2 hours</value>
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00")]
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromHours(2);

    /// <summary>An OpenID Connect provider by which people sign in.</summary>
    /// <value>none: local accounts alone</value>
    public OpenIdOptions OpenId { get; } = new();

    /// <summary>How alerts leave the host: e-mail and webhooks.</summary>
    /// <value>not at all: lists and feeds alone</value>
    public Application.Alerts.AlertOptions Alerts { get; } = new();

    /// <summary>Connections that may be open at once; a further one is closed. Each takes a descriptor, and the host needs
    /// some 400 for itself where a process may have 1,024.</summary>
    /// <value>500</value>
    [Range(10, 100_000)]
    public int MaxConnections { get; set; } = DefaultMaxConnections;

    /// <summary>Requests a second for each key or foreign address; bursts of twice as many pass.</summary>
    /// <value>50</value>
    [Range(1, 1_000_000)]
    public int RequestsPerSecond { get; set; } = 50;

    /// <summary>Requests a second from the machine itself, without a key.</summary>
    /// <value>20,000</value>
    [Range(1, 10_000_000)]
    public int LocalRequestsPerSecond { get; set; } = 20_000;

    /// <summary>How long one search may take.</summary>
    /// <value>2 seconds</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan SearchTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long one file may take to be read; one that takes longer is refused.</summary>
    /// <value>20 seconds</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan FileTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long any other answer may take, exports aside.</summary>
    /// <value>10 seconds</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Largest uploaded file, in bytes.</summary>
    /// <value>32 MiB</value>
    [Range(1024, 1L << 30)]
    public long MaxUploadBytes { get; set; } = 32L << 20;

    /// <summary>Memory for documents and answers that are kept ready, in MiB; less where the machine has less than four
    /// times as much.</summary>
    /// <value>192</value>
    [Range(8, 1 << 20)]
    public int MemoryMegabytes { get; set; } = 192;
}
