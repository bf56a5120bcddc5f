using System.Data.Common;
using Search.Ingestion.Steps;

namespace Search.Ingestion;

/// <summary>
/// The way of a file, from bytes to the store. The order is the design: what needs no other document comes first and
/// runs for many files at once; from <see cref="Ordered"/> on, files follow one another, because resolving asks what
/// the store holds. The index follows the store by itself (<see cref="Projection.IndexProjection"/>).
/// </summary>
internal sealed class IngestionPipeline(IReadOnlyList<IIngestionStep> parallel, IReadOnlyList<IIngestionStep> ordered)
{
    /// <summary>Steps that look at one file alone.</summary>
    public IReadOnlyList<IIngestionStep> Parallel => parallel;

    /// <summary>Steps that depend on what is in the store.</summary>
    public IReadOnlyList<IIngestionStep> Ordered => ordered;

    /// <summary>Runs steps over one item.</summary>
    /// <exception cref="FileRefusedException">A step refused it; <see cref="FileRefusedException.Step"/> names it.</exception>
    public static void Run(IReadOnlyList<IIngestionStep> steps, IngestionItem item, CancellationToken ct)
    {
        foreach (var step in steps)
        {
            ct.ThrowIfCancellationRequested();
            item.Step = step.Name;
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            try
            {
                step.Run(item, ct);
            }
            catch (FileRefusedException refusal)
            {
                refusal.Step = refusal.Step.Length > 0 ? refusal.Step : step.Name;
                throw;
            }
            catch (Text.WorkBudgetException)
            {
                throw Refusals.TooInvolved(step.Name);
            }
            catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException
                or IOException or DbException or Store.StoreBusyException))
            {
                // A fault in a step must not stop the worker; the file waits for a person, and the type says where to look. What the
                // database says is no fault of the file: the store tells it as a disk that fails, and the file is tried again.
                throw Refusals.Unexpected(error, step.Name);
            }
            finally
            {
                item.Times.Add((step.Name, System.Diagnostics.Stopwatch.GetElapsedTime(start)));
            }
        }
    }
}
