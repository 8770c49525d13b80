using System.Management.Automation;

namespace AwsccConnect.Tests.Commands.Requests;

public sealed class GetConnectUserRequestTests : RequestSession
{
    [Fact]
    public void By_token_tells_how_a_request_stands()
    {
        PSObject accepted = Create("ada.li").Single();
        PSObject request = Run("Get-ConnectUserRequest $token", ("token", Token(accepted))).Single();
        request.TypeNames[0].ShouldBe("AwsccConnect.ConnectUserRequest");
        Token(request).ShouldBe(Token(accepted));
        Summaries([request])[0].ShouldMatch("^ada.li CREATE (PENDING|IN_PROGRESS)$");
        Text(request, "TypeName").ShouldBe("AWS::Connect::User");
        Text(request, "Region").ShouldBe(Simulator.Region);
        request.Properties["EventTime"].Value.ShouldBeOfType<DateTime>().Kind.ShouldBe(DateTimeKind.Utc);
        request.Properties["RetryAfter"].Value.ShouldBeOfType<DateTime>();
    }

    [Fact]
    public void Several_tokens_are_read_in_their_order()
    {
        string[] tokens = [.. Create("a.a", "b.b", "c.c").Select(Token)];
        Run("Get-ConnectUserRequest $tokens", ("tokens", tokens)).Select(Token).ShouldBe(tokens);
        Run("Get-ConnectUserRequest -RequestToken $tokens -First 1 -Skip 1", ("tokens", tokens)).Select(Token).ShouldBe([tokens[1]]);
        Calls("GetResourceRequestStatus").ShouldBe(4);
    }

    [Theory]
    [InlineData("$requests | Get-ConnectUserRequest")]
    [InlineData("$requests.RequestToken | Get-ConnectUserRequest")]
    [InlineData("$requests | Select-Object -Property * | Get-ConnectUserRequest")]
    [InlineData("$requests | Select-Object -Property RequestToken, Region | Get-ConnectUserRequest")]
    [InlineData("$requests | ForEach-Object { @{ request_token = $_.RequestToken; Notes = 'x' } } | Get-ConnectUserRequest")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($requests)) | Get-ConnectUserRequest")]
    [InlineData("$requests | Export-Csv \"$folder/r.csv\"; Import-Csv \"$folder/r.csv\" | Get-ConnectUserRequest")]
    [InlineData("Get-ConnectUserRequest -InputObject $requests[0]; Get-ConnectUserRequest -InputObject $requests[1]")]
    public void From_the_pipeline_in_any_form(string script)
    {
        Create("a.a", "b.b");
        string[] tokens = Texts("$requests.RequestToken").ToArray();
        IReadOnlyList<PSObject> read = Run(script);
        read.Select(Token).ShouldBe(tokens);
        read.Select(request => Text(request, "User")).ShouldBe(Texts("$requests.User"));
        Calls("GetResourceRequestStatus").ShouldBe(2);
        Calls("ListResourceRequests").ShouldBe(0);
    }

    [Fact]
    public void A_finished_request_goes_on_to_Get_ConnectUser()
    {
        string arn = AddUser("old.name");
        PSObject request = Run("Set-ConnectUser $arn -LastName New -NoWait", ("arn", arn)).Single();
        Text(Run("$request | Get-ConnectUserRequest | Get-ConnectUser", ("request", request)).Single(), "Username").ShouldBe("old.name");
    }

    [Fact]
    public void An_unknown_token_tells_how_long_AWS_keeps_requests()
    {
        ErrorRecord error = Fails("RequestTokenNotFound", "Get-ConnectUserRequest 00000000-dead-4000-8000-000000000000");
        error.CategoryInfo.Category.ShouldBe(ErrorCategory.ObjectNotFound);
        error.ToString().ShouldContain("00000000-dead-4000-8000-000000000000");
        error.ToString().ShouldContain(Simulator.Region);
        error.ErrorDetails.RecommendedAction.ShouldContain("7 days");
        error.TargetObject.ShouldBe("00000000-dead-4000-8000-000000000000");
    }

