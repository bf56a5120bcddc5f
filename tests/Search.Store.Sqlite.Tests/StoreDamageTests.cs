using Microsoft.Data.Sqlite;
using Search.Documents.Catalogues;
using Search.Store.Contract;
using static Search.Store.Contract.Samples;

namespace Search.Store.Sqlite.Tests;

public sealed class StoreDamageTests : StoreFixture
{
    [Theory]
    [InlineData("UPDATE files SET text = CAST('Hướng dẫn khác' AS BLOB)", "checksum")]
    [InlineData("UPDATE citations SET target_id = NULL", "link")]
    [InlineData("UPDATE documents SET cited_by = 7", "link")]
    [InlineData("UPDATE documents SET revision = 99", "revision")]
    [InlineData("UPDATE title_words SET word = 'khac' WHERE word = 've'", "link")]
    [InlineData("UPDATE title_words SET document_id = 99", "link")]
    public void AStoreThatContradictsItselfIsFound(string damage, string kind)
    {
        const string text = "Hướng dẫn thực hiện Chỉ thị 04-CT/TW.";
        Store.Replace(
            File("a.md", text),
            [Document("02-HD/BĐNTW@2017-01-16", text, Cites(text, "Chỉ thị 04-CT/TW", "04-CT/TW@2011-07-06"))]);

        Break(damage);

        var verification = Reopen().Verify();
        Assert.Contains(verification.Problems, problem => string.Equals(problem.Kind, kind, StringComparison.Ordinal));
    }

    [Fact]
    public void ABrokenPayloadKeepsNobodyFromListingOrWritingTheRest()
    {
        const string text = "Hướng dẫn thực hiện Chỉ thị 04-CT/TW.";
        Store.Replace(
            File("a.md", text),
            [Document("02-HD/BĐNTW@2017-01-16", text, Cites(text, "Chỉ thị 04-CT/TW", "04-CT/TW@2011-07-06"))]);
        Break("UPDATE sources SET payload = '{'; UPDATE citations SET payload = '{', titled_type = 'chi-thi'");

        using var store = Reopen();

        Assert.Single(store.List());
        Assert.Empty(store.PrintedNumbers());
        Assert.Null(store.Analysis(Search.Documents.DocumentKey.Parse("02-HD/BĐNTW@2017-01-16")));
        const string other = "Chỉ thị về đối ngoại nhân dân.";
        store.Replace(File("b.md", other), [Document("04-CT/TW@2011-07-06", other)]);
        Assert.Equal(2, store.List().Count);
    }

    [Fact]
    public void EveryFlippedBitOfAStoredValueIsFound()
    {
        const string text = "Hướng dẫn thực hiện Chỉ thị 04-CT/TW. Nội dung thứ nhất. Nội dung thứ hai.";
        Store.Replace(
            File("a.md", text),
            [Document("02-HD/BĐNTW@2017-01-16", text, Cites(text, "Chỉ thị 04-CT/TW", "04-CT/TW@2011-07-06"))]);
        Store.Dispose();
        var path = Path.Combine(Folder, "knowledge.db");
        var sound = System.IO.File.ReadAllBytes(path);
        var random = new Random(20110706);
        var values = Places(sound, "Hướng dẫn thực hiện"u8).Concat(Places(sound, "thuc-hien"u8))
            .Concat(Places(sound, "02-HD/B"u8)).ToList();
        Assert.NotEmpty(values);

        foreach (var place in values)
        {
            var broken = (byte[])sound.Clone();
            broken[place + random.Next(7)] ^= (byte)(1 << random.Next(7));
            System.IO.File.WriteAllBytes(path, broken);
            using var store = Open(Folder);
            Assert.False(store.Verify().IsSound, $"a flip at byte {place} was not found");
        }

        System.IO.File.WriteAllBytes(path, sound);
        Assert.True(Reopen().Verify().IsSound);
    }

    protected override IDocumentStore Open(string folder) => SqliteDocumentStore.Open(folder, Catalogue.Default);

    private static IEnumerable<int> Places(byte[] file, ReadOnlySpan<byte> value)
    {
        var places = new List<int>();
        for (var from = 0; file.AsSpan(from).IndexOf(value) is var at and >= 0; from += at + 1)
        {
            places.Add(from + at);
        }

        return places;
    }

    private void Break(string sql)
    {
        Store.Dispose();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "knowledge.db")};Pooling=False");
        connection.Open();
        // The digest that stands in the row is kept up, as by somebody who knows the format: only contradictions are left.
        RowDigest.Register(connection);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
