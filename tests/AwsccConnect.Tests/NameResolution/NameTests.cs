using AwsccConnect.Tests.Commands;

namespace AwsccConnect.Tests.NameResolution;

/// <summary>Names in -WhatIf messages.</summary>
public sealed class NameTests : SimulatorTestBase
{
    [Fact]
    public void WhatIf_looks_names_up_and_writes_nothing()
    {
        var arn = AddUser("ana");
        Session.UI.TakeText();
        Run("Set-ConnectUser $arn -RoutingProfile Billing -WhatIf", ("arn", arn));
        Session.UI.TakeText().ShouldContain("/RoutingProfileArn: 'Basic Routing Profile' -> 'Billing'");
        Fails("NotFound", "Set-ConnectUser $arn -RoutingProfile Biling -WhatIf", ("arn", arn));
        Run("New-ConnectUser ben -FirstName Ben -LastName Li -InstanceArn contact-centre -Password $password -RoutingProfile Billing -SecurityProfile Agent -WhatIf");
        Session.UI.TakeText().ShouldContain("RoutingProfileArn = Billing");
        Writes().ShouldBeEmpty();
    }
}