    [Theory]
    [InlineData("'not a token!' | Get-ConnectUserRequest", "InvalidValue")]
    [InlineData("('x' * 129) | Get-ConnectUserRequest", "InvalidValue")]
    [InlineData("Get-ConnectUserRequest -RequestToken ' '", "MissingIdentity")]
    [InlineData("@{ Username = 'ada.li' } | Get-ConnectUserRequest", "MissingIdentity")]
    [InlineData("[pscustomobject]@{ RequestToken = ''; Region = 'eu-west-2' } | Get-ConnectUserRequest", "MissingIdentity")]
    [InlineData("[pscustomobject]@{ RequestToken = 'abc'; Region = 'us-east-1' } | Get-ConnectUserRequest", "RegionMismatch")]
    public void A_bad_input_fails_before_any_call_and_spares_the_others(string script, string errorId)
    {
        Fails(errorId, script).CategoryInfo.Category.ShouldBe(ErrorCategory.InvalidArgument);
        Simulator.CallCount.ShouldBe(0);
        Create("a.a");
        Invoke("'b!', $requests[0].RequestToken | Get-ConnectUserRequest").Output.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_list_has_every_request_newest_first_and_names_the_unfinished()
    {
        string arn = AddUser("old.name");
        Create("a.a");
        Run("Set-ConnectUser $arn -LastName New -NoWait | Out-Null; New-ConnectUser z.z -NoWait | Out-Null", ("arn", arn));
        ClearCalls();
        IReadOnlyList<PSObject> requests = Run("Get-ConnectUserRequest");
        requests.Select(request => $"{Text(request, "User")} {Text(request, "Operation")}").ShouldBe(["z.z CREATE", $"{arn} UPDATE", "a.a CREATE"]);
        Calls("ListResourceRequests").ShouldBe(1);
        Calls("GetResourceRequestStatus").ShouldBe(2, "the list tells the ARN of the third");
    }

    [Theory]
    [InlineData("-Operation create", "a.a", "b.b")]
    [InlineData("-Operation UPDATE", "old.name")]
    [InlineData("-Operation DELETE")]
    [InlineData("-Operation CREATE, UPDATE -Status in_progress", "a.a", "b.b", "old.name")]
    [InlineData("-Status SUCCESS, FAILED")]
    [InlineData("-OperationStatus CANCEL_IN_PROGRESS, CANCEL_COMPLETE", "c.c")]
    [InlineData("-Username a.a", "a.a")]
    [InlineData("-Username *.NAME, b*", "b.b", "old.name")]
    [InlineData("-Username nobody")]
    [InlineData("-Identifier $arn", "old.name")]
    [InlineData("-Operation CREATE -Identifier $arn")]
    public void The_list_can_be_filtered(string parameters, params string[] users)
    {
        string arn = AddUser("old.name");
        Create("a.a", "b.b", "c.c");
        Run("$requests | Where-Object User -eq c.c | Stop-ConnectUserRequest; Set-ConnectUser $arn -LastName New -NoWait | Out-Null", ("arn", arn));
        // The first tenth of a request's life, and 0.2 seconds at most, is PENDING.
        SpinWait.SpinUntil(() => Run("Get-ConnectUserRequest -Status PENDING").Count == 0, TimeSpan.FromSeconds(10)).ShouldBeTrue();
        string[] found = [.. Run($"Get-ConnectUserRequest {parameters}").Select(request => Text(request, "User") == arn ? "old.name" : Text(request, "User"))];
        found.Where(user => user != "c.c" || users.Contains("c.c")).ShouldBe(users, ignoreOrder: true);
    }

    [Fact]
    public void A_removal_is_found_by_the_name_that_another_request_tells()
    {
        string arn = AddUser("old.name");
        Run("$update = Set-ConnectUser $arn -LastName New -NoWait; $update | Stop-ConnectUserRequest -PassThru | Wait-ConnectUserRequest | Out-Null; Remove-ConnectUser $arn -Force -NoWait | Out-Null", ("arn", arn));
        Run("Get-ConnectUserRequest -Username old.*").Select(request => $"{Text(request, "User")} {Text(request, "Operation")}")
            .ShouldBe(["old.name DELETE", "old.name UPDATE"]);
    }

    [Theory]
    [InlineData("-Status DONE")]
    [InlineData("-Operation READ")]
    public void Other_values_are_refused_by_the_engine(string parameters) =>
        Invoke($"Get-ConnectUserRequest {parameters}").AllErrors.ShouldHaveSingleItem().FullyQualifiedErrorId.ShouldStartWith("ParameterArgumentValidationError");

    [Fact]
    public async Task Paging_fetches_no_page_and_reads_no_request_beyond_what_is_wanted()
    {
        await AcceptAsync(230);
        string[] all = [.. Run("Get-ConnectUserRequest").Select(Token)];
        all.Distinct().Count().ShouldBe(230);
        Calls("ListResourceRequests").ShouldBe(3);

        ClearCalls();
        Run("Get-ConnectUserRequest -First 5 -Skip 7").Select(Token).ShouldBe(all[7..12]);
        Calls("ListResourceRequests").ShouldBe(1);
        Calls("GetResourceRequestStatus").ShouldBe(5);

        ClearCalls();
        Run("Get-ConnectUserRequest -Skip 228").Select(Token).ShouldBe(all[228..]);
        Calls("GetResourceRequestStatus").ShouldBe(2);

        ClearCalls();
        Run("Get-ConnectUserRequest -ThrottleLimit 4 | Select-Object -First 3").Select(Token).ShouldBe(all[..3]);
        Calls("ListResourceRequests").ShouldBe(1);
        Calls("GetResourceRequestStatus").ShouldBeLessThan(20);

        IReadOnlyList<PSObject> counted = Run("Get-ConnectUserRequest -IncludeTotalCount -First 1");
        counted.Count.ShouldBe(2);
        counted[0].BaseObject.ShouldBe(230UL);
    }

    [Fact]
    public void Several_Regions_are_listed_and_a_token_is_looked_for_in_each()
    {
        Create("a.a");
        Run("Get-ConnectUserRequest -Region us-east-1, eu-west-2").Select(request => Text(request, "Region")).ShouldBe(["us-east-1", "eu-west-2"]);
        Text(Run("Get-ConnectUserRequest $requests[0].RequestToken -Region us-east-1, eu-west-2").Single(), "Region").ShouldBe("us-east-1");
        Text(Run("$requests[0] | Get-ConnectUserRequest -Region us-east-1, eu-west-2").Single(), "Region").ShouldBe(Simulator.Region);
        Fails("RequestTokenNotFound", "Get-ConnectUserRequest abc -Region us-east-1, eu-west-2").ToString().ShouldContain("us-east-1 or eu-west-2");
    }

    [Fact]
    public void The_password_is_nowhere()
    {
        InvocationResultTexts("New-ConnectUser a.a -NoWait; Get-ConnectUserRequest -Username * -Verbose -Debug; Get-ConnectUserRequest -Status IN_PROGRESS, PENDING")
            .ShouldAllBe(text => !text.Contains("Correct7Horse", StringComparison.Ordinal));
    }

    private IReadOnlyList<string> InvocationResultTexts(string script)
    {
        var result = Invoke($"& {{ $DebugPreference = 'Continue'; {script} }}");
        result.AllErrors.ShouldBeEmpty();
        result.Output.ShouldNotBeEmpty();
        return
        [
            .. result.Output.SelectMany(item => item.Properties.Select(property => $"{property.Name}={property.Value}")),
            .. result.Verbose,
            .. result.Debug,
        ];
    }
}
