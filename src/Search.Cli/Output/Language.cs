namespace Search.Cli.Output;

/// <summary>The language of messages.</summary>
internal enum Language
{
    /// <summary>Vietnamese, with English on a second line.</summary>
    Vi,

    /// <summary>English alone.</summary>
    En,
}
