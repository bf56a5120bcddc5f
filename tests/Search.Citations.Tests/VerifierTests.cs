using System.Globalization;
using Search.Documents.Catalogues;

namespace Search.Citations.Tests;

public sealed class VerifierTests
{
    private static readonly CitationVerifier Verifier = new(Catalogue.Default, new RegisterOfKnownDocuments(Catalogue.Default));

    [Theory]
    [InlineData("04-CT/TW", "06/7/2011", "Ban Bí thư", "right", "")]
    [InlineData("04-CT/TW", "2011-07-06", null, "right", "")]
    [InlineData("04-CT/TW", "ngày 06 tháng 7 năm 2011", "Ban Bí thư khóa XI", "right", "")]
    [InlineData("04-CT/TW", "06/7/2012", "Ban Bí thư", "wrong", "date")]
    [InlineData("04-CT/TW", "06/7/2011", "Bộ Chính trị", "wrong", "issuer")]
    [InlineData("04-CT/TW", "07/6/2011", "Chính phủ", "wrong", "date issuer")]
    [InlineData("Nghị quyết 04-CT/TW", "06/7/2011", null, "wrong", "type")]
    [InlineData("18-NQ/TW", null, null, "ambiguous", "")]
    [InlineData("18-NQ/TW", "25/10/2017", null, "right", "")]
    [InlineData("9999-CT/TW", null, null, "unknown", "")]
    [InlineData("xin chào", null, null, "unreadable", "")]
    [InlineData("04-CT/TW", "hôm qua", null, "unreadable", "")]
    public void SaysWhatIsRightAndWrong(string number, string? date, string? issuer, string verdict, string wrong)
    {
        var check = Verifier.Check(number, date, issuer);
        Assert.Equal(verdict, check.Verdict);
        Assert.Equal(wrong, string.Join(' ', check.Wrong.Select(field => field.Field)));
    }

    [Fact]
    public void ATitleOfAnotherSubjectIsWrong()
    {
        Assert.Equal("wrong", Verifier.Check("04-CT/TW", "06/7/2011", null, "Về công tác thủy lợi và phòng chống hạn hán ở miền núi").Verdict);
        Assert.Equal("right", Verifier.Check("04-CT/TW", "06/7/2011", null, "về tiếp tục đổi mới và nâng cao hiệu quả công tác đối ngoại nhân dân trong tình hình mới").Verdict);
    }

    /// <summary>Numbers nobody gave: true letters, false sequences, and true numbers with a false day.</summary>
    [Fact]
    public void AcceptsNoInventedNumber()
    {
        string[] symbols = ["CT/TW", "NQ/TW", "QĐ/TW", "KL/TW", "HD/BTCTW"];
        var accepted = new List<string>();
        for (var i = 0; i < 100; i++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{2001 + (i * 37)}-{symbols[i % symbols.Length]}");
            if (Verifier.Check(number, "15/3/2019").Verdict is "right" || new CitationLookup(Catalogue.Default, new RegisterOfKnownDocuments(Catalogue.Default)).Lookup(number).Status is 200)
            {
                accepted.Add(number);
            }
        }

        // The same in other forms: the State's marks, wrong marks, letters for figures, parts in another order.
        for (var i = 0; i < 60; i++)
        {
            var figures = (2003 + (i * 41)).ToString(CultureInfo.InvariantCulture);
            string[] forms = ["#/2019/NĐ-CP", "#/QĐ-TTg", "#-QĐ/TTg", "l#-CT/TW", "NQ/TW #", "# KL TW"];
            var number = forms[i % forms.Length].Replace("#", figures, StringComparison.Ordinal);
            var answer = new CitationLookup(Catalogue.Default, new RegisterOfKnownDocuments(Catalogue.Default)).Lookup(number);
            if (Verifier.Check(number).Verdict is "right" || answer.Candidates.Count > 0)
            {
                accepted.Add(number);
            }
        }

        foreach (var entry in Catalogue.Default.Register.Where(entry => entry is { Number: not null, Date: not null }).Take(100))
        {
            var day = entry.Date!.Value.AddDays(1);
            if (Verifier.Check(entry.Number, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Verdict is "right"
                && !Catalogue.Default.Register.Any(other => string.Equals(other.Number, entry.Number, StringComparison.Ordinal) && other.Date == day))
            {
                accepted.Add(entry.Key);
            }
        }

        Assert.Empty(accepted);
    }
}
