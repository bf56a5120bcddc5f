using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Search.Api.Hosting;
using Search.Store;

DurableFiles.KeepPrivate();
try
{
    // Everything is registered in Hosting/, every route in its file in Endpoints/.
    var app = WebApplication.CreateBuilder(args).AddSearch().Build();
    app.UseSearch();
    await app.RunSearchAsync();
    return 0;
}
catch (Exception error) when (error is IOException or StoreBusyException or ValidationException or OptionsValidationException)
{
    // A damaged or foreign store, a taken port, a wrong setting: one sentence helps more than where it was thrown.
    await Console.Error.WriteLineAsync($"Không khởi động được (cannot start): {error.Message}");
    return 1;
}
