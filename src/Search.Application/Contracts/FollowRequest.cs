using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Search.Application.Contracts;

/// <summary>What somebody wants to follow.</summary>
public sealed record FollowRequest
{
    /// <summary>One of <c>search</c>, <c>cited-by</c>, <c>chain</c>, <c>wanted</c>.</summary>
    [Description("What is followed: a 'search', the documents that cite one ('cited-by'), the chains of implementation of one ('chain'), the arrival of a 'wanted' document. Default: 'cited-by' where a document is named, else 'search'.")]
    [MaxLength(20)]
    public string? Kind { get; init; }

    /// <summary>What to call it; none for a name made from what is followed.</summary>
    [Description("What to call it.")]
    [MaxLength(200)]
    public string? Name { get; init; }

    /// <summary>The text of the search.</summary>
    [Description("Text of the search, in the language of /api/search.")]
    [MaxLength(ApiLimits.QueryLength)]
    public string? Query { get; init; }

    /// <summary>The search with its filters.</summary>
    [Description("The search with its filters; order, limit and cursor do not apply.")]
    public SearchQuery? Search { get; init; }

    /// <summary>Key, slug or number of the document.</summary>
    [Description("Key, slug or number of the document, for 'cited-by', 'chain' and 'wanted'.")]
    [MaxLength(500)]
    public string? Document { get; init; }

    /// <summary>How it is told by e-mail: <c>none</c>, <c>hourly</c>, <c>daily</c>.</summary>
    [Description("E-mail to the address of the account: 'none' (default), 'hourly', 'daily'.")]
    [MaxLength(20)]
    public string? Mail { get; init; }

    /// <summary>Address to which each alert is sent.</summary>
    [Description("Address that each alert is posted to, signed. The operator allows hosts.")]
    [MaxLength(1000)]
    public string? Webhook { get; init; }
}
