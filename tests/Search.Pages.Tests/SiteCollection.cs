namespace Search.Pages.Tests;

/// <summary>Starting hosts and a browser takes seconds: all tests share them.</summary>
[CollectionDefinition("site")]
public sealed class SiteCollection : ICollectionFixture<Site>, ICollectionFixture<LongDocumentSite>;
