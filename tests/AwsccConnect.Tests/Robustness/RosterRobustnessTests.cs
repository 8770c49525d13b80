using AwsccConnect.Core.Users;
using AwsccConnect.Core.Users.Import;
using FsCheck;
using FsCheck.Fluent;

namespace AwsccConnect.Tests.Robustness;

/// <summary>Rosters with hostile cells: the cell comes out as it went in, or the row is an error of its own; the other rows come out.</summary>
public class RosterRobustnessTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20_261_123, 77);

    [Fact]
    public void Quoted_csv_cells_come_out_as_they_went_in() => Prop.ForAll(
        Arb.From(UnsafeTextGenerators.Valid),
        text =>
        {
            var rows = Read($"Username,FirstName,Note\nana,{Quoted(text)},x\nbob,Bob,y\n");

            rows.ConvertAll(row => row.Error?.Message).ShouldAllBe(error => error == null);
            rows.Select(row => row.Cells[0].Value).ShouldBe(["ana", "bob"]);
            rows[0].Cells[1].Value.ShouldBe(text);
        }).Check(Fixed);

    [Fact]
    public void Bare_csv_cells_come_out_or_are_errors_of_a_row() => Prop.ForAll(
        Arb.From(UnsafeTextGenerators.Any),
        text =>
        {
            string bare = new([.. text.Where(c => c is not ('"' or '\r' or '\n' or ','))]);
            var rows = Read($"Username,FirstName\nana,{bare}\nbob,Bob\n");

            rows.ShouldNotBeEmpty();
            foreach (var row in rows.Where(row => row.Error is null && (string)row.Cells[0].Value! == "ana"))
            {
                ((string)row.Cells[1].Value!).ShouldBe(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(bare)));
            }
        }).Check(Fixed);

    [Fact]
    public void Random_bytes_never_throw() => Prop.ForAll(
        Arb.From(Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 255), Gen.Elements<int>(',', ';', '"', '\n', '\r', 0, '{', '[', '}', ']', ':', 0xFF, 0xFE)).Select(code => (byte)code))),
        bytes =>
        {
            foreach (var row in Read(bytes))
            {
                (row.Error is null ? row.Source : row.Error.Message).ShouldNotBeNullOrWhiteSpace();
            }
        }).Check(Fixed);

    [Fact]
    public void Json_texts_come_out_as_they_went_in() => Prop.ForAll(
        Arb.From(UnsafeTextGenerators.Valid),
        text =>
        {
            var rows = Read(JsonSerializer.Serialize(new[] { new Dictionary<string, string> { ["Username"] = "ana", ["FirstName"] = text } }));

            rows.ShouldHaveSingleItem().Cells[1].Value.ShouldBe(text);
        }).Check(Fixed);

    [Fact]
    public void Cells_become_the_desired_value_or_a_named_problem() => Prop.ForAll(
        Arb.From(UnsafeTextGenerators.Any),
        text =>
        {
            KeyValuePair<string, object?>[] cells =
                [new("Username", "ana"), new("FirstName", text), new("tag:Team", text), new("Mobile", text), new("PhoneType", text), new("AutoAccept", text), new("AfterContactWorkTimeLimit", text),
                 new("Tags", text), new("UserProficiencies", text), new("SecurityProfileArns", text), new("IdentityInfo", text), new("PhoneConfig", text),
                 new("AutoAcceptConfigs", text), new("AfterContactWorkConfigs", text), new("proficiency:a/b", text), new(text, text), new("tag:" + text, text), new("Region", text), new("UserArn", text)];
            foreach (var cell in cells.Skip(1))
            {
                UserRow row;
                try
                {
                    row = UserRowReader.Read([cells[0], cell], allowPlainTextPassword: false, "r:2");
                }
                catch (UserValueException exception)
                {
                    exception.Problems.ShouldAllBe(problem => problem.Message.Length > 0 && problem.ErrorId.Length > 0);
                    continue;
                }

                UnsafeText.IsValid(row.Changes.ToModel().ToJsonString()).ShouldBeTrue();
                if (cell.Key == "FirstName" && !string.IsNullOrWhiteSpace(text))
                {
                    ((string?)row.Changes.ToModel()["IdentityInfo"]!["FirstName"]).ShouldBe(UnicodeForm.Compose(text));
                }
            }
        }).Check(Fixed);

    [Theory]
    [InlineData("""[{"Username":"ana","FirstName":"\ud800"},{"Username":"bob"}]""")]
    [InlineData("""[{"Username":"ana","\udc00":"x"},{"Username":"bob"}]""")]
    [InlineData("""[{"Username":"ana","Tags":[{"Key":"a","Value":"\ud83d"}]},{"Username":"bob"}]""")]
    public void Halves_of_characters_in_json_are_the_errors_of_their_rows(string json)
    {
        var rows = Read(json);

        rows[0].Error!.Message.ShouldContain("Unicode");
        rows[1].Cells[0].Value.ShouldBe("bob");
    }

    [Fact]
    public void A_name_that_is_no_text_does_not_hide_the_users() =>
        Read("""{"\ud800":1,"users":[{"Username":"ana"}]}""").ShouldHaveSingleItem().Error.ShouldBeNull();

    [Fact]
    public void Numbers_beyond_all_types_are_values_or_named_problems()
    {
        foreach (var number in UnsafeText.JsonNumbers)
        {
            foreach (var column in new[] { "AfterContactWorkTimeLimit", "FirstName", "AutoAccept", "proficiency:Language/Welsh", "Mobile" })
            {
                var row = Read($$"""[{"Username":"ana","{{column}}":{{number}}}]""").ShouldHaveSingleItem();
                row.Error.ShouldBeNull();
                try
                {
                    _ = UserRowReader.Read(row.Cells, allowPlainTextPassword: false, row.Source).Changes.ToModel().ToJsonString();
                }
                catch (UserValueException exception)
                {
                    exception.Problems.ShouldHaveSingleItem().PropertyName.ShouldBe(column, number);
                }
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nesting_of_ten_thousand_levels_is_an_error_with_its_place(bool objects)
    {
        var row = Read($$"""[{"Username":"ana","Tags":{{UnsafeText.NestedJson(10_000, objects)}}}]""").ShouldHaveSingleItem();

        row.Error!.IsFatal.ShouldBeTrue();
        row.Source.ShouldStartWith("r:1");
    }

    [Fact]
    public void Ten_megabytes_in_a_cell_come_out_and_are_refused_by_their_length()
    {
        var large = UnsafeText.Long(10_000_000);
        foreach (var roster in new[] { $"Username,FirstName\nana,\"{large}\"\nbob,Bob\n", $$"""[{"Username":"ana","FirstName":"{{large}}"},{"Username":"bob"}]""" })
        {
            var rows = Read(roster);

            rows.Count.ShouldBe(2);
            var row = UserRowReader.Read(rows[0].Cells, allowPlainTextPassword: false, rows[0].Source);
            var problem = UserValidator.ValidateChanges(row.Changes).ShouldHaveSingleItem();
            problem.PropertyName.ShouldBe("FirstName");
            problem.Message.Length.ShouldBeLessThan(500);
        }
    }

    [Fact]
    public void A_header_of_hostile_names_is_read_or_refused() => Prop.ForAll(
        Arb.From(UnsafeTextGenerators.Valid),
        name =>
        {
            var rows = Read($"Username,{Quoted(name)}\nana,x\n");

            rows.ShouldNotBeEmpty();
            if (rows[0].Error is null)
            {
                // The line breaks of a header are all the same.
                rows[0].Cells[1].Key.ShouldBe(ColumnName.Trim(name).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
            }
        }).Check(Fixed);

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<RosterRow> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static List<RosterRow> Read(byte[] bytes) => [.. RosterFile.Read(new RosterText(bytes), "r")];
}
