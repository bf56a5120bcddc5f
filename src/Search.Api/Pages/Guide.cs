using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Microsoft.AspNetCore.Components;

namespace Search.Api.Pages;

/// <summary>The user's guide, <c>docs/huong-dan.md</c>, which travels inside the assembly.</summary>
internal static class Guide
{
    private const string Resource = "docs/huong-dan.md";

    /// <summary>The guide as HTML; its own markup only, no HTML of the file.</summary>
    public static MarkupString Html { get; } = Read();

    private static MarkupString Read()
    {
        using var stream = typeof(Guide).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).DisableHtml().Build();
        return new MarkupString(Markdown.ToHtml(reader.ReadToEnd(), pipeline));
    }
}
