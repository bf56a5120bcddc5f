using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Search.Testing;
using Search.Text;
using Search.Text.Repairs;

namespace Search.Benchmarks;

/// <summary>
/// Speed of the text library on one core. Text is Vietnamese law articles where the shared data is present, else a
/// sentence repeated. Rates count UTF-8 bytes of the input; the table shows characters as well. Best of several rounds.
/// </summary>
internal static class TextBenchmark
{
    /// <summary>Small enough for one slice of a busy machine's time; the best of many rounds is the undisturbed one.</summary>
    private const int Characters = 400_000;
    private const int Rounds = 60;

    public static int Run(string[] args)
    {
        var canonical = VietnameseNormalizer.NormalizeText(Load());
        var mixed = Mix(canonical);
        var table = new BenchmarkTable("what", "MB/s (UTF-8)", "million characters/s", "allocated bytes a token");

        Measure(table, "normalise canonical text", canonical, static text => VietnameseNormalizer.Normalize(text).Text.Length);
        Measure(table, "normalise mixed text (every 8th word NFD, new tone style, NBSP, quotes)", mixed, static text => VietnameseNormalizer.Normalize(text).Text.Length);
        Measure(table, "normalise decomposed text (NFD throughout)", canonical.Normalize(NormalizationForm.FormD), static text => VietnameseNormalizer.Normalize(text).Text.Length);
        Measure(table, "fold", canonical, static text => VietnameseFolding.Fold(text).Length);
        MeasureAnalysis(table, canonical);
        Measure(table, "string.Normalize(FormC) of the platform, canonical text", canonical, static text => text.Normalize(NormalizationForm.FormC).Length);
        Measure(table, "find personal data", canonical, static text => PersonalData.Find(text).Count);
        Measure(table, "find repairs", canonical[..100_000], static text => OcrRepairer.FindRepairs(VietnameseNormalizer.Normalize(text)).Count);
        var bytes = Encoding.UTF8.GetBytes(canonical);
        Measure(table, "decode UTF-8", canonical, _ => TextDecoder.Decode(bytes).Text.Length);
        table.Print("Vietnamese text");
        PrintLinearity();
        if (args.Contains("precision", StringComparer.Ordinal))
        {
            PrintPrecision();
        }

        return 0;
    }

    private static void Measure(BenchmarkTable table, string name, string text, Func<string, int> work)
    {
        var seconds = Best(() => work(text));
        Add(table, name, text, seconds, "");
    }

    private static void MeasureAnalysis(BenchmarkTable table, string text)
    {
        var tokens = new List<FieldToken>(text.Length / 3);
        FieldAnalyzer.Shared.Analyze(text, tokens);
        var count = tokens.Count;
        var before = GC.GetAllocatedBytesForCurrentThread();
        Analyze();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Add(table, "words of index and queries (both forms, spans)", text, Best(Analyze), Rate(allocated, count));

        int Analyze()
        {
            tokens.Clear();
            FieldAnalyzer.Shared.Analyze(text, tokens);
            return tokens.Count;
        }
    }

    private static string Rate(long allocated, int tokens) =>
        ((double)allocated / tokens).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);

    private static void Add(BenchmarkTable table, string name, string text, double seconds, string allocated) =>
        table.Add(name, Encoding.UTF8.GetByteCount(text) / seconds / 1e6, text.Length / seconds / 1e6, allocated);

    private static double Best(Func<int> work)
    {
        var best = double.MaxValue;
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    /// <summary>Twice the input should take twice the time; the ratio is what counts.</summary>
    private static void PrintLinearity()
    {
        var table = new BenchmarkTable("hostile input", "units", "ms", "ms for twice as much");
        (string Name, Func<int, string> Make)[] inputs =
        [
            ("one letter with combining marks", count => "a" + new string('\u0323', count)),
            ("different marks in turn", count => string.Concat(Enumerable.Repeat("\u0301\u0323\u0302", count / 3))),
            ("lone surrogates", count => new string('\uD800', count)),
            ("no space, vowels with marks", count => new string('ế', count)),
            ("no space, glued syllables", count => string.Concat(Enumerable.Repeat("theomẫuđơn", count / 10))),
            ("no space, decomposed", count => string.Concat(Enumerable.Repeat("e\u0302\u0301", count / 3))),
            ("TCVN3 words", count => string.Concat(Enumerable.Repeat("c¸c ®iÒu ", count / 9))),
        ];
        foreach (var (name, make) in inputs)
        {
            const int Units = 100_000;
            var once = make(Units);
            var twice = make(2 * Units);
            table.Add(name, Units, 1000 * Best(() => VietnameseNormalizer.Normalize(once).Text.Length), 1000 * Best(() => VietnameseNormalizer.Normalize(twice).Text.Length));
        }

        table.Print("Hostile input");
    }

    /// <summary>How many repairs and masks clean law articles draw: nearly all should be real errors and real addresses.</summary>
    private static void PrintPrecision()
    {
        int articles = 0, repairs = 0, dockets = 0;
        long characters = 0;
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal) { ["phone"] = 0, ["email"] = 0, ["identity-number"] = 0 };
        foreach (var text in Articles())
        {
            articles++;
            characters += text.Length;
            repairs += OcrRepairer.FindRepairs(VietnameseNormalizer.Normalize(text)).Count;
            foreach (var token in new SyllableTokenizer(text))
            {
                dockets += token.Kind is TokenKind.Docket or TokenKind.Date ? 1 : 0;
            }

            foreach (var masked in PersonalData.Find(text))
            {
                kinds[masked.Kind]++;
            }
        }

        var table = new BenchmarkTable("articles", "characters", "document numbers and dates", "repairs", "phone", "email", "identity-number");
        table.Add(articles, characters, dockets, repairs, kinds["phone"], kinds["email"], kinds["identity-number"]);
        table.Print("Precision on clean law articles");
    }

    private static string Load()
    {
        if (!SharedData.IsPresent)
        {
            return string.Concat(Enumerable.Repeat("Chỉ thị của Ban Bí thư về công tác đối ngoại nhân dân trong tình hình mới. ", Characters / 75));
        }

        var text = new StringBuilder(Characters + 65536);
        foreach (var article in Articles())
        {
            text.Append(article).Append('\n');
            if (text.Length >= Characters)
            {
                break;
            }
        }

        return text.ToString(0, Math.Min(Characters, text.Length));
    }

    private static IEnumerable<string> Articles()
    {
        using var reader = new StreamReader(new GZipStream(
            File.OpenRead(Path.Combine(SharedData.Folder, "data", "retrieval", "corpus-small.jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement.GetProperty("text").GetString() ?? "";
        }
    }

    /// <summary>What a folder of real files holds: some decomposed, some in the new tone style, typographic characters.</summary>
    private static string Mix(string canonical)
    {
        var words = canonical.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = (i % 32) switch
            {
                0 => words[i].Normalize(NormalizationForm.FormD),
                8 => words[i].Replace("òa", "oà", StringComparison.Ordinal).Replace("ủy", "uỷ", StringComparison.Ordinal),
                16 => "“" + words[i] + "”",
                24 => words[i] + "\u00A0–",
                _ => words[i],
            };
        }

        return string.Join(' ', words);
    }
}
