using System.ComponentModel.DataAnnotations;

namespace Search.Store.Postgres;

/// <summary>Where the shared store is, and who asks.</summary>
public sealed class PostgresSettings
{
    /// <summary>Npgsql's connection string. Several hosts may be named, with commas between them: the primary among them is found.
    /// <c>Search Path</c> chooses the schema.</summary>
    /// <example>Host=db1,db2,db3;Database=search;Username=search;SSL Mode=VerifyFull</example>
    [Required]
    public required string ConnectionString { get; init; }

    /// <summary>Name of this node among those that share the store.</summary>
    /// <value>the machine's name</value>
    public string Node { get; init; } = Environment.MachineName;

    /// <summary>How long a change waits for PostgreSQL to come back, a failover among it, before it is refused.</summary>
    /// <value>1 minute</value>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The clock that dates what is seen.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
