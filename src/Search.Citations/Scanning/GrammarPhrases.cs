using Search.Documents.Catalogues;

namespace Search.Citations.Scanning;

/// <summary>The fixed phrases of citation grammar, from <c>grammar.json</c>, each list a small trie.</summary>
internal sealed class GrammarPhrases(Vocabulary words, Catalogue catalogue)
{
    /// <summary>"Chỉ thị nêu trên": points back to a document named before.</summary>
    public PhraseTrie Back { get; } = Build(words, catalogue, "back");

    /// <summary>"Quy định đó": points back to a document named before, whatever follows.</summary>
    public PhraseTrie Demonstratives { get; } = Build(words, catalogue, "demonstratives");

    /// <summary>Verbs between an issuer and the document it issued: "Ban Bí thư ban hành Chỉ thị số …".</summary>
    public PhraseTrie Issuing { get; } = Build(words, catalogue, "issuing");

    /// <summary>Before the body in whose name somebody signs.</summary>
    public PhraseTrie SpeakingFor { get; } = Build(words, catalogue, "speaking-for");

    /// <summary>Before the name of who signs.</summary>
    public PhraseTrie SigningPersons { get; } = Build(words, catalogue, "signing-persons");

    /// <summary>Words that announce a short name.</summary>
    public PhraseTrie Naming { get; } = Build(words, catalogue, "naming");

    /// <summary>Verbs before a document that is still to be written: no document to cite.</summary>
    public PhraseTrie Drafting { get; } = Build(words, catalogue, "drafting");

    /// <summary>Verbs with which the host issues something new.</summary>
    public PhraseTrie Enacting { get; } = Build(words, catalogue, "enacting");

    /// <summary>Words that may open a sentence before its verb: "Nay bãi bỏ …".</summary>
    public PhraseTrie Opening { get; } = Build(words, catalogue, "opening");

    /// <summary>Words between the noun of a lead-in and its colon: "các văn bản sau đây:".</summary>
    public PhraseTrie ListLeads { get; } = Build(words, catalogue, "list-leads");

    /// <summary>Formulas after which a document speaks for its issuer, so that "Kết luận này" is itself.</summary>
    public PhraseTrie EnactingFormulas { get; } = Build(words, catalogue, "enacting-formulas");

    /// <summary>Links an attachment to the document that carries it.</summary>
    public PhraseTrie Attached { get; } = Build(words, catalogue, "attached");

    /// <summary>Words before many documents at once: they break the chain of a bare noun.</summary>
    public PhraseTrie Plural { get; } = Build(words, catalogue, "plural");

    /// <summary>Syllables before "luật" that make another word of it: "pháp luật", "kỷ luật".</summary>
    public PhraseTrie NotLaw { get; } = Build(words, catalogue, "not-law");

    /// <summary>Syllables after "luật" that make another word of it: "luật sư", "luật pháp".</summary>
    public PhraseTrie NotLawNames { get; } = Build(words, catalogue, "not-law-names");

    /// <summary>Measures: a figure before one of them is no running number ("Kế hoạch 5 năm").</summary>
    public PhraseTrie Measures { get; } = Build(words, catalogue, "measures");

    /// <summary>Where a title ends.</summary>
    public PhraseTrie TitleStops { get; } = Build(words, catalogue, "title-stops");

    /// <summary>Words of time and condition: "đến hết ngày Nghị quyết số 29 hết hiệu lực" ends nothing.</summary>
    public PhraseTrie Conditions { get; } = Build(words, catalogue, "conditions");

    /// <summary>Parts of a document that are replaced or repealed: "thay thế một số cụm từ của".</summary>
    public PhraseTrie Parts { get; } = Build(words, catalogue, "parts");

    /// <summary>What stands in a document and is only a part of it: "quy định … tại", "nội dung … tại".</summary>
    public PhraseTrie Provisions { get; } = Build(words, catalogue, "provisions");

    /// <summary>How a heading begins under which the documents are listed that the host rests on: "Cơ sở pháp lý".</summary>
    public PhraseTrie BasisHeadings { get; } = Build(words, catalogue, "basis-headings");

