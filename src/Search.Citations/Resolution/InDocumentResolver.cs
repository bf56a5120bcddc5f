using Search.Documents;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Citations.Resolution;

/// <summary>One run of the resolver over one document: numbers first, then short names and titles, then nouns that
/// point back, from left to right. Linear in the number of mentions.</summary>
internal sealed class InDocumentResolver
{
    private readonly IReadOnlyList<Mention> _mentions;
    private readonly RegistryMatcher _matcher;
    private readonly Entity?[] _entities;
    private readonly DocumentNumbers _numbers;
    private readonly ShortNames _shorts;
    private readonly TitledNames _titled;
    private readonly BackReferences _back;

    public InDocumentResolver(
        Catalogue catalogue, Facts facts, Document host, SourceText source, IReadOnlyList<Mention> mentions, IDocumentRegistry registry,
        WorkBudget budget)
    {
        _mentions = mentions;
        _entities = new Entity?[mentions.Count];
        _matcher = new RegistryMatcher(facts, registry, host, budget);
        var self = Entity.Self(host);
        var nicknames = new Nicknames(catalogue, host, source, _matcher);
        _numbers = new DocumentNumbers(facts, host, self, mentions, budget);
        _shorts = new ShortNames(catalogue, host, self, _numbers, nicknames, _matcher);
        _titled = new TitledNames(catalogue, host, self, _numbers, nicknames, _matcher, budget);
        _back = new BackReferences(catalogue, facts, host, self, _shorts.Aliases, _numbers, budget);
    }

    /// <summary>The entity of every mention; null for generic ones.</summary>
    public Entity?[] Resolve()
    {
        for (var i = 0; i < _mentions.Count; i++)
        {
            if (_mentions[i] is FullCitation full)
            {
                _entities[i] = _numbers.Add(full);
            }
        }

        foreach (var entity in _numbers.All)
        {
            _matcher.Settle(entity);
        }

        _shorts.Define(_mentions, _entities);
        for (var i = 0; i < _mentions.Count; i++)
        {
            _entities[i] ??= _mentions[i] switch
            {
                ShortCitation mention => _shorts.Resolve(mention),
                UnnumberedCitation { AttachedTo: { } carrier } when _entities[carrier] is { } carried => carried,
                UnnumberedCitation mention => _titled.Resolve(mention),
                AliasDefinition mention => _shorts.Resolve(mention, _entities),
                BackReference mention => _back.Resolve(mention),
                _ => null,
            };
            _back.Note(_mentions[i], _entities[i], i);
        }

        // What an attachment points to may come later in the text.
        for (var i = 0; i < _mentions.Count; i++)
        {
            if (_mentions[i] is UnnumberedCitation { AttachedTo: { } carrier } && _entities[carrier] is { } entity)
            {
                _entities[i] = entity;
            }
        }

        return _entities;
    }
}
