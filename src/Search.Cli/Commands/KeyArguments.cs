using Search.Api.Problems;
using Search.Api.Services;
using Search.Documents;
using Search.Store;

namespace Search.Cli.Commands;

/// <summary>Finds the document that a command line names.</summary>
internal static class KeyArguments
{
    /// <exception cref="CommandException">None (4) or several (2) fit.</exception>
    public static DocumentKey One(IDocumentStore store, string text)
    {
        try
        {
            return KeyResolution.One(store, text);
        }
        catch (ProblemException e) when (e.Candidates is { } candidates)
        {
            throw CommandException.WrongUsage(
                $"'{text}' khớp nhiều văn bản: {string.Join(", ", candidates)}.",
                $"'{text}' fits several documents: {string.Join(", ", candidates)}.");
        }
        catch (ProblemException)
        {
            throw CommandException.NotFound($"Không có văn bản '{text}' trong kho.", $"There is no document '{text}' in the store.");
        }
    }
}