    /// <summary>Before a document that has been issued: "sau khi ban hành Nghị quyết".</summary>
    public PhraseTrie Issued { get; } = Build(words, catalogue, "issued");

    /// <summary>Where the name of a plan ends, which has no word to open it.</summary>
    public PhraseTrie NameStops { get; } = Build(words, catalogue, "name-stops");

    /// <summary>"Khối" in the name of a committee of many organs.</summary>
    public PhraseTrie Blocs { get; } = Build(words, catalogue, "blocs");

    /// <summary>What such a name goes on with.</summary>
    public PhraseTrie BlocWords { get; } = Build(words, catalogue, "bloc-words");

    /// <summary>First words of bodies whose names go on with a type word.</summary>
    public PhraseTrie BodyHeads { get; } = Build(words, catalogue, "body-heads");

    /// <summary>After an issuer that may be any of its kind.</summary>
    public PhraseTrie AnyPlace { get; } = Build(words, catalogue, "any-place");

    /// <summary>Bodies at large, after a noun that points back: "Chỉ thị của Trung ương".</summary>
    public PhraseTrie CollectiveBodies { get; } = Build(words, catalogue, "collective-bodies", exact: false);

    /// <summary>Words of two syllables in names of bodies, of which only the first has a capital.</summary>
    public PhraseTrie NamePairs { get; } = Build(words, catalogue, "name-pairs", exact: false);

    /// <summary>Offices that stand for their body.</summary>
    public PhraseTrie IssuerHeads { get; } = Build(words, catalogue, "issuer-heads", exact: false);

    /// <summary>Parts of a committee that issue in its name.</summary>
    public PhraseTrie IssuerParts { get; } = Build(words, catalogue, "issuer-parts", exact: false);

    /// <summary>Committees below the center.</summary>
    public PhraseTrie Committees { get; } = Build(words, catalogue, "committees", exact: false);

    /// <summary>Committees whose name goes on with the body they belong to: "Đảng ủy Ủy ban nhân dân", "Ban cán sự đảng Bộ Y tế".</summary>
    public PhraseTrie OwnedCommittees { get; } = Build(words, catalogue, "owned-committees", exact: false);

    /// <summary>The smallest committees, which have a number or the name of a place of work: "Chi bộ 3".</summary>
    public PhraseTrie Cells { get; } = Build(words, catalogue, "cells", exact: false);

    /// <summary>Before the names of several ministries that issue as one: "Liên bộ".</summary>
    public PhraseTrie JointHeads { get; } = Build(words, catalogue, "joint-heads", exact: false);

    /// <summary>Units after a shared body where no name follows: "UBND tỉnh".</summary>
    public PhraseTrie Units { get; } = Build(words, catalogue, "units", exact: false);

    /// <summary>Before a number that is a form's or a template's.</summary>
    public PhraseTrie Forms { get; } = Build(words, catalogue, "forms");

    /// <summary>Measures of time: a figure before one is a quantity, whatever its zeros ("Báo cáo 06 tháng").</summary>
    public PhraseTrie Times { get; } = Build(words, catalogue, "times");

    /// <summary>Verbs that follow the name of a law and never belong to it.</summary>
    public PhraseTrie AfterLaw { get; } = Build(words, catalogue, "after-law");

    /// <summary>Date of effect.</summary>
    public PhraseTrie Effect { get; } = Build(words, catalogue, "effect");

    /// <summary>Before the last day of effect.</summary>
    public PhraseTrie LastDay { get; } = Build(words, catalogue, "last-day");

    /// <summary>Before the day on which what was said begins.</summary>
    public PhraseTrie Since { get; } = Build(words, catalogue, "since");

    /// <summary>Before the last day of what was said.</summary>
    public PhraseTrie Until { get; } = Build(words, catalogue, "until");

    /// <summary>Verbs after a type noun at the head of a sentence, where the capital proves nothing.</summary>
    public PhraseTrie Asserting { get; } = Build(words, catalogue, "asserting");

    /// <summary>Names of documents of other nations and of the Party's founding texts, known by name alone.</summary>
    public PhraseTrie NamedHeads { get; } = Build(words, catalogue, "named-heads");

