namespace Search.Application.Accounts;

/// <summary>What people are to the program. Each role may do what the one before may.</summary>
public static class Roles
{
    /// <summary>Searches and reads.</summary>
    public const string Reader = "reader";

    /// <summary>Corrects, too.</summary>
    public const string Editor = "editor";

    /// <summary>Ingests files and looks after refused ones, too.</summary>
    public const string Archivist = "archivist";

    /// <summary>Does everything; sees secret documents only with a clearance of their own, as everybody.</summary>
    public const string Administrator = "administrator";

    /// <summary>Every role, the least first.</summary>
    public static IReadOnlyList<string> All { get; } = [Reader, Editor, Archivist, Administrator];

    /// <summary>The scopes of a role and a clearance.</summary>
    /// <param name="role">One of <see cref="All"/>; another one may do nothing.</param>
    /// <param name="clearance">One of <see cref="Scopes.Levels"/>, which holds those below; null for none.</param>
    public static IReadOnlyList<string> ScopesOf(string role, string? clearance)
    {
        string[] allowed = role switch
        {
            Reader => [Scopes.Search, Scopes.Read, Scopes.Own],
            Editor => [Scopes.Search, Scopes.Read, Scopes.Own, Scopes.Edit],
            Archivist => [Scopes.Search, Scopes.Read, Scopes.Own, Scopes.Edit, Scopes.Ingest],
            Administrator => [Scopes.Search, Scopes.Read, Scopes.Own, Scopes.Edit, Scopes.Ingest, Scopes.Admin],
            _ => [],
        };
        var reach = clearance is null || allowed.Length == 0 ? -1 : Scopes.Levels.ToList().IndexOf(clearance);
        return [.. allowed, .. Scopes.Levels.Take(reach + 1)];
    }
}
