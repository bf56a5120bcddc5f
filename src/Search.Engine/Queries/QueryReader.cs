using System.Text;
using Search.Text;

namespace Search.Engine;

// Longer than most files because the grammar of queries is one descent, a method a rule.
/// <summary>Recursive descent over the lexemes of one query.</summary>
internal sealed class QueryReader(string text, QueryCatalogue names, ICollectionWords? collection)
{
    private const int MaxDepth = 32;

    private readonly List<QueryRepair> _repairs = [];
    private readonly List<QueryError> _errors = [];
    private readonly List<Filter> _filters = [];
    private readonly List<QueryWish> _wishes = [];
    private readonly QueryCorrector? _corrector = collection is null ? null : new QueryCorrector(collection);
    private readonly List<(string Typed, string Reading)> _readings = [];
    private readonly List<Lexeme> _lexemes = QueryLexer.Read(text);
    private readonly List<(TextSpan Run, int Position)> _places = [];
    private int _at;
    private int _depth;
    private int _words;

    public ParsedQuery Read()
    {
        var query = ReadOr();
        while (_at < _lexemes.Count)
        {
            // Only a closing parenthesis that was never opened stops the reader early.
            Repair(_lexemes[_at++], "Bỏ dấu ngoặc đóng thừa. (An unmatched closing parenthesis was ignored.)");
            var more = ReadOr();
            if (more is not null)
            {
                query = query is null ? more : new AndQuery([query, new OptionalQuery(more)]);
            }
        }

        return new ParsedQuery(query ?? new AllQuery(), _filters, _repairs, _errors)
        {
            Wishes = _wishes,
            Relaxed = query is null ? null : RelaxedQuery.Of(query),
            ReadAs = _readings.Count == 0 ? null : string.Join(' ', _readings.Select(reading => reading.Reading)),
        };
    }

    private Query? ReadOr()
    {
        var clauses = new List<Query>();
        while (true)
        {
            if (ReadAnd() is { } clause)
            {
                clauses.Add(clause);
            }

            if (_at >= _lexemes.Count || _lexemes[_at].Kind != LexemeKind.Or)
            {
                break;
            }

            if (clauses.Count == 0 || _at + 1 >= _lexemes.Count)
            {
                Repair(_lexemes[_at], "Bỏ OR không có vế. (OR without two sides was ignored.)");
            }

            _at++;
        }

        return clauses.Count switch { 0 => null, 1 => clauses[0], _ => new OrQuery(clauses) };
    }

    private Query? ReadAnd()
    {
        var must = new List<Query>();
        var should = new List<Query>();
        var not = new List<Query>();
        var run = new StringBuilder();
        while (_at < _lexemes.Count)
        {
            var lexeme = _lexemes[_at];
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

            var before = LastWord(run);
            EndRun(run, should);
            ReadItem(lexeme, must, should, not, before);
        }

        EndRun(run, should);
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
                if (HasSyllable(lexeme.Text))
                {
                    must.Add(new PrefixQuery(lexeme.Text) { After = before });
                }

                break;
            case LexemeKind.Fuzzy:
                if (HasSyllable(lexeme.Text))
                {
                    should.Add(new FuzzyQuery(lexeme.Text, Math.Clamp(lexeme.Number, 1, 2)));
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
            _errors.Add(new QueryError(open.Start, open.Length,
                $"Ngoặc lồng quá {MaxDepth} tầng. (Parentheses nested deeper than {MaxDepth}.)"));
            _at = _lexemes.Count;
            return null;
        }

        var inner = ReadOr();
        _depth--;
        if (_at < _lexemes.Count && _lexemes[_at].Kind == LexemeKind.Close)
        {
            _at++;
        }
        else if (_errors.Count == 0)
        {
            Repair(open, "Thêm dấu ngoặc đóng còn thiếu. (A missing closing parenthesis was added.)");
        }

        return inner;
    }

