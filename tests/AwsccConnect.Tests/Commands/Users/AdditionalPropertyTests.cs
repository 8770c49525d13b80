using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Commands.Users;

/// <summary>A property that AWS adds tomorrow.</summary>
public sealed class AdditionalPropertyTests : SimulatedSession
{
    [Fact]
    public void An_edit_of_it_is_a_change()
    {
        Add();
        Session.UI.TakeText();
        Run("$u = Get-ConnectUser -Username ben; $u.Nickname = 'Bee'; $u | Set-ConnectUser -WhatIf");
        Session.UI.TakeText().ShouldContain("replace /Nickname: 'Bo' -> 'Bee'");
    }

    private void Add() => AddUser("ben", user =>
    {
        user["Nickname"] = "Bo";
        user["Rank"] = 3;
        user["Shape"] = new JsonObject { ["Corners"] = new JsonArray(1, 2) };
        user["PhoneConfig"]!["Ringtone"] = "Bell";
    });
}
