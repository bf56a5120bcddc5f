using System.ComponentModel.DataAnnotations;
using Search.Documents.Catalogues;

namespace Search.Ingestion;

/// <summary>Where the knowledge base lives and what it lets in. Each default is safe to run with.</summary>
public sealed class KnowledgeOptions
{
    /// <summary>Folder of the store and the index; made when missing, by a process that writes.</summary>
    /// <value>index</value>
    [Required]
    public string DataDirectory { get; set; } = "index";

    /// <summary>Whether this process writes: it may make the folder, bring the index up and keep warnings. One that only reads
    /// makes and changes nothing, and answers from what is there.</summary>
    /// <value>true</value>
    public bool Writes { get; set; } = true;

    /// <summary>Connection string of the PostgreSQL that holds the store; the data folder is a copy of it then. Null where the data
    /// folder is the store.</summary>
    /// <value>what the variable <c>Search__Store</c> says</value>
    public string? SharedStore { get; set; } = SharedStoreSetting.FromEnvironment();

    /// <summary>Where snapshots of the shared store are published: a folder that all nodes reach, or <c>s3://BUCKET/PREFIX</c>. A
    /// data folder without a store begins from the newest one.</summary>
    /// <value>what the variable <c>Search__Snapshots</c> says</value>
    public string? Snapshots { get; set; } = SharedStoreSetting.SnapshotsFromEnvironment();

    /// <summary>Name of this node among those that share a store.</summary>
    /// <value>the machine's name</value>
    public string Node { get; set; } = Environment.MachineName;

    /// <summary>Folder of uploads; null for <c>uploads</c> in the data folder. Nodes that share a store each have their own in a
    /// folder that all of them reach.</summary>
    /// <value>null</value>
    public string? Uploads { get; set; }

    /// <summary>Folder of sources kept by the SHA-256 of their content: uploads, and what lies in archives and messages; null for
    /// <c>.originals</c> in the folder of uploads. Nodes that share a store share it.</summary>
    /// <value>null</value>
    public string? Originals { get; set; }

    /// <summary>Whether phone numbers, e-mail addresses and identity numbers are masked before storing.</summary>
    /// <value>true</value>
    public bool MaskPersonalData { get; set; } = true;

    /// <summary>Secrecy marks that are let in: <c>mat</c>, <c>toi-mat</c>, <c>tuyet-mat</c>. A store that lets any in
    /// needs a data folder and an access of its own.</summary>
    /// <value>none</value>
    public IList<string> AllowedSecrecy { get; } = [];

    /// <summary>Whether counts and timings are published: of a collection that lets secret papers in, nothing is.</summary>
    internal bool IsCounted => AllowedSecrecy.Count == 0;

    /// <summary>Largest file, in bytes; a larger one is quarantined unread.</summary>
    /// <value>64 MiB</value>
    [Range(1024, 1L << 31)]
    public long MaxFileBytes { get; set; } = 64L << 20;

    /// <summary>Longest decoded text of a file, in UTF-16 code units.</summary>
    /// <value>4 Mi, some 2,000 pages</value>
    [Range(1024, 1 << 28)]
    public int MaxTextLength { get; set; } = 4 << 20;

    /// <summary>Largest size of the store in bytes, so that it leaves room for others; what does not fit is told as
    /// failed and tried by the next run. 0 for no limit.</summary>
    /// <value>0</value>
    [Range(0, long.MaxValue)]
    public long MaxStoreBytes { get; set; }

    /// <summary>How often the index takes up what a run has stored so far; at the run's end it does so at once. A document
    /// is written to it again whenever others begin to cite it, so that shorter times cost more than they are worth.</summary>
    /// <value>10 seconds</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan IndexEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one file may take, all steps before the store together.</summary>
    /// <value>20 seconds</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan FileTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Largest heap of the process that parses a file (Markdown, HTML, Word), in bytes.</summary>
    /// <value>160 MiB</value>
    [Range(32L << 20, 1L << 40)]
    public long ReaderMemory { get; set; } = 160L << 20;

    /// <summary>Folder of the program that parses; null for the one of this library.</summary>
    internal string? ReaderFolder { get; set; }

    /// <summary>Folders in which the programs of poppler-utils, <c>tesseract</c> and <c>soffice</c> are looked for, in the form
    /// of the variable PATH; null for that variable.</summary>
    public string? ProgramPath { get; set; }

    /// <summary>How long one scanned PDF may take where recognition is installed. Scans are deferred until the other files of
    /// a run are in.</summary>
    /// <value>10 minutes</value>
    [Range(typeof(TimeSpan), "00:00:01", "12:00:00")]
    public TimeSpan OcrTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long drawing or recognizing one page of a scan may take.</summary>
    /// <value>1 minute</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan OcrPageTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long converting one file of an older office format may take where LibreOffice is installed. Such files are
    /// deferred until the other files of a run are in.</summary>
    /// <value>2 minutes</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan OfficeTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Files analyzed at the same time; 0 for one more than there are processors, since some wait for a child process.</summary>
    /// <value>0</value>
    [Range(0, 64)]
    public int Parallelism { get; set; }

    internal int Places => Parallelism > 0 ? Parallelism : Environment.ProcessorCount + 1;

    /// <summary>The catalogue; null for the one that travels with the program.</summary>
    public Catalogue? Catalogue { get; set; }

    /// <summary>The clock of the run.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;
}
