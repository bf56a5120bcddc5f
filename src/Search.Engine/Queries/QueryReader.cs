using System.Text;
using Search.Text;

namespace Search.Engine;

// Longer than most files because the grammar of queries is one descent, a method a rule.
/// <summary>Recursive descent over the lexemes of one query.</summary>
internal sealed class QueryReader(string text, QueryCatalogue names, ICollectionWords? collection, bool isVerbatim)
{
    private const int MaxDepth = 32;
    private const int MostUnknown = 3;

    private readonly QueryCorrector? _corrector = collection is null ? null : new QueryCorrector(collection);
    private readonly QueryScratch _scratch = Idle<QueryScratch>.Rent();
    private List<QueryRepair>? _repairs;
    private List<QueryError>? _errors;
    private List<Filter>? _filters;
    private List<QueryWish>? _wishes;
    private List<string>? _readings;
    private List<QueryRepair>? _slips;
    private bool _offers;
    private string? _peopleOf;
    private List<TextSpan> _people = [];
    private int _unknown;
    private int _at;
    private int _depth;
    private StringBuilder? _passage;
    private int _words;

    /// <summary>Reads the query; call it once.</summary>
    public ParsedQuery Read()
    {
        QueryLexer.Read(text, _scratch.Lexemes);
        var parsed = ReadAll();
        _scratch.Clear();
        Idle<QueryScratch>.Return(_scratch);
        return parsed;
    }

    private List<Lexeme> Lexemes => _scratch.Lexemes;

    private ParsedQuery ReadAll()
    {
        var query = ReadOr();
        while (_at < Lexemes.Count)
        {
            // Only a closing parenthesis that was never opened stops the reader early.
            Repair(Lexemes[_at++], "Bỏ dấu ngoặc đóng thừa. (An unmatched closing parenthesis was ignored.)");
            var more = ReadOr();
            if (more is not null)
            {
                query = query is null ? more : new AndQuery([query, new OptionalQuery(more)]);
            }
        }

        return new ParsedQuery(query ?? new AllQuery(), Given(_filters), Given(_repairs), Given(_errors))
        {
            Wishes = Given(_wishes),
            Relaxed = query is null ? null : RelaxedQuery.Of(query),
            ReadAs = _readings is null ? null : string.Join(' ', _readings),
            Offer = _offers ? Corrected() : null,
            IsVerbatim = isVerbatim,
        };
    }

    // The query with every slip read; phrases, operators and filters stay around them.
    private string? Corrected()
    {
        var corrected = new StringBuilder(text);
        foreach (var slip in _slips!.OrderByDescending(slip => slip.Position))
        {
            corrected.Remove(slip.Position, slip.Length).Insert(slip.Position, slip.Message);
        }

        return corrected.Equals(text) ? null : corrected.ToString();
    }

    private static IReadOnlyList<T> Given<T>(List<T>? list) => list ?? (IReadOnlyList<T>)[];

    private Query? ReadOr()
    {
        Query? only = null;
        List<Query>? clauses = null;
        while (true)
        {
            if (ReadAnd() is { } clause)
            {
                if (only is not null)
                {
                    (clauses ??= [only]).Add(clause);
                }

                only ??= clause;
            }

            if (_at >= Lexemes.Count || Lexemes[_at].Kind != LexemeKind.Or)
            {
                break;
            }

            if (only is null || _at + 1 >= Lexemes.Count)
            {
                Repair(Lexemes[_at], "Bỏ OR không có vế. (OR without two sides was ignored.)");
            }

            _at++;
        }

        return clauses is null ? only : new OrQuery(clauses);
    }

    private Query? ReadAnd()
    {
        var must = new List<Query>();
        var should = new List<Query>();
        var not = new List<Query>();
        var run = _scratch.Run;
        while (_at < Lexemes.Count)
        {
            var lexeme = Lexemes[_at];
            if (lexeme.Kind is LexemeKind.Or or LexemeKind.Close)
            {
                break;
            }

            _at++;
            if (lexeme.Kind == LexemeKind.Word)
            {
                AddWord(run, lexeme);
                continue;
            }

            var before = lexeme.Kind == LexemeKind.Prefix ? LastWord(run) : null;
            EndRun(run, must, should);
            ReadItem(lexeme, must, should, not, before);
        }

        EndRun(run, must, should);
        return Combine(must, should, not);
    }

