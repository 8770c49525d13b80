using System.Globalization;
using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Tests.Users;

public class RosterFileTests
{
    [Theory]
    [InlineData("Username,FirstName\nana,Ana\n")]
    [InlineData("Username;FirstName\r\nana;Ana\r\n")]
    [InlineData("Username\tFirstName\nana\tAna")]
    [InlineData("\"Username\",\"FirstName\"\n\"ana\",\"Ana\"\n\n")]
    [InlineData("sep=;\nUsername;FirstName\nana;Ana\n")]
    [InlineData("#TYPE AwsccConnect.ConnectUser\nUsername,FirstName\nana,Ana\n,\n")]
    [InlineData("""[{"Username":"ana","FirstName":"Ana"}]""")]
    [InlineData("""{"version":1,"users":[{"Username":"ana","FirstName":"Ana"}],"more":{}}""")]
    [InlineData("[ // comment\n{\"Username\":\"ana\",\"FirstName\":\"Ana\"},]")]
    [InlineData("\n{\"Username\":\"ana\",\n\"FirstName\":\"Ana\"} // comment\n")]
    [InlineData("""{"TypeName":"AWS::Connect::User","ResourceDescription":{"Identifier":"x","Properties":"{\"Username\":\"ana\",\"FirstName\":\"Ana\"}"}}""")]
    [InlineData("""{"ResourceDescriptions":[{"Identifier":"x","Properties":"{\"Username\":\"ana\",\"FirstName\":\"Ana\"}"}],"NextToken":"n"}""")]
    public void Rows_are_read(string text)
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, new UnicodeEncoding(false, false), Encoding.UTF32 })
        {
            var rows = Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

            var row = rows.ShouldHaveSingleItem();
            row.Error.ShouldBeNull(encoding.EncodingName);
            row.Cells.Select(cell => $"{cell.Key}={cell.Value}").ShouldBe(["Username=ana", "FirstName=Ana"]);
        }
    }

    [Fact]
    public void Quoted_cells_keep_delimiters_quotes_and_line_breaks_and_lines_are_counted()
    {
        var rows = Read("Username,Note\nana,\"a, \"\"b\"\"\nc\"\n\nbob,x\n");

        rows.Select(row => row.Source).ShouldBe(["r:2", "r:5"]);
        rows[0].Cells[1].Value.ShouldBe("a, \"b\"\nc");
    }

    [Fact]
    public void A_bad_row_is_named_and_the_rest_goes_on()
    {
        var rows = Read("Username,FirstName,LastName\nana,Ana\nbob,Bob,B,extra\ncy,C\"y,C\ndee,Dee,D\neve,Eve,E,\n");

        rows.Select(row => row.Source).ShouldBe(["r:2:2", "r:3:4", "r:4", "r:5", "r:6"]);
        rows.Select(row => row.Error?.Message.Split(':')[0]).ShouldBe(
            ["The row has too few cells", "The row has too many cells", "A quote stands inside a cell that is not quoted.", null, null]);
        rows.Where(row => row.Error is not null).ShouldAllBe(row => !row.Error!.IsFatal && row.Error.Remedy.Length > 0 && row.Cells.Count == 0);
        rows[4].Cells.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("", "The file is empty.", "r:1")]
    [InlineData("\n \n", "The file is empty.", "r:1")]
    [InlineData("Username,username\nana,bob\n", "The header has the column 'username' twice.", "r:1:2")]
    [InlineData("Username,,Email\nana,b,c\n", "Column 2 of the header has no name.", "r:1:2")]
    [InlineData("Username;Email;;\nana;;;x\n", "Column 4 of the header has no name, and line 2 has a cell in it.", "r:1:4")]
    [InlineData("Username,FirstName\nana,\"Ana\nbob,Bob\n", "A quote is opened and never closed, so the rest of the file cannot be read.", "r:2")]
    [InlineData("[1]", "The element is not a JSON object.", "r:1")]
    [InlineData("[\n{\"A\":1,\"A\":2}]", "The user has the member 'A' twice.", "r:2")]
    [InlineData("[{\"A\":\n oops}]", "The file is not JSON from here on.", "r:2:2")]
    [InlineData("{\"user\":[]}", "The file holds neither an array of users, nor a user, nor an object with a member 'users'.", "r:1")]
    [InlineData("""[{"Properties":"[1]"}]""", "The Properties of the resource are not JSON.", "r:1")]
    public void What_cannot_be_read_is_said(string text, string message, string source)
    {
        var row = Read(text).ShouldHaveSingleItem();

        row.Error.ShouldNotBeNull();
        (row.Error.Message, row.Source).ShouldBe((message, source));
    }

    [Fact]
    public void A_header_alone_has_no_rows() => Read("Username,FirstName\n").ShouldBeEmpty();

    [Fact]
    public void Text_in_another_encoding_is_an_error_not_mojibake()
    {
        var row = Read([.. "Username,FirstName\nzoe,Zo"u8, 0xEB, .. "\n"u8]).ShouldHaveSingleItem();

        row.Error!.IsFatal.ShouldBeTrue();
        row.Error.Message.ShouldContain("UTF-8");
    }

    [Fact]
    public void Rows_before_bytes_that_are_no_text_are_read()
    {
        var before = "Username,FirstName\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"user{i},Name {i}\n"));

        var rows = Read([.. Encoding.UTF8.GetBytes(before), .. "zoe,Zo"u8, 0xEB, .. "\n"u8]);

        rows.Count.ShouldBeGreaterThan(80);
        rows[^1].Error!.IsFatal.ShouldBeTrue();
        rows.SkipLast(1).ShouldAllBe(row => row.Error == null);
    }

    [Fact]
    public void Json_values_keep_their_types()
    {
        var row = Read("""[{"A":true,"B":30,"C":4.5,"D":null,"E":{"F":["g"]}}]""").ShouldHaveSingleItem();

        row.Cells.Take(4).Select(cell => cell.Value).ShouldBe([true, 30L, 4.5m, null]);
        ((Dictionary<string, object?>)row.Cells[4].Value!)["F"].ShouldBe(new object?[] { "g" });
    }

    [Fact]
    public void Json_lines_are_read_and_a_bad_line_is_named()
    {
        var rows = Read("{\"Username\":\"ana\"}\r\n{\"Username\":\"bob\"}\n\n{\"Username\": oops}\n[1]\n{\"Username\":\"a\",\"Username\":\"b\"}\n{\"Username\":\"cy\"} x\n{\"Username\":\"dee\"}");

        rows.Select(row => row.Source).ShouldBe(["r:1", "r:2", "r:4:14", "r:5", "r:6", "r:7:19", "r:8"]);
        rows.Where(row => row.Error is null).Select(row => row.Cells[0].Value).ShouldBe(["ana", "bob", "dee"]);
        rows.Where(row => row.Error is not null).ShouldAllBe(row => !row.Error!.IsFatal && row.Error.Remedy.Length > 0);
        Read("{\"Username\":\n{\"Username\":\"ana\"}", "r.jsonl").Select(row => row.Source).ShouldBe(["r.jsonl:1:13", "r.jsonl:2"]);
        Read(" \n", "r.ndjson").ShouldHaveSingleItem().Error!.Message.ShouldBe("The file is empty.");
    }

    [Fact]
    public void Objects_that_follow_each_other_are_read_up_to_an_error()
    {
        var rows = Read("{\n\"Username\":\"ana\"\n}\n{\n\"Username\":\"bob\"\n}\n{\n\"Username\": oops\n}\n");

        rows.Select(row => row.Source).ShouldBe(["r:1", "r:4", "r:8:13"]);
        rows[2].Error!.IsFatal.ShouldBeTrue();
    }

    [Fact]
    public void Users_of_Connects_own_api_have_ids_in_place_of_arns()
    {
        var row = Read("""{"User":{"Id":"1","Arn":"a","Username":"ana","RoutingProfileId":"2","SecurityProfileIds":["3"],"LastModifiedTime":5}}""").ShouldHaveSingleItem();

        row.Cells.Select(cell => cell.Key).ShouldBe(["UserArn", "Username", "RoutingProfileArn", "SecurityProfileArns"]);
    }

    [Fact]
    public void A_big_file_is_read_to_its_end()
    {
        var text = "Username,FirstName,LastName\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"user{i},First name {i},Last name {i}\n"));
        var rows = Read(text, "big.csv");

        rows.ShouldAllBe(row => row.Error == null);
        rows.Select(row => row.Source).ShouldBe(Enumerable.Range(2, 20_000).Select(line => string.Create(CultureInfo.InvariantCulture, $"big.csv:{line}")));
    }

    [Theory]
    [InlineData("Username\nana\nbob\n")]
    [InlineData("[{\"Username\":\"ana\"},{\"Username\":\"bob\"}]")]
    public async Task Reading_stops_when_it_is_cancelled(string text)
    {
        using CancellationTokenSource cancellation = new();
        using var rows = RosterFile.Read(new RosterText(Encoding.UTF8.GetBytes(text)), "r", cancellationToken: cancellation.Token).GetEnumerator();

        rows.MoveNext().ShouldBeTrue();
        await cancellation.CancelAsync();
        Should.Throw<OperationCanceledException>(() => rows.MoveNext());
    }

    [Fact]
    public async Task A_file_is_read_by_its_path()
    {
        using TemporaryFolder folder = new();
        var path = folder.PathOf("roster.csv");
        await File.WriteAllTextAsync(path, "Username\nana\n");
        (await RosterFile.ReadAsync(path, RosterFormat.Auto, () => { }, CancellationToken.None)).ShouldHaveSingleItem().Source.ShouldBe("roster.csv:2");
    }

    private static List<RosterRow> Read(string text, string name = "r") => Read(Encoding.UTF8.GetBytes(text), name);

    private static List<RosterRow> Read(byte[] bytes, string name = "r") => [.. RosterFile.Read(new RosterText(bytes), name)];
}
