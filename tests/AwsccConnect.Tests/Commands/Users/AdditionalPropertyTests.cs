using System.Management.Automation;
using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Commands.Users;

/// <summary>A property that AWS adds tomorrow.</summary>
public sealed class AdditionalPropertyTests : SimulatorTestBase
{
    protected override bool RecordsBodies => true;

    [Fact]
    public void It_appears_as_a_note_property_with_its_JSON_type()
    {
        Add();
        PSObject user = Run("Get-ConnectUser -Username ben").Single();
        user.Properties["Nickname"].MemberType.ShouldBe(PSMemberTypes.NoteProperty);
        user.Properties["Nickname"].Value.ShouldBe("Bo");
        user.Properties["Rank"].Value.ShouldBe(3L);
        Run("(Get-ConnectUser -Username ben).Shape.Corners[1]").Single().BaseObject.ShouldBe(2L);
    }

    [Fact]
    public void It_survives_Set_unmentioned()
    {
        Add();
        // The simulator's schema is today's: it takes the call for a mistake, but what was sent is what counts.
        Invoke("$u = Get-ConnectUser -Username ben; $u.LastName = 'Ode'; $u | Set-ConnectUser");
        Sent("UpdateResource").ShouldHaveSingleItem().Patch.ShouldBe(["""replace /IdentityInfo/LastName "Ode" """.TrimEnd()]);
    }

    [Fact]
    public void Inside_a_nested_object_it_survives_too()
    {
        Add();
        Invoke("$u = Get-ConnectUser -Username ben; $u.PhoneConfig.AutoAccept = $true; $u | Set-ConnectUser");
        Sent("UpdateResource").ShouldHaveSingleItem().Patch.ShouldBe(["replace /PhoneConfig/AutoAccept true"]);
    }

    [Fact]
    public void An_edit_of_it_is_a_change()
    {
        Add();
        Session.UI.TakeText();
        Run("$u = Get-ConnectUser -Username ben; $u.Nickname = 'Bee'; $u | Set-ConnectUser -WhatIf");
        Session.UI.TakeText().ShouldContain("replace /Nickname: 'Bo' -> 'Bee'");
    }

    [Fact]
    public void New_copies_it()
    {
        Add();
        Invoke("Get-ConnectUser -Username ben | New-ConnectUser -Password $password");
        Sent("CreateResource").ShouldHaveSingleItem().DesiredState["Shape"]!.ToJsonString().ShouldBe("""{"Corners":[1,2]}""");
    }

    private void Add() => AddUser("ben", user =>
    {
        user["Nickname"] = "Bo";
        user["Rank"] = 3;
        user["Shape"] = new JsonObject { ["Corners"] = new JsonArray(1, 2) };
        user["PhoneConfig"]!["Ringtone"] = "Bell";
    });
}
