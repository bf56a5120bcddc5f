namespace Search.Pages.Tests;

/// <summary>Starting a host and a browser takes seconds: all tests share one of each.</summary>
[CollectionDefinition("site")]
public sealed class SiteCollection : ICollectionFixture<Site>;