    // The word that stands right before what is read next.
    private static string? LastWord(StringBuilder run)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(run.ToString());
        return tokens.Count == 0 ? null : tokens[^1].Exact;
    }

    private void ReadItem(Lexeme lexeme, List<Query> must, List<Query> should, List<Query> not, string? before = null)
    {
        switch (lexeme.Kind)
        {
            case LexemeKind.Phrase:
                if (PhraseOf(lexeme) is { } phrase)
                {
                    must.Add(phrase);
                }

                break;
            case LexemeKind.Prefix:
                if (HasSyllable(lexeme.Words))
                {
                    must.Add(new PrefixQuery(lexeme.Text) { After = before });
                }

                break;
            case LexemeKind.Fuzzy:
                if (HasSyllable(lexeme.Words))
                {
                    (_passage is null ? should : must).Add(new FuzzyQuery(lexeme.Text, Math.Clamp(lexeme.Number, 1, 2)));
                }

                break;
            case LexemeKind.Field:
                ReadField(lexeme, negated: false, must);
                break;
            case LexemeKind.Open:
                if (ReadGroup(lexeme) is { } group)
                {
                    must.Add(group);
                }

                break;
            case LexemeKind.Not:
                ReadNot(lexeme, not);
                break;
        }
    }

    private Query? ReadGroup(Lexeme open)
    {
        if (++_depth > MaxDepth)
        {
            (_errors ??= []).Add(new QueryError(open.Start, open.Length,
                $"Ngoặc lồng quá {MaxDepth} tầng. (Parentheses nested deeper than {MaxDepth}.)"));
            _at = Lexemes.Count;
            return null;
        }

        var inner = ReadOr();
        _depth--;
        if (_at < Lexemes.Count && Lexemes[_at].Kind == LexemeKind.Close)
        {
            _at++;
        }
        else if (_errors is null)
        {
            Repair(open, "Thêm dấu ngoặc đóng còn thiếu. (A missing closing parenthesis was added.)");
        }

        return inner;
    }

    private void ReadNot(Lexeme minus, List<Query> not)
    {
        if (_at >= Lexemes.Count || Lexemes[_at].Kind is LexemeKind.Or or LexemeKind.Close or LexemeKind.Not)
        {
            Repair(minus, "Bỏ dấu trừ không có từ. (A minus without a word was ignored.)");
            return;
        }

        var lexeme = Lexemes[_at++];
        if (lexeme.Kind == LexemeKind.Field)
        {
            ReadField(lexeme, negated: true, not);
            return;
        }

        if (lexeme.Kind == LexemeKind.Word)
        {
            if (HasSyllable(lexeme.Words))
            {
                OfferReading(lexeme);
                not.Add(new TermQuery(lexeme.Text));
            }

            return;
        }

        var inner = new List<Query>();
        var held = _passage?.Length ?? 0;
        ReadItem(lexeme, inner, inner, []);
        not.AddRange(inner);
        if (_passage is not null)
        {
            _passage.Length = held;
        }
    }

    // The words of a passage are all in it, whatever their order.
    private void ReadPassage(Lexeme lexeme, List<Query> queries, bool negated)
    {
        var isGroup = lexeme.Content.Length == 0 && _at < Lexemes.Count && Lexemes[_at].Kind == LexemeKind.Open;
        if (_passage is not null || (!isGroup && !HasSyllable(lexeme.Words)))
        {
            (_errors ??= []).Add(new QueryError(lexeme.Start, lexeme.Length, _passage is not null
                ? $"“{lexeme.Field}:” không lồng trong nhau. (\"{lexeme.Field}:\" does not go into itself.)"
                : $"Thiếu giá trị sau “{lexeme.Field}:”. (A value is missing after \"{lexeme.Field}:\".)"));
            return;
        }

        _passage = new StringBuilder();
        var must = new List<Query>();
        if (!isGroup)
        {
            var run = new StringBuilder();
            AddWord(run, lexeme);
            EndRun(run, must, must);
        }
        else if (ReadGroup(Lexemes[_at++]) is { } group)
        {
            must.Add(group);
        }

        var words = _passage.ToString();
        _passage = null;
        if (must.Count == 0)
        {
            return;
        }

        var passage = new PassageQuery(must.Count == 1 ? must[0] : new AndQuery(must), words);
        queries.Add(negated || words.Length == 0 ? passage : new AndQuery([passage, new OptionalQuery(new WordsQuery(words))]));
    }

    private void AddToPassage(string words) => _passage?.Append(_passage.Length > 0 ? " " : "").Append(words);

    private void ReadField(Lexeme lexeme, bool negated, List<Query> queries)
    {
        if (QueryFields.IsPassage(lexeme.Field))
        {
            ReadPassage(lexeme, queries, negated);
            return;
        }

        var filters = new List<Filter>();
        if (!QueryFields.TryRead(lexeme, names, filters, queries, out var problem))
        {
            (_errors ??= []).Add(new QueryError(lexeme.Start, lexeme.Length, problem));
            return;
        }

        if (filters.Count == 0 && QueryFields.IsText(lexeme.Field))
        {
            OfferReading(lexeme);
        }

        foreach (var filter in filters)
        {
            (_filters ??= []).Add(negated ? new NotFilter(filter) : filter);
        }

        if (filters.Count > 0 && _depth > 0)
        {
            Repair(lexeme, "Bộ lọc trong ngoặc áp dụng cho cả câu hỏi. (A filter in parentheses applies to the whole query.)");
        }
    }

    private Query? PhraseOf(Lexeme lexeme)
    {
        if (lexeme.Unclosed)
        {
            Repair(lexeme, "Thêm dấu ngoặc kép còn thiếu. (A missing closing quote was added.)");
        }

        if (!HasSyllable(lexeme.Words))
        {
            return null;
        }

        OfferReading(lexeme);
        AddToPassage(lexeme.Text);
        if (lexeme.Number > 0)
        {
            return new NearQuery(lexeme.Text, lexeme.Number);
        }

        // A number in quotes means its document and every paper that names it, "Chỉ thị số 04" like "Chỉ thị 04".
        var docket = ReferenceScanner.Scan(lexeme.Text, names) is [{ Docket: { } only }] && only.Start == 0 && only.End == lexeme.Text.Length
            ? only
            : null;
        if (docket is null)
        {
            return new PhraseQuery(lexeme.Text);
        }

        var readings = new List<Query> { new PhraseQuery(lexeme.Text) };
        if (docket.TypeName is { } type)
        {
            readings.Add(new PhraseQuery($"{type} số {lexeme.Text[type.Length..].Trim()}"));
        }

        readings.AddRange(QueryReferences.Keys(lexeme.Text, docket, names).Select(key => new NumberQuery(key)));
        return new OrQuery(readings);
    }

    private void AddWord(StringBuilder run, Lexeme lexeme)
    {
        if (_words >= QueryParser.MaxWords)
        {
            if (_words++ == QueryParser.MaxWords)
            {
                Repair(lexeme, $"Chỉ dùng {QueryParser.MaxWords} từ đầu. (Only the first {QueryParser.MaxWords} words are used.)");
            }

            return;
        }

        _words++;
        if (run.Length > 0)
        {
            run.Append(' ');
        }
        else
        {
            _scratch.Places.Clear();
        }

        _scratch.Places.Add((new TextSpan(run.Length, run.Length + lexeme.Words.Length), lexeme.Content.Start));
        run.Append(lexeme.Words);
    }

    private void EndRun(StringBuilder run, List<Query> must, List<Query> should)
    {
        if (run.Length == 0)
        {
            return;
        }

        var words = run.Equals(text) ? text : run.ToString();
        run.Clear();
        if (!HasSyllable(words))
        {
            return;
        }

        var typed = ReferenceScanner.Scan(words, names);
        var read = _corrector is null ? words : Correct(_corrector, words, typed);
        if (_passage is not null)
        {
            AddToPassage(read);
            must.AddRange(FieldAnalyzer.Shared.Analyze(read).Select(token => new TermQuery(token.Exact)));
            return;
        }

        // "thoong baos 432" is a number once it is read.
        var references = string.Equals(read, words, StringComparison.Ordinal) ? typed : ReferenceScanner.Scan(read, names);
        List<WordsMeaning>? meanings = null;
        foreach (var reference in references)
        {
            if (reference.Date is { } date)
            {
                Wish(words, read, QueryReferences.Wish(date, date.Start), ref meanings);
                continue;
            }

            foreach (var key in QueryReferences.Keys(read, reference.Docket!, names))
            {
                if (!should.Contains(new NumberQuery(key)))
                {
                    should.Add(new NumberQuery(key));
                }
            }
        }

        foreach (var wish in QueryNames.Wishes(read, names, references, _scratch.Tokens, People(read)))
        {
            Wish(words, read, wish, ref meanings);
        }

        SayUnknown(words, read, references);
        should.Add(new WordsQuery(Telling(read, WholeRun(words))) { Meanings = Given(meanings) });
    }

    // A word that is nowhere cannot be asked for: what is found is found without it, and that is said.
    private void SayUnknown(string words, string read, IReadOnlyList<TextReference> references)
    {
        if (collection is null)
        {
            return;
        }

        _scratch.Tokens.Clear();
        FieldAnalyzer.Shared.Analyze(read, _scratch.Tokens);
        foreach (var token in _scratch.Tokens)
        {
            if (_unknown == MostUnknown || collection.Spellings(token.Folded).Count > 0 || IsNoWord(read, token, references))
            {
                continue;
            }

            _unknown++;
            var word = read[token.Start..token.End];
            var at = words.IndexOf(word, StringComparison.Ordinal);
            var place = at < 0 ? WholeRun(words) : new TextSpan(PositionOf(at), PositionOf(at) + word.Length);
            (_repairs ??= []).Add(new QueryRepair(
                place.Start, place.Length, $"Không văn bản nào có từ “{word}” nên đã tìm không có từ này. (No document holds “{word}”; it was left out.)"));
        }
    }

    // Figures and what is written in capitals are numbers and signs, which documents carry and need not say.
    private static bool IsNoWord(string read, FieldToken token, IReadOnlyList<TextReference> references)
    {
        var word = read.AsSpan(token.Start, token.End - token.Start);
        return word.Length < 2 || word.ContainsAnyInRange('0', '9') || (!word.ContainsAnyInRange('a', 'z') && !IsCapitals(read))
            || references.Any(reference => token.Start < reference.End && token.End > reference.Start);
    }

    // Of a pasted paragraph the words that tell most are scored; "…" stands where words between them were left out.
    private string Telling(string words, TextSpan place)
    {
        _scratch.Tokens.Clear();
        FieldAnalyzer.Shared.Analyze(words, _scratch.Tokens);
        return _scratch.Tokens.Count <= QueryParser.ScoredWords ? words : Telling(words, place, _scratch.Tokens);
    }

    private string Telling(string words, TextSpan place, List<FieldToken> tokens)
    {
        var distinct = tokens.DistinctBy(token => token.Exact, StringComparer.Ordinal).ToList();
        if (distinct.Count <= QueryParser.ScoredWords)
        {
            return words;
        }

        var kept = distinct.OrderBy(token => Frequency(token)).Take(QueryParser.ScoredWords).Select(token => token.Exact).ToHashSet(StringComparer.Ordinal);
        var telling = new StringBuilder();
        var last = -1;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!kept.Contains(tokens[i].Exact))
            {
                continue;
            }

            telling.Append(telling.Length == 0 ? "" : last == i - 1 ? " " : " … ").Append(words, tokens[i].Start, tokens[i].End - tokens[i].Start);
            last = i;
        }

        (_repairs ??= []).Add(new QueryRepair(place.Start, place.Length,
            $"Câu dài {distinct.Count} từ khác nhau: chỉ tính {kept.Count} từ nói lên nhiều nhất. (Of {distinct.Count} different words the {kept.Count} that tell most are scored.)"));
        return telling.ToString();
    }

    // The rarer a word, the more it tells; one that is nowhere tells nothing.
    private long Frequency(FieldToken token)
    {
        var spellings = collection?.Spellings(token.Folded) ?? [];
        var own = spellings.Where(spelling => string.Equals(spelling.Exact, token.Exact, StringComparison.Ordinal)).Sum(spelling => spelling.Count);
        var all = own > 0 ? own : spellings.Sum(spelling => spelling.Count);
        return all > 0 || collection is null ? all : long.MaxValue;
    }

    private void Wish(string words, string read, QueryWish wish, ref List<WordsMeaning>? meanings)
    {
        var said = read.Substring(wish.Position, wish.Length);
        (meanings ??= []).Add(new WordsMeaning(said, wish.Condition));

        // Where words were read otherwise than typed, a wish stands for the whole of them.
        var at = ReferenceEquals(read, words) ? wish.Position : words.IndexOf(said, StringComparison.Ordinal);
        (_wishes ??= []).Add(at >= 0
            ? wish with { Position = PositionOf(at) }
            : wish with { Position = PositionOf(0), Length = PositionOf(words.Length) - PositionOf(0) });
    }

    private string Correct(QueryCorrector corrector, string words, IReadOnlyList<TextReference> references)
    {
        if (Reading(corrector, words, references) is not { } correction)
        {
            return words;
        }

        foreach (var word in correction.Words)
        {
            var typed = words.Substring(word.Start, word.Length);
            (_slips ??= []).Add(new QueryRepair(PositionOf(word.Start), word.Length, word.Reading));
            if (isVerbatim)
            {
                _offers = true;
                continue;
            }

            (_repairs ??= []).Add(new QueryRepair(
                PositionOf(word.Start), word.Length, $"Đã hiểu “{typed}” là “{word.Reading}”. (“{typed}” was read as “{word.Reading}”.)"));
        }

        if (isVerbatim)
        {
            return words;
        }

        (_readings ??= []).Add(correction.Text);
        return correction.Text;
    }

    // Whoever sets words in quotes, behind a minus or in a field means them: another reading is only offered.
    private void OfferReading(Lexeme lexeme)
    {
        if (_corrector is null)
        {
            return;
        }

        var words = lexeme.Text;
        var references = ReferenceScanner.Scan(words, names);
        foreach (var word in Reading(_corrector, words, references)?.Words ?? [])
        {
            (_slips ??= []).Add(new QueryRepair(lexeme.Content.Start + word.Start, word.Length, word.Reading));
            _offers = true;
        }
    }

    private Correction? Reading(QueryCorrector corrector, string words, IReadOnlyList<TextReference> references)
    {
        var people = People(words);
        return corrector.Correct(
            words, token => IsFixed(words, token, references), token => people.Exists(name => token.Start >= name.Start && token.End <= name.End));
    }

    // Where the names of those who signed stand: they are no words with a slip.
    private List<TextSpan> People(string words)
    {
        if (string.Equals(_peopleOf, words, StringComparison.Ordinal))
        {
            return _people;
        }

        var people = new List<TextSpan>();
        (_peopleOf, _people) = (words, people);
        if (collection is null)
        {
            return people;
        }

        var tokens = FieldAnalyzer.Shared.Analyze(words);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (QueryNames.SignerAt(tokens, i, collection) is > 0 and var count)
            {
                people.Add(new TextSpan(tokens[i].Start, tokens[i + count - 1].End));
                i += count - 1;
            }
        }

        return people;
    }

    // Numbers and dates are read already; a word in capitals is an abbreviation or a sign.
    private bool IsFixed(string words, FieldToken token, IReadOnlyList<TextReference> references) =>
        references.Any(reference => token.Start < reference.End && token.End > reference.Start)
        || names.IsOrganSign(token.Folded) || names.IsTypeSign(token.Folded)
        || (token.End - token.Start > 1 && !words.AsSpan(token.Start, token.End - token.Start).ContainsAnyInRange('a', 'z')
            && words.AsSpan(token.Start, token.End - token.Start).ContainsAnyInRange('A', 'Z') && !IsCapitals(words));

    private TextSpan WholeRun(string words) => new(PositionOf(0), PositionOf(words.Length));

    // A query in capitals throughout says nothing by them.
    private static bool IsCapitals(string words) => !words.Any(char.IsLower);

    // Offset in the query text of an offset in the words of the run.
    private int PositionOf(int at)
    {
        foreach (var (start, position) in _scratch.Places)
        {
            if (at >= start.Start && at <= start.End)
            {
                return position + at - start.Start;
            }
        }

        return 0;
    }

    private static Query? Combine(List<Query> must, List<Query> should, List<Query> not)
    {
        var wish = should.Count switch { 0 => null, 1 => should[0], _ => new OrQuery(should) };
        if (must.Count == 0 && not.Count == 0)
        {
            return wish;
        }

        var clauses = new List<Query>(must);
        if (wish is not null)
        {
            clauses.Add(must.Count == 0 ? wish : new OptionalQuery(wish));
        }

        if (clauses.Count == 0)
        {
            clauses.Add(new AllQuery());
        }

        clauses.AddRange(not.Select(inner => new NotQuery(inner)));
        return clauses.Count == 1 ? clauses[0] : new AndQuery(clauses);
    }

    private static bool HasSyllable(ReadOnlySpan<char> words) => FieldAnalyzer.Shared.HasToken(words);

    private void Repair(Lexeme lexeme, string message) =>
        (_repairs ??= []).Add(new QueryRepair(lexeme.Start, lexeme.Length, message));
}
