using AwsccConnect.Core.Changes;

namespace AwsccConnect.Tests.Changes;

public sealed class ChangeLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("awsccconnect-").FullName;

    private string File => Path.Combine(_folder, "changes.jsonl");

    [Fact]
    public async Task Of_a_line_that_a_kill_has_cut_short_nothing_is_lost_but_itself()
    {
        await AppendAsync(Record("one", "Zoë\n\u2028"));
        await AppendAsync(Record("two", "b"));
        var whole = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);
        var second = Array.IndexOf(whole, (byte)'\n') + 1;
        for (var length = second; length <= whole.Length; length += 7)
        {
            await System.IO.File.WriteAllBytesAsync(File, whole[..length], TestContext.Current.CancellationToken);
            await AppendAsync(Record("three", "c"));
            List<string> warnings = [];
            string[] ids = [.. ChangeLog.Read(File, warnings.Add).Select(record => record.Id)];
            ids.ShouldBe(warnings.Count == 0 && length > second ? ["one", "two", "three"] : ["one", "three"]);
            warnings.Count.ShouldBe(length > second && length < whole.Length - 1 ? 1 : 0, $"{length} of {whole.Length}");
        }

        ChangeLog.Read(File, _ => { })[0].Changes[0].New!.ToString().ShouldBe("Zoë\n\u2028");
    }

    [Fact]
    public async Task Writers_wait_for_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            using ChangeLog log = new(File);
            await Task.WhenAll(Enumerable.Range(0, 25).Select(number =>
                log.AppendAsync(Record($"{writer}.{number}", new string('x', 100 * number)), TestContext.Current.CancellationToken)));
        })));
        ChangeLog.Read(File, warning => throw new InvalidOperationException(warning)).Select(record => record.Id)
            .ShouldBe(Enumerable.Range(0, 100).Select(number => $"{number / 25}.{number % 25}"), ignoreOrder: true);
        Directory.GetFiles(_folder).ShouldBe([File], "the lock file is gone");
    }

    [Fact]
    public async Task The_last_line_of_a_change_counts_and_what_is_no_record_is_skipped()
    {
        var record = Record("one", "a");
        record.Outcome = ChangeOutcome.Started;
        await AppendAsync(record);
        await System.IO.File.AppendAllTextAsync(File, "{}\n[1]\n\n{\"Id\":\"x\",\"Id\":\"y\"}\n", TestContext.Current.CancellationToken);
        record.Outcome = ChangeOutcome.Done;
        await AppendAsync(record);
        List<string> warnings = [];
        ChangeLog.Read(File, warnings.Add).ShouldHaveSingleItem().Outcome.ShouldBe(ChangeOutcome.Done);
        warnings.Count.ShouldBe(3);
        warnings[0].ShouldStartWith("changes.jsonl:2:");
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_ends_the_command()
    {
        using ChangeLog log = new(Path.Combine(_folder, "missing", "changes.jsonl"));
        var error = await Should.ThrowAsync<ConnectOperationException>(log.AppendAsync(Record("one", "a"), CancellationToken.None));
        (error.ErrorId, error.EndsCommand).ShouldBe((ErrorIds.FileNotWritable, true));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ChangeRecord Record(string id, string value) => new()
    {
        Id = id,
        Time = DateTimeOffset.UnixEpoch,
        Operation = "UPDATE",
        Outcome = ChangeOutcome.Done,
        Changes = [new PropertyChange("/IdentityInfo/FirstName", null, JsonValue.Create(value))],
    };

    private async Task AppendAsync(ChangeRecord record)
    {
        using ChangeLog log = new(File);
        await log.AppendAsync(record, TestContext.Current.CancellationToken);
    }
}