    private void ReadNot(Lexeme minus, List<Query> not)
    {
        if (_at >= _lexemes.Count || _lexemes[_at].Kind is LexemeKind.Or or LexemeKind.Close or LexemeKind.Not)
        {
            Repair(minus, "Bỏ dấu trừ không có từ. (A minus without a word was ignored.)");
            return;
        }

        var lexeme = _lexemes[_at++];
        if (lexeme.Kind == LexemeKind.Field)
        {
            ReadField(lexeme, negated: true, not);
            return;
        }

        if (lexeme.Kind == LexemeKind.Word)
        {
            if (HasSyllable(lexeme.Text))
            {
                not.Add(new TermQuery(lexeme.Text));
            }

            return;
        }

        var inner = new List<Query>();
        ReadItem(lexeme, inner, inner, []);
        not.AddRange(inner);
    }

    private void ReadField(Lexeme lexeme, bool negated, List<Query> queries)
    {
        var filters = new List<Filter>();
        if (!QueryFields.TryRead(lexeme, names, filters, queries, out var problem))
        {
            _errors.Add(new QueryError(lexeme.Start, lexeme.Length, problem));
            return;
        }

        foreach (var filter in filters)
        {
            _filters.Add(negated ? new NotFilter(filter) : filter);
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

        if (!HasSyllable(lexeme.Text))
        {
            return null;
        }

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
            _places.Clear();
        }

        _places.Add((new TextSpan(run.Length, run.Length + lexeme.Text.Length), lexeme.Start));
        run.Append(lexeme.Text);
    }

    private void EndRun(StringBuilder run, List<Query> should)
    {
        if (run.Length == 0)
        {
            return;
        }

        var words = run.ToString();
        run.Clear();
        if (!HasSyllable(words))
        {
            return;
        }

        var typed = ReferenceScanner.Scan(words, names);
        var read = Correct(words, typed);

        // "thoong baos 432" is a number once it is read.
        var references = string.Equals(read, words, StringComparison.Ordinal) ? typed : ReferenceScanner.Scan(read, names);
        var meanings = new List<WordsMeaning>();
        foreach (var reference in references)
        {
            if (reference.Date is { } date)
            {
                Add(QueryReferences.Wish(date, date.Start));
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

        foreach (var wish in QueryNames.Wishes(read, names, references))
        {
            Add(wish);
        }

        should.Add(new WordsQuery(read) { Meanings = meanings });

        void Add(QueryWish wish)
        {
            var said = read.Substring(wish.Position, wish.Length);
            meanings.Add(new WordsMeaning(said, wish.Condition));

            // Where words were read otherwise than typed, a wish stands for the whole of them.
            var at = words.IndexOf(said, StringComparison.Ordinal);
            _wishes.Add(at >= 0
                ? wish with { Position = PositionOf(at) }
                : wish with { Position = PositionOf(0), Length = PositionOf(words.Length) - PositionOf(0) });
        }
    }

    private string Correct(string words, IReadOnlyList<TextReference> references)
    {
        if (_corrector?.Correct(words, IsFixed) is not { } correction)
        {
            return words;
        }

        foreach (var word in correction.Words)
        {
            var typed = words.Substring(word.Start, word.Length);
            _repairs.Add(new QueryRepair(
                PositionOf(word.Start), word.Length, $"Đã hiểu “{typed}” là “{word.Reading}”. (“{typed}” was read as “{word.Reading}”.)"));
        }

        _readings.Add((words, correction.Text));
        return correction.Text;

        // Numbers and dates are read already; a word in capitals is an abbreviation or a sign.
        bool IsFixed(FieldToken token) =>
            references.Any(reference => token.Start < reference.End && token.End > reference.Start)
            || names.IsOrganSign(token.Folded) || names.IsTypeSign(token.Folded)
            || (token.End - token.Start > 1 && !words.AsSpan(token.Start, token.End - token.Start).ContainsAnyInRange('a', 'z')
                && words.AsSpan(token.Start, token.End - token.Start).ContainsAnyInRange('A', 'Z') && !IsCapitals(words));
    }

    // A query in capitals throughout says nothing by them.
    private static bool IsCapitals(string words) => !words.Any(char.IsLower);

    // Offset in the query text of an offset in the words of the run.
    private int PositionOf(int at)
    {
        foreach (var (start, position) in _places)
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

    private static bool HasSyllable(string words) => FieldAnalyzer.Shared.Analyze(words).Count > 0;

    private void Repair(Lexeme lexeme, string message) =>
        _repairs.Add(new QueryRepair(lexeme.Start, lexeme.Length, message));
}
