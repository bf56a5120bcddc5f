namespace Search.Engine;

/// <summary>A column with one string a passage: sorted distinct values by ordinal, and each passage's ordinal.</summary>
internal interface IStringColumn
{
    /// <summary>Distinct values, those of deleted passages counted.</summary>
    int Count { get; }

    /// <summary>A value.</summary>
    /// <param name="ordinal">Its place in the order of UTF-8 bytes.</param>
    string this[int ordinal] { get; }

    /// <summary>The ordinal of a value, or -1.</summary>
    /// <param name="value">The value.</param>
    int Find(string value);

    /// <summary>The ordinal of every passage.</summary>
    int[] Ordinals();
}
