using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Search.Api.Hosting;

namespace Search.Cli.Commands;

/// <summary><c>search serve</c>: the API with its pages.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = $"Địa chỉ phục vụ; không nêu thì là {ApiHost.DefaultUrl}. | Where to listen; {ApiHost.DefaultUrl} by default.",
        HelpName = "URL",
    };

    private static readonly Option<string?> Corpus = new("--corpus")
    {
        Description = "Thư mục được nạp khi khởi động; không nêu thì là corpus/. | Folder ingested at the start; corpus/ by default.",
        HelpName = "DIR",
    };

    private static readonly Option<bool> NoIngest = new("--no-ingest")
    {
        Description = "Không tự nạp gì, lúc khởi động cũng như về sau. | Ingest nothing by itself, neither at the start nor later.",
    };

    public static Command Create() =>
        new Command("serve", "Chạy API và trang tra cứu. | Serve the API and its pages.") { Urls, Corpus, NoIngest }
            .WithExamples("search serve", "search serve --urls http://localhost:8080 --data /var/lib/search --no-ingest")
            .Does(RunAsync);

    private static async Task<int> RunAsync(CommandRun run)
    {
        var builder = WebApplication.CreateBuilder();
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Search:Data"] = run.Data,
        };
        if (run.Value(Corpus) is { } corpus)
        {
            settings["Search:Corpus"] = Path.GetFullPath(corpus);
        }

        if (run.Value(NoIngest))
        {
            settings["Search:IngestOnStart"] = "false";
            settings["Search:Watch"] = "false";
        }

        if (run.Value(Urls) is { } urls)
        {
            Check(urls);
            settings["urls"] = urls;
        }

        builder.Configuration.AddInMemoryCollection(settings);
        await using var app = builder.AddSearch().Build();
        app.UseSearch();
        await app.RunSearchAsync(run.Stop);
        return ExitCodes.Done;
    }

    /// <summary>Refuses addresses that nobody can listen at before anything is opened.</summary>
    private static void Check(string urls)
    {
        var all = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var url in all.DefaultIfEmpty(""))
        {
            try
            {
                if (BindingAddress.Parse(url).Port <= IPEndPoint.MaxPort)
                {
                    continue;
                }
            }
            catch (FormatException)
            {
                // Said below.
            }

            throw CommandException.WrongUsage(
                $"'{url}' không phải là địa chỉ phục vụ; ví dụ: {ApiHost.DefaultUrl}.", $"'{url}' is no address to listen at; for example: {ApiHost.DefaultUrl}.");
        }
    }
}
