namespace Search.Citations;

/// <summary>Whether a document holds on a day, as far as documents say. The ids of the JSON contract are in <see cref="ValidityNames"/>.</summary>
public enum ValidityState
{
    /// <summary>Nothing says so either way; also before the day of issue.</summary>
    Unknown,

    /// <summary>In force: confirmed, or ended or changed only later.</summary>
    InForce,

    /// <summary>In force, and amended or ended in part.</summary>
    PartlyInForce,

    /// <summary>Another document took its place.</summary>
    Replaced,

    /// <summary>Repealed or expired.</summary>
    NotInForce,

    /// <summary>Suspended.</summary>
    Suspended,
}
