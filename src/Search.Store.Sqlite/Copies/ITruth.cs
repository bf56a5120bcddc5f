namespace Search.Store.Sqlite.Copies;

/// <summary>Where the truth lies when the store of a folder is a copy of it: every change is committed there first.</summary>
internal interface ITruth : ISharedTruth, IDisposable
{
    /// <summary>Makes a change: takes its turn among all who write, brings the copy up to the truth, and lets the change be
    /// made and committed. What fails because the truth is away for a moment is made again.</summary>
    /// <param name="change">Makes the change in the copy and calls <see cref="ITruthTurn.Commit"/> before its own commit.</param>
    /// <exception cref="StoreBusyException">The truth could not be reached in time.</exception>
    T Change<T>(Func<ITruthTurn, T> change);
}
