using Microsoft.AspNetCore.Components;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Lines;
using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Api.Pages;

/// <summary>What the pages share: the request and the reader's language.</summary>
public abstract class View : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter]
    public PageContext Page { get; set; } = new("/", false, "");

    /// <summary>The sentence in the reader's language.</summary>
    /// <param name="vietnamese">Shown by default.</param>
    /// <param name="english">Shown to those who chose English.</param>
    protected string L(string vietnamese, string english) => Page.Say(vietnamese, english);

    /// <summary>Name of a document type in the reader's language.</summary>
    /// <param name="id">Its catalogue id.</param>
    protected string TypeName(string id) => Labels.Type(id, Page.English);

    /// <summary>What to call a document in one line: its type and number, or its title.</summary>
    /// <param name="document">The document.</param>
    protected string NameOf(DocumentLine document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var type = document.Type is { } id ? TypeName(id) : null;
        return document.Number is { } number
            ? $"{type} {number}".Trim()
            : type is not null && document.Title is not null ? $"{type}: {TitleOf(document)}" : TitleOf(document) ?? type ?? Labels.Unnamed(document.Key, Page.English);
    }

    /// <summary>A title as it is read in a list: in sentence case where it was printed in capitals; null for none.</summary>
    /// <param name="document">The document.</param>
    protected static string? TitleOf(DocumentLine document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.DisplayTitle is { } title ? Sentence(title.Trim()) : null;
    }

    /// <summary>A title, or a heading as it is read in a list, in sentence case where it was printed in capitals.</summary>
    /// <param name="printed">As printed, or null.</param>
    protected static string? TitleOf(string? printed) => printed is null ? null : Sentence(Lowered(printed.Trim()));

    /// <summary>What was printed in capitals in sentence case; anything else as it is printed.</summary>
    /// <param name="printed">Not null.</param>
    protected static string Lowered(string printed) => DisplayTitle.Of(printed, Catalogue.Default) ?? printed;

    /// <summary>Words with a capital at their head.</summary>
    /// <param name="text">Not null.</param>
    protected static string Sentence(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>What to call a document of which nothing is known but its key: its number and its day.</summary>
    /// <param name="key">The key.</param>
    protected string NameOf(DocumentKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return !key.IsNumbered ? Labels.Unnamed(key.Value, Page.English) : key.Date is { } day ? $"{key.Number} · {Page.Day(day)}" : key.Number;
    }

    /// <summary>The half of a message that is in the reader's language: <c>Không có. (There is none.)</c></summary>
    /// <param name="message">Vietnamese, then English in parentheses; other texts stay as they are.</param>
    protected string Said(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var (vietnamese, english) = BothLanguages.Of(message);
        return L(vietnamese, english);
    }
}
