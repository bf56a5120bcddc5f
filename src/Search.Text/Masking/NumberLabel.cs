namespace Search.Text.Masking;

/// <summary>What the words before a number say it is.</summary>
internal enum NumberLabel
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An identity number of a person.</summary>
    Identity,

    /// <summary>The number of a thing, an account or money.</summary>
    Other,
}
