using Search.Documents;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Citations.Resolution;

/// <summary>
/// Nouns that point back: <c>Chỉ thị</c>, <c>Chỉ thị này</c>, <c>Nghị quyết nêu trên</c>. Goes through the document
/// from left to right and keeps, for each type, the documents named since the last mention of documents of that type
/// at large; so the work is the same for every mention, however many came before.
/// </summary>
internal sealed class BackReferences(
    Catalogue catalogue, Facts facts, Document host, Entity self, IReadOnlyDictionary<string, Entity?> aliases, DocumentNumbers numbers, WorkBudget budget)
{
    private const string Any = "";

    /// <summary>How many paragraphs "X này" reaches back where several documents of the type were named.</summary>
    private const int MaxParagraphs = 3;
    private readonly Dictionary<string, Named> _named = new(StringComparer.Ordinal);
    private readonly List<(Mention Mention, Entity Entity, int Index)> _open = [];
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private int _lastGeneric = -1;

    /// <summary>Notes a mention that was resolved; it counts for those that begin after it has ended.</summary>
    public void Note(Mention mention, Entity? entity, int index)
    {
        if (mention is GenericMention)
        {
            _lastGeneric = index;
            if (mention.Cited.Type is { } type)
            {
                _named.Remove(type);
            }

            return;
        }

        if (entity is { IsSelf: false } && mention is not AliasDefinition && !(mention is BackReference && entity.Target is null))
        {
            _open.Add((mention, entity, index));
        }
    }

    /// <summary>What a back reference means.</summary>
    public Entity Resolve(BackReference mention)
    {
        Close(mention.Span.Start);
        var type = mention.Cited.Type;
        var isHostType = type is null || string.Equals(type, host.Type, StringComparison.Ordinal);
        var named = _named.GetValueOrDefault(type ?? Any);
        if (mention is { Kind: BackReferenceKind.This, IsQuoted: true } && type is not null && named is not null)
        {
            return named.Near(mention.Place) ?? named.Only ?? named.Open(type, host.Key);
        }

        if (mention.Kind == BackReferenceKind.This && isHostType)
        {
            // "khoản 2 Điều này" in an article that goes through a decree is a provision of the decree.
            return host is { Type: null, Docket: null } && mention.Pinpoint is not null && type is null && !mention.IsHostSpeaking && named is { Last: not null }
                ? named.Open(Any, host.Key) : self;
        }

        if (mention.Kind == BackReferenceKind.This && type is not null && named?.Near(mention.Place) is null && IsPromulgated(type))
        {
            return self;
        }

        if (mention.Kind == BackReferenceKind.This && host.Type is null && type is not null)
        {
            // Of a host without a letterhead "Thông tư này" tells the type, unless another one was named right before it.
            if (named?.Near(mention.Place) is { } near && !_own.Contains(type))
            {
                return named.IsPairOf(mention.Place) ? named.Open(type, host.Key) : near;
            }

            if (named is null || mention.IsHostSpeaking)
            {
                _own.Add(type);
            }

            return _own.Contains(type) ? self : named!.Open(type, host.Key);
        }

        if (mention.Kind == BackReferenceKind.Bare && isHostType && type is not null && Likeness.Issuers(mention.Cited.Issuer, host.Issuer))
        {
            return self;
        }

        if (type is not null && catalogue.Type(type) is { } entry && aliases.TryGetValue(VietnameseFolding.Fold(entry.Name), out var alias) && alias is not null)
        {
            return alias;
        }

        if (mention.Kind == BackReferenceKind.Bare)
        {
            if (named is not null)
            {
                return named.One(type);
            }

            if (numbers.OnlyOfType(type) is { } only)
            {
                return only;
            }
        }
        else if (named is { Last: null })
        {
            return named.Open(type ?? Any, null);
        }
        else if (named is { IsChoice: true } && mention.Kind == BackReferenceKind.This && !named.IsWithin(mention.Place))
        {
            return named.One(type);
        }
        else if (named is { IsPair: true } && mention.Kind == BackReferenceKind.Above)
        {
            return named.One(type);
        }
        else if (named is { Last: { } last } && (mention.Kind != BackReferenceKind.Above || named.LastIndex > _lastGeneric))
        {
            return last;
        }

        var open = Entity.Of(mention.Cited, host);
        open.Reason = "Danh từ chung; không có văn bản nào cùng loại trước đó.";
        return open;
    }

    /// <summary>"Quy chế này" in what a decision "về việc ban hành Quy chế …" promulgates: the annex is the decision's own text.</summary>
    private bool IsPromulgated(string type) =>
        catalogue.Type(type) is { Carried: true } entry && host.Title is { } title
        && $" {Likeness.Words(title)} ".Contains($" ban hanh {Likeness.Words(entry.Name)} ", StringComparison.Ordinal);

    /// <summary>Counts the mentions that end before an offset; the others still hold the mention being resolved.</summary>
    private void Close(int start)
    {
        var kept = 0;
        for (var i = 0; i < _open.Count; i++)
        {
            budget.Spend();
            var (mention, entity, index) = _open[i];
            if (mention.Span.End > start)
            {
                _open[kept++] = _open[i];
                continue;
            }

            Add(Any, mention, entity, index);
            foreach (var type in facts.TypesOf(entity.Type, entity.Docket))
            {
                Add(type, mention, entity, index);
            }
        }

        _open.RemoveRange(kept, _open.Count - kept);
    }

    private void Add(string type, Mention mention, Entity entity, int index)
    {
        if (!_named.TryGetValue(type, out var named))
        {
            _named.Add(type, named = new Named());
        }

        named.Add(mention, entity, index);
    }

    /// <summary>The documents of one type named since the last mention of such documents at large.</summary>
    private sealed class Named
    {
        private readonly List<Entity> _distinct = [];
        private readonly HashSet<object> _seen = [];
        private Entity? _ambiguous;
        private Entity? _main;
        private Entity? _aside;
        private int _mainIndex = -1;
        private (int Sentence, int Paragraph) _place;

        /// <summary>The last one the text is about: not named in an aside where one outside was named, and never the object of what
        /// another document replaces or repeals.</summary>
        public Entity? Last => _main ?? _aside;

        public int LastIndex { get; private set; } = -1;

        /// <summary>The last one where it was named in the same paragraph, in this sentence or the one before.</summary>
        public Entity? Near((int Sentence, int Paragraph) place) =>
            _main is not null && _place.Paragraph == place.Paragraph && place.Sentence - _place.Sentence <= 1 ? _main : null;

        /// <summary>Whether several were named.</summary>
        public bool IsChoice => _distinct.Count > 1;

        /// <summary>The one where no other was named.</summary>
        public Entity? Only => _distinct is [var only] ? only : null;

        /// <summary>Whether the last two were named in one sentence: "Nghị quyết A và Nghị quyết B …. Nghị quyết nêu trên" is either.</summary>
        public bool IsPair { get; private set; }

        /// <summary>Whether both stand in that sentence, so that "này" in it is neither for certain.</summary>
        public bool IsPairOf((int Sentence, int Paragraph) place) => IsPair && _place == place;

        /// <summary>Whether the last one was named near by: "Thông báo này" pages later may mean any of them.</summary>
        public bool IsWithin((int Sentence, int Paragraph) place) => _main is null || place.Paragraph - _place.Paragraph <= MaxParagraphs;

        public void Add(Mention mention, Entity entity, int index)
        {
            LastIndex = Math.Max(LastIndex, index);
            if (!mention.IsDisplaced && mention.IsAside)
            {
                _aside = entity;
            }
            else if (!mention.IsDisplaced && index > _mainIndex)
            {
                IsPair = _main is { } before && !before.IsSameAs(entity) ? _place == mention.Place : IsPair && _place == mention.Place;
                (_main, _mainIndex, _place) = (entity, index, mention.Place);
            }

            if (!_seen.Add(entity.Target is { } target ? target.Key : entity))
            {
                return;
            }

            _distinct.Add(entity);
            _ambiguous = null;
        }

        public Entity One(string? type) => _distinct.Count == 1
            ? _distinct[0]
            : _ambiguous ??= Entity.Choice(_distinct, "Danh từ chung; nhiều văn bản cùng loại đã được nhắc trước đó.", type);

        public Entity Open(string type, DocumentKey? host) =>
            Entity.Choice(_distinct, "Không rõ loại của văn bản này; có thể nói về chính nó hoặc văn bản đã nêu.", type, host);
    }
}
