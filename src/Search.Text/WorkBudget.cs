namespace Search.Text;

/// <summary>
/// The steps that the analysis of one text may take. Every loop over lines or tokens spends from it, so that a fault in a
/// rule, or a text made to be slow, ends the analysis and never its thread's freedom. Not safe for several threads at once.
/// </summary>
/// <remarks>An honest text takes a few hundred steps a character at most; the allowance is many times that, and is reached
/// in seconds. The token is looked at every few thousand steps, so a canceled analysis ends within milliseconds.</remarks>
public sealed class WorkBudget
{
    /// <summary>Allowance of an empty text.</summary>
    private const long Base = 1_000_000;

    /// <summary>Allowance of a character.</summary>
    private const long PerCharacter = 2_000;

    /// <summary>Steps between two looks at the token.</summary>
    private const int Stride = 4_096;

    private readonly long _steps;
    private readonly CancellationToken _ct;
    private long _left;
    private int _stride = Stride;

    /// <param name="steps">How many steps may be taken, more than 0.</param>
    /// <param name="ct">Ends the analysis before that.</param>
    public WorkBudget(long steps, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        _steps = steps;
        _left = steps;
        _ct = ct;
    }

    /// <summary>The steps taken so far: how the work grows with a text can be counted, whatever the machine.</summary>
    public long Taken => _steps - _left + (Stride - _stride);

    /// <summary>The budget of a text of a length in UTF-16 units.</summary>
    public static WorkBudget For(int length, CancellationToken ct = default) => new(Base + (PerCharacter * length), ct);

    /// <summary>Takes one step.</summary>
    /// <exception cref="WorkBudgetException">The steps are used up.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public void Spend()
    {
        if (--_stride <= 0)
        {
            Settle();
        }
    }

    private void Settle()
    {
        _stride = Stride;
        _ct.ThrowIfCancellationRequested();
        _left -= Stride;
        if (_left <= 0)
        {
            throw new WorkBudgetException();
        }
    }
}
