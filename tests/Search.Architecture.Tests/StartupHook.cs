#pragma warning disable MA0047 // the runtime looks for this name outside any namespace

/// <summary>
/// Runs before the program it is put into (<c>DOTNET_STARTUP_HOOKS</c>, which wants this name outside any namespace), and
/// writes the assemblies that were loaded by its end into the file that <see cref="Report"/> names.
/// </summary>
internal static class StartupHook
{
    /// <summary>The variable of the environment that names the file.</summary>
    public const string Report = "SEARCH_LOADED_ASSEMBLIES";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Report) is { Length: > 0 } file)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) =>
                File.WriteAllLines(file, AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name ?? ""));
        }
    }
}
