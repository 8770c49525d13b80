using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Tests.Stacks.Export;

/// <summary>Cells that a spreadsheet could take for formulas.</summary>
public sealed class CsvCellTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+x", "'+x")]
    [InlineData("-2", "'-2")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("\nx", "'\nx")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("''+", "'''+")]
    [InlineData("+447700900123", "+447700900123")]
    [InlineData("+44 7700", "'+44 7700")]
    [InlineData("+447700900123\n", "'+447700900123\n")]
    [InlineData("'quoted", "'quoted")]
    [InlineData("O'Brien", "O'Brien")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void Are_written_with_an_apostrophe_that_reading_takes_off(string text, string cell)
    {
        CsvCell.Protect(text).ShouldBe(cell);
        CsvCell.Unprotect(cell).ShouldBe(text);
    }

    [Fact]
    public void Every_text_comes_back()
    {
        const string Signs = "'=+-@\t\r\n＝＋－＠1a";
        Random random = new(7);
        for (var round = 0; round < 5000; round++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(6)).Select(_ => Signs[random.Next(Signs.Length)])]);
            var cell = CsvCell.Protect(text);
            CsvCell.Unprotect(cell).ShouldBe(text);
            (cell.Length == 0 || !"=-@\t\r\n＝＋－＠".Contains(cell[0], StringComparison.Ordinal)).ShouldBeTrue(cell);
        }
    }
}
