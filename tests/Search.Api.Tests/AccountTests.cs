using System.Text;
using Microsoft.Extensions.Time.Testing;
using Search.Application.Accounts;
using Search.Application.Errors;
using Search.Ingestion;
using Search.Store;
using Search.Store.Audit;

namespace Search.Api.Tests;

/// <summary>Accounts, keys and sessions over a store of their own, without a host.</summary>
public sealed class AccountTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("accounts-").FullName;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 5, 6, 7, 0, 0, TimeSpan.Zero));
    private readonly IDocumentStore _store;
    private readonly AccountDirectory _directory;
    private readonly AccountService _accounts;
    private readonly ApiKeyStore _keys;

    public AccountTests()
    {
        _store = DocumentStores.OpenForRecords(_folder);
        _directory = new AccountDirectory(_store.Records, _clock);
        _accounts = new AccountService(_store.Records, _directory, _clock);
        _keys = new ApiKeyStore(_store.Records, _directory, _clock);
    }

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void AFormerKeyFileIsTakenOverOnceAndKept()
    {
        var text = "vbd_0a1b2c3d_" + new string('7', 64);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var file = $$"""[{"id":"0a1b2c3d","name":"thu-vien","hash":"{{hash}}","scopes":["search","mat"],"createdAt":"2023-01-02T03:04:05+00:00"}]""";
        var path = Path.Combine(_folder, "keys.json");
        File.WriteAllText(path, file);

        Assert.Null(KeyFile.TakeOver(_folder, _store.Records, _clock));

        Assert.False(File.Exists(path));
        Assert.Equal(file, File.ReadAllText(path + ".taken-over"));
        _directory.Refresh();
        Assert.Equal([Scopes.Search, Scopes.Secret], _directory.FindKey(text)!.Value.Scopes);

        // The same file again, as a stop between transaction and move leaves it, brings nothing back.
        Assert.True(_keys.Revoke("0a1b2c3d"));
        File.WriteAllText(path, file);
        Assert.Null(KeyFile.TakeOver(_folder, _store.Records, _clock));
        _directory.Refresh();
        Assert.Null(_directory.FindKey(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[{\"id\":\"0a1b2c3d\",\"name\":")]
    [InlineData("[{\"id\":\"0a1b2c3d\",\"name\":\"x\",\"hash\":\"0\",\"scopes\":[\"read\"],\"createdAt\":\"2023-01-02T03:04:05Z\"}]")]
    public void ADamagedKeyFileIsSaidAndLeftWhereItIs(string content)
    {
        var path = Path.Combine(_folder, "keys.json");
        File.WriteAllText(path, content);

        var wrong = KeyFile.TakeOver(_folder, _store.Records, _clock);

        Assert.Contains("keys.json", wrong!.Value.English, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(path));
        Assert.Empty(_keys.List());
    }

    [Fact]
    public void AKeyMayNothingThatItsAccountMayNot()
    {
        var an = Add("an", Roles.Archivist, Scopes.Secret);
        var text = _keys.Create("quét", [Scopes.Read, Scopes.Ingest, Scopes.Admin, Scopes.Secret, Scopes.TopSecret], lifetime: null, an).Text;
        Assert.Equal([Scopes.Read, Scopes.Ingest, Scopes.Secret], _directory.FindKey(text)!.Value.Scopes);

        _accounts.Change("an", account => account with { Role = Roles.Administrator, Clearance = null });
        Assert.Equal([Scopes.Read, Scopes.Ingest, Scopes.Admin], _directory.FindKey(text)!.Value.Scopes);

        Add("binh", Roles.Administrator);
        _accounts.Change("an", account => account with { IsDisabled = true });
        Assert.Null(_directory.FindKey(text));
    }

    [Fact]
    public void WhatAnotherProcessChangesCountsWithinASecond()
    {
        Add("an", Roles.Editor);
        var secret = _accounts.Begin(_directory.AccountOf("AN")!.Id, Hour, "Firefox", "password");
        using var other = DocumentStores.OpenForRecords(_folder);
        var elsewhere = new AccountService(other.Records, new AccountDirectory(other.Records, _clock), _clock);

        elsewhere.Change("an", account => account with { Role = Roles.Reader, Clearance = Scopes.TopSecret });
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([Scopes.Search, Scopes.Read, Scopes.Own, Scopes.Secret, Scopes.TopSecret], _directory.FindSession(secret, Hour)!.Value.Account.Scopes);

        Assert.Equal(1, elsewhere.EndAll(elsewhere.Named("an"), "operator"));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_directory.FindSession(secret, Hour));
    }

    [Fact]
    public void ALinkSetsAPasswordOnceAndEnds()
    {
        var (account, link) = _accounts.Add("an", Roles.Administrator, null, "Nguyễn Văn An", Hour);
        Assert.Equal(account.Id, _directory.AccountOfLink(link)!.Id);
        Assert.Null(_directory.AccountOfLink(link[..^1] + (link[^1] == '0' ? '1' : '0')));

        var secret = _accounts.Begin(account.Id, Hour, null, "password");
        _accounts.SetPassword(account.Id, "hash");
        Assert.Null(_directory.AccountOfLink(link));
        Assert.Null(_directory.FindSession(secret, Hour));

        var next = _accounts.NewLink("an", Hour);
        _clock.Advance(Hour);
        Assert.Null(_directory.AccountOfLink(next));
    }

    [Fact]
    public void WrongPasswordsLockAnAccountForAWhile()
    {
        var id = Add("an", Roles.Reader).Id;
        for (var wrong = 0; wrong < AccountService.MostFailures; wrong++)
        {
            Assert.False(_accounts.IsLocked(_directory.FindAccount(id)!));
            _accounts.Refused(id);
        }

        Assert.True(_accounts.IsLocked(_directory.FindAccount(id)!));
        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.False(_accounts.IsLocked(_directory.FindAccount(id)!));
    }

    [Fact]
    public void SessionsEndUnusedOverdueAndWhenThereAreTooMany()
    {
        var id = Add("an", Roles.Reader).Id;
        var first = _accounts.Begin(id, TimeSpan.FromHours(12), null, "password");
        _clock.Advance(TimeSpan.FromMinutes(59));
        var (session, _) = _directory.FindSession(first, Hour)!.Value;
        _accounts.Seen(session);
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(_directory.FindSession(first, Hour));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(_directory.FindSession(first, Hour));
        Assert.Null(_directory.FindSession(first, TimeSpan.FromDays(30)) is { } late && late.Session.ExpiresAt <= _clock.GetUtcNow() ? "open past its end" : null);

        var many = Enumerable.Range(0, 25).Select(_ =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return _accounts.Begin(id, Hour, null, "password");
        }).ToList();
        Assert.Equal(20, _accounts.Sessions(_accounts.Named("an")).Count);
        Assert.Null(_directory.FindSession(many[0], Hour));
        Assert.NotNull(_directory.FindSession(many[^1], Hour));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hai chữ")]
    [InlineData("a\tb")]
    [InlineData("\ud800")]
    [InlineData("<script>")]
    public void WhatCannotBeANameIsRefused(string name) => Assert.Throws<SearchException>(() => Add(name, Roles.Reader));

    [Fact]
    public void NamesAreTakenOnceWhateverTheirCaseAndForm()
    {
        Add("hà.lê", Roles.Reader);
        Assert.Throws<SearchException>(() => Add("HÀ.LÊ", Roles.Reader));
        Assert.Throws<SearchException>(() => Add("hà.lê".Normalize(NormalizationForm.FormD), Roles.Reader));
        Assert.Throws<SearchException>(() => Add("x", "king"));
        Assert.Throws<SearchException>(() => Add("x", Roles.Reader, "rat-mat"));
    }

    [Fact]
    public void TheLastAdministratorStays()
    {
        Add("an", Roles.Administrator);
        Assert.Throws<SearchException>(() => _accounts.Change("an", account => account with { IsDisabled = true }));
        Assert.Throws<SearchException>(() => _accounts.Change("an", account => account with { Role = Roles.Editor }));
        Add("binh", Roles.Administrator);
        Assert.Equal(Roles.Editor, _accounts.Change("an", account => account with { Role = Roles.Editor }).Role);
    }

    [Fact]
    public void EveryChangeStandsInTheAuditLogAndNoSecretDoes()
    {
        var (account, link) = _accounts.Add("an", Roles.Administrator, null, null, Hour);
        var secret = _accounts.Begin(account.Id, Hour, null, "password");
        var key = _keys.Create("k", [Scopes.Read], lifetime: null, account, "an").Text;
        _accounts.Refused(id: null);
        _accounts.EndAll(account, "an");

        Assert.Equal(
            [AuditActions.UserAdded, AuditActions.SignedIn, AuditActions.KeyCreated, AuditActions.SignInRefused, AuditActions.SignedOut],
            AuditLog.List(_store.Records).Select(entry => entry.Action));
        Assert.Empty(AuditLog.Verify(_store.Records));
        var all = string.Join('\n', _store.Records.Since(0).Select(record => record.Id + record.Payload));
        Assert.All([link, secret, key.Split('_')[2]], hidden => Assert.DoesNotContain(hidden, all, StringComparison.Ordinal));
    }

    [Fact]
    public void APersonFromAProviderIsTheSameOneEachTime()
    {
        Add("ha", Roles.Editor);
        var waiting = _accounts.ForProvider("https://idp.example 41", "HA", "Lê Thị Hà", null, addsReaders: false)!;
        Assert.Equal(("ha", Roles.Editor), (waiting.Name, waiting.Role));
        var first = _accounts.ForProvider("https://idp.example 42", "ha", "Lê Thị Hà", null, addsReaders: true)!;
        Assert.Equal(("ha-2", Roles.Reader), (first.Name, first.Role));
        Assert.Equal(first.Id, _accounts.ForProvider("https://idp.example 42", "someone", null, null, addsReaders: false)!.Id);
        Assert.NotEqual(first.Id, _accounts.ForProvider("https://other.example 42", "ha", null, null, addsReaders: true)!.Id);
        Assert.Null(_accounts.ForProvider("https://idp.example 43", "lan", null, null, addsReaders: false));
    }

    private Account Add(string name, string role, string? clearance = null) => _accounts.Add(name, role, clearance, null, Hour).Account;
}
