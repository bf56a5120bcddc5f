using System.CommandLine;
using Search.Application.Contracts;
using Search.Application.Lines;
using Search.Cli.Output;

namespace Search.Cli.Commands;

/// <summary><c>search query TEXT</c>: searches the index.</summary>
internal static class QueryCommand
{
    private static readonly Argument<string[]> Words = new("TEXT")
    {
        Description = "Từ ngữ, \"cụm từ\", số ký hiệu, bộ lọc (loai:chi-thi nam:2011..2017). | Words, phrases, numbers, filters.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "Số kết quả cần xem. | How many results.",
        HelpName = "N",
        DefaultValueFactory = _ => 10,
    };

    private static readonly Option<string?> Sort = new("--sort")
    {
        Description = "Thứ tự: relevance (liên quan nhất, mặc định), newest (mới nhất), oldest (cũ nhất), most-cited (được dẫn nhiều nhất). | Order: relevance (default), newest, oldest, most-cited.",
        HelpName = "ORDER",
    };

    private static readonly Option<bool> Explain = new("--explain")
    {
        Description = "Nói rõ vì sao mỗi kết quả xếp ở vị trí đó. | Say why a result ranks where it does.",
    };

    private static readonly Option<bool> Verbatim = new("--verbatim")
    {
        Description = "Tìm đúng như đã gõ, không sửa lỗi gõ. | Take every word as typed.",
    };

    public static Command Create()
    {
        Sort.AcceptOnlyFromAmong("relevance", "newest", "oldest", "most-cited");
        return new Command("query", "Tìm trong kho. | Search the collection.") { Words, Limit, Sort, Explain, Verbatim }
            .WithExamples(
                "search query \"đối ngoại nhân dân\"",
                "search query chi thi 04 --json --limit 5",
                "search query \"hòa bình loai:ke-hoach\" --sort newest")
            .Does(Run);
    }

    private static int Run(CommandRun run)
    {
        var limit = run.Value(Limit);
        if (limit is < 1 or > ApiLimits.PageSize)
        {
            throw CommandException.WrongUsage(
                $"--limit phải từ 1 đến {ApiLimits.PageSize}.", $"--limit must lie between 1 and {ApiLimits.PageSize}.");
        }

        using var system = run.OpenForSearch();
        var answer = system.Search.Search(
            new SearchQuery
            {
                Q = string.Join(' ', run.Value(Words)!),
                Limit = limit,
                Sort = run.Value(Sort),
                Explain = run.Value(Explain),
                Verbatim = run.Value(Verbatim),
                Passages = 1,
            },
            run.Stop);

        if (run.Json)
        {
            run.Output.Json(new
            {
                Total = answer.Total.Value,
                answer.Total.Relation,
                answer.Rule,
                answer.Weak,
                answer.ReadAs,
                Remarks = answer.Repairs.Select(repair => repair.Message),
                Hits = answer.Hits.Select(hit => new
                {
                    hit.Document.Key,
                    hit.Document.Number,
                    hit.Document.Title,
                    hit.Document.DisplayTitle,
                    hit.Document.Type,
                    hit.Document.Date,
                    hit.Passages.FirstOrDefault()?.Anchor,
                    hit.Score,
                    Snippet = hit.Passages.FirstOrDefault()?.Snippet.Text ?? Known(hit),
                }),
            });
            return ExitCodes.Done;
        }

        foreach (var repair in answer.Repairs)
        {
            var said = Message.Said(repair.Message);
            run.Output.Note(said.Vietnamese, said.English);
        }

        foreach (var hit in answer.Hits)
        {
            run.Output.Line($"{hit.Document.Key}  {hit.Document.DisplayTitle?.ReplaceLineEndings(" ") ?? run.Output.Say("(chưa rõ trích yếu)", "(title not known)")}");
            run.Output.Line("    " + (hit.Passages is [var first, ..] ? first.Snippet.Text.ReplaceLineEndings(" ") : Known(hit)));
            if (hit.Explanation is { } why)
            {
                run.Output.Line("    " + why.ReplaceLineEndings("\n    "));
            }
        }

        run.Output.Note(
            $"{answer.Total.Value} văn bản" + (answer.Weak == 0 ? "." : $"; {answer.Weak} văn bản khác chỉ có một phần từ ngữ."),
            $"{answer.Total.Value} documents" + (answer.Weak == 0 ? "." : $"; {answer.Weak} more hold some of the words."));
        if (answer.DidYouMean is { } better)
        {
            run.Output.Note($"Có phải: {better}", $"Did you mean: {better}");
        }

        return ExitCodes.Done;
    }

    // A document known only by being cited has no text to show; what others say of it is shown instead.
    private static string Known(SearchHitLine hit) => string.Join(
        " · ",
        new[]
        {
            $"{hit.Document.TypeName} {hit.Document.Number}".Trim(),
            hit.Document.Issuer,
            hit.Document.Date is { } day ? Labels.Day(day) : null,
            hit.Document.DisplayTitle,
            $"chưa có toàn văn; {hit.Document.CitedBy} văn bản dẫn chiếu",
            hit.CitedIn is { } citing ? $"được dẫn trong {citing.Number ?? citing.Title ?? citing.Key}: {citing.Text}" : null,
        }.Where(part => !string.IsNullOrEmpty(part)));
}
