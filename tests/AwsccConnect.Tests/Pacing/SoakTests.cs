namespace AwsccConnect.Tests.Pacing;

/// <summary>A long listing must not gather what it has handed on.</summary>
[Collection(nameof(BulkPacingTests))]
public sealed class SoakTests
{
    private const int Users = 50_000;
    private const long CeilingBytes = 60L * 1024 * 1024;

    [Fact]
    public async Task Listing_fifty_thousand_users_stays_under_a_memory_ceiling()
    {
        await using var service = await ConnectSimulator.StartAsync(
            new SimulatorOptions { UserCount = Users, MaximumCalls = 100 }, TestContext.Current.CancellationToken);
        using ModuleSession session = new();
        const string Connection = "-EndpointUrl $url -AccessKey AKIDEXAMPLE -SecretKey none -Region eu-west-2 -ThrottleLimit 32";
        session.Run($"Get-ConnectUser -First 200 {Connection} | ForEach-Object {{ }}", ("url", service.Url.AbsoluteUri));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var result = session.Run(
            $$"""
            $count = 0; $peak = 0
            Get-ConnectUser {{Connection}} | ForEach-Object {
                $count++
                if ($count % 10000 -eq 0) {
                    $now = [GC]::GetTotalMemory($true)
                    if ($now -gt $peak) { $peak = $now }
                }
            }
            $count; $peak
            """,
            ("url", service.Url.AbsoluteUri));

        result[0].BaseObject.ShouldBe(Users);
        (Convert.ToInt64(result[1].BaseObject, System.Globalization.CultureInfo.InvariantCulture) - before).ShouldBeLessThan(CeilingBytes);
    }
}
