namespace Search.Store;

/// <summary>Changes of records that go to disk together; reading shows them at once.</summary>
public interface IRecordChanges : IRecordReader
{
    /// <summary>Writes a record, in place of the one of that kind and id.</summary>
    /// <param name="kind">One of <see cref="RecordKinds"/>.</param>
    /// <param name="id">Its id, 1 to 200 characters.</param>
    /// <param name="payload">What it says, as JSON.</param>
    /// <param name="subject">What it belongs to; null for nothing.</param>
    /// <exception cref="InvalidOperationException">The kind is only added to, and there is such a record.</exception>
    void Put(string kind, string id, string payload, string? subject = null);

    /// <summary>Takes a record out.</summary>
    /// <param name="kind">One of <see cref="RecordKinds"/>.</param>
    /// <param name="id">Its id.</param>
    /// <returns>False when there was none.</returns>
    /// <exception cref="InvalidOperationException">The kind is only added to.</exception>
    bool Remove(string kind, string id);
}
