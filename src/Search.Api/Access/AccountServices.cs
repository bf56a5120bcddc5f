using Search.Ingestion;

namespace Search.Api.Access;

/// <summary>The accounts of the open collection's store, as services of the host.</summary>
internal static class AccountServices
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<KnowledgeBase>().Store.Records);
        services.AddSingleton<AccountDirectory>();
        services.AddSingleton<AccountService>();
        services.AddSingleton<ApiKeyStore>();
    }
}
