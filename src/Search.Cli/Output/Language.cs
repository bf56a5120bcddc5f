namespace Search.Cli.Output;

/// <summary>The language of messages.</summary>
internal enum Language
{
    /// <summary>Vietnamese.</summary>
    Vi,

    /// <summary>English.</summary>
    En,
}
