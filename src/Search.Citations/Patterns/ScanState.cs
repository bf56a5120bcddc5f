using Search.Citations.Scanning;
using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Citations.Patterns;

/// <summary>What the patterns share while they go through one document.</summary>
internal sealed class ScanState(TokenList tokens, Lexicon lexicon, Document host)
{
    private Quotations? _quotations;

    public TokenList Tokens { get; } = tokens;

    public Lexicon Lexicon { get; } = lexicon;

    public Document Host { get; } = host;

    public List<Draft> Drafts { get; } = [];

    /// <summary>"Ngày 06/7/2011, Ban Bí thư ban hành" waiting for the document at <see cref="LeadRecord.At"/>.</summary>
    public LeadRecord? Lead { get; set; }

    /// <summary>Pinpoint waiting for the document at <see cref="PinpointAt"/>.</summary>
    public int PinpointFrom { get; set; } = -1;

    public int PinpointTo { get; set; } = -1;

    public int PinpointAt { get; set; } = -1;

    /// <summary>An attachment whose carrying document begins at <see cref="AttachmentAt"/>.</summary>
    public Draft? Attachment { get; set; }

    public int AttachmentAt { get; set; } = -1;

    /// <summary>One past the last name of other laws inside the name of the law that amends them; number, date and issuer from
    /// there to <see cref="OuterTo"/> are the amending law's.</summary>
    public int OuterFrom { get; set; } = -1;

    public int OuterTo { get; set; } = -1;

    /// <summary>That law; null before the first.</summary>
    public Draft? Amending { get; set; }

    /// <summary>The annexes with a type of their own (an attached plan): their tokens and that type; ascending.</summary>
    public IReadOnlyList<(int From, int To, string Type)> Annexes { get; init; } = [];

    /// <summary>The type of the paper whose words stand at a token: an annex's own, else the host's; null for none.</summary>
    public string? SpeakerAt(int at)
    {
        foreach (var (from, to, type) in Annexes)
        {
            if (at >= from && at < to)
            {
                return type;
            }
        }

        return Host.Type;
    }

    /// <summary>Whether a token stands in a quotation.</summary>
    public bool IsQuoted(int at) => (_quotations ??= new Quotations(Tokens)).Holds(at);

    /// <summary>Adds a draft with whatever waited for it.</summary>
    public Draft Add(Draft draft)
    {
        if (Lead is { } lead && lead.At == draft.From && draft.Kind is DraftKind.Numbered or DraftKind.Short)
        {
            draft.IsLed = true;
            draft.Issuer ??= lead.Issuer?.Name;
            draft.IssuerOrgan ??= lead.Issuer?.Organ;
            draft.ProvinceId ??= lead.Issuer?.ProvinceId;
            draft.Term ??= lead.Term;
            if (lead.Date is not null && draft.Date is null)
            {
                draft.Date = lead.Date;
                draft.From = lead.From;
            }
        }

        if (PinpointAt == draft.CoreFrom)
        {
            draft.PinpointFrom = PinpointFrom;
            draft.PinpointTo = PinpointTo;
        }

        if (Attachment is not null && AttachmentAt == draft.CoreFrom)
        {
            Attachment.Other = draft;
            Attachment = null;
        }

        if (draft.CoreFrom < OuterFrom && Amending is { } amending && draft.CoreFrom > amending.CoreFrom)
        {
            draft.Outer = amending;
        }

        draft.Tail = Math.Max(draft.Tail, draft.To);
        draft.Index = Drafts.Count;
        Drafts.Add(draft);
        return draft;
    }

    /// <summary>Whether the token begins a sentence, list item or heading, bullets and item numbers passed over.</summary>
    public bool BeginsSentence(int at)
    {
        for (var i = at; i > 0 && at - i < 6; i--)
        {
            if (Tokens[i].Has(TokenFlags.Break))
            {
                return true;
            }

            ref readonly var before = ref Tokens[i - 1];
            if (before.IsWord && !(before.Length == 1 && Tokens.IsPunctuation(i, ')')) && !(before.Length <= 4 && TermScanner.TryNumeral(Tokens, i - 1, out _)))
            {
                return false;
            }

            if (before.Kind == TokenKind.Punctuation && (char)before.Word is not ('.' or ')' or '-' or '+' or '•' or '(' or '"' or ':'))
            {
                return false;
            }

            if (before.IsPunctuation(':'))
            {
                return true;
            }
        }

        return at == 0 || Tokens[Math.Max(0, at - 5)].Has(TokenFlags.Break);
    }

    /// <summary>Whether one of the phrases ends right before a token.</summary>
    public bool EndsBefore(PhraseTrie phrases, int at)
    {
        for (var length = 1; length <= 4 && at - length >= 0; length++)
        {
            if (phrases.Match(Tokens, at - length, out var end) >= 0 && end == at)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The type that a number's letters name, by the catalogue's first entry; null when it knows none.</summary>
    public TypeEntry? TypeOf(Docket docket) => Lexicon.Catalogue.TypeOf(docket);
}