    /// <summary>Pinpoint nouns.</summary>
    public PhraseTrie Pinpoints { get; } = Build(words, catalogue, "pinpoints");

    /// <summary>Between the first and the last of a range of provisions: "Điều 3 đến Điều 7".</summary>
    public PhraseTrie RangeWords { get; } = Build(words, catalogue, "range-words");

    /// <summary>Words before a page or line of a book.</summary>
    public PhraseTrie Pages { get; } = Build(words, catalogue, "pages");

    /// <summary>Plenums and congresses: what follows is not a number of a document.</summary>
    public PhraseTrie Plenum { get; } = Build(words, catalogue, "plenum");

    /// <summary>Verbs before the date of issue.</summary>
    public PhraseTrie Dated { get; } = Build(words, catalogue, "dated");

    /// <summary>After the number of a congress.</summary>
    public PhraseTrie OfParty { get; } = Build(words, catalogue, "of-party");

    /// <summary>Small words that may follow a noun that names a document, and never go on with its name.</summary>
    public PhraseTrie Following { get; } = Build(words, catalogue, "following");

    /// <summary>After "Chỉ thị trên".</summary>
    public PhraseTrie AfterAbove { get; } = Build(words, catalogue, "after-above");

    /// <summary>What reports are about.</summary>
    public PhraseTrie Reporting { get; } = Build(words, catalogue, "reporting");

    /// <summary>Statements after a mention that the document holds.</summary>
    public PhraseTrie Holds { get; } = Build(words, catalogue, "holds");

    /// <summary>Statements after a mention that the document no longer holds.</summary>
    public PhraseTrie Ended { get; } = Build(words, catalogue, "ended");

    /// <summary>What may stand between a review and the verb it governs: "tổng kết 10 năm quán triệt và thực hiện".</summary>
    public PhraseTrie BetweenReview { get; } = Build(words, catalogue, "between-review");

    /// <summary>Words that begin like a trigger and are none.</summary>
    public PhraseTrie NotTriggers { get; } = Build(words, catalogue, "not-triggers");

    /// <summary>What somebody says "tại Công văn số …": the order is carried out, not the letter it came in.</summary>
    public PhraseTrie OrderNouns { get; } = Build(words, catalogue, "order-nouns");

    /// <summary>How the name of a law begins that amends another.</summary>
    public PhraseTrie Amending { get; } = Build(words, catalogue, "amending");

    /// <summary>What opens the subject of the document named before it; no trigger inside it relates the host to anything.</summary>
    public PhraseTrie SubjectOpeners { get; } = Build(words, catalogue, "subject-openers");

    /// <summary>Words that show a new clause after the comma that ends a subject.</summary>
    public PhraseTrie ClauseMarks { get; } = Build(words, catalogue, "clause-marks");

    /// <summary>Words before a verb that say it is proposed, planned or drafted, not done.</summary>
    public PhraseTrie Proposing { get; } = Build(words, catalogue, "proposing");

    /// <summary>Before a proposal on which the host acts: "theo đề nghị".</summary>
    public PhraseTrie ProposalBases { get; } = Build(words, catalogue, "proposal-bases");

    /// <summary>Before a verb that somebody else does or did to the document.</summary>
    public PhraseTrie Undergoing { get; } = Build(words, catalogue, "undergoing");

    /// <summary>After a verb in the passive.</summary>
    public PhraseTrie Passive { get; } = Build(words, catalogue, "passive");

    /// <summary>Congresses of committees below the center.</summary>
    public PhraseTrie LocalCongress { get; } = Build(words, catalogue, "local-congress");

    /// <summary>Before the years of a committee's term.</summary>
    public PhraseTrie Terms { get; } = Build(words, catalogue, "terms");

    /// <summary>Congresses.</summary>
    public PhraseTrie Congress { get; } = Build(words, catalogue, "congress");

    private static PhraseTrie Build(Vocabulary words, Catalogue catalogue, string id, bool exact = true)
    {
        var trie = new PhraseTrie(words, exact);
        var phrases = catalogue.Grammar(id).Phrases;
        for (var i = 0; i < phrases.Count; i++)
        {
            trie.Add(phrases[i], i);
        }

        return trie.Freeze();
    }
}
