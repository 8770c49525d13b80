# What Set-ConnectUser refuses before any call, or before any write.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Seed.ps1')
    $simulator = Start-TestSimulator -UserCount 0
    $arn = Add-TestUser 'ben'
    $other = Add-TestUser 'mia'
}

Describe 'Set-ConnectUser, refusals' {
    BeforeEach {
        $simulator.ClearCalls()
    }

    It 'refuses -Property with <Name>, which AWS cannot change' -ForEach @(
        @{ Name = 'Username'; Value = { 'bob' } }
        @{ Name = 'Password'; Value = { 'Correct7Horse' } }
        @{ Name = 'Password'; Value = { $password } }
        @{ Name = 'DirectoryUserId'; Value = { 'S-1' } }
        @{ Name = 'directory_user_id'; Value = { 'S-1' } }
        @{ Name = 'InstanceArn'; Value = { $instance } }
        @{ Name = 'UserArn'; Value = { $arn } }
    ) {
        $properties = @{ $Name = & $Value }
        $failure = Assert-Failure 'PropertyNotUpdatable' { Set-ConnectUser $arn -Property $properties }
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        "$failure" | Should -Not -BeLike '*Correct7Horse*'
        $simulator.CallCount | Should -Be 0
    }

    It 'refuses the patch <Patch>' -ForEach @(
        @{ Patch = '[{"op":"replace","path":"/Username","value":"bob"}]'; Property = 'Username' }
        @{ Patch = '[{"op":"add","path":"/Password","value":"Correct7Horse"}]'; Property = 'Password' }
        @{ Patch = '[{"op":"remove","path":"/DirectoryUserId"}]'; Property = 'DirectoryUserId' }
        @{ Patch = '[{"op":"replace","path":"/InstanceArn","value":"x"}]'; Property = 'InstanceArn' }
        @{ Patch = '[{"op":"move","from":"/Username","path":"/IdentityInfo/FirstName"}]'; Property = 'Username' }
        @{ Patch = '[{"op":"copy","from":"/IdentityInfo/FirstName","path":"/Username"}]'; Property = 'Username' }
        @{ Patch = '[{"op":"replace","path":"","value":{"Username":"bob"}}]'; Property = 'Username' }
    ) {
        $failure = Assert-Failure 'PropertyNotUpdatable' { Set-ConnectUser $arn -PatchDocument $Patch }
        "$failure" | Should -BeLike "*$Property*"
        "$failure" | Should -Not -BeLike '*Correct7Horse*'
        $simulator.CallCount | Should -Be 0
    }

    It 'lets a patch read what it cannot change' {
        $patch = '[{"op":"test","path":"/Username","value":"ben"},{"op":"copy","from":"/Username","path":"/IdentityInfo/FirstName"}]'
        Set-ConnectUser $arn -PatchDocument $patch
        (Get-TestUser 'ben').IdentityInfo.FirstName | Should -Be 'ben'
    }

    It 'refuses <_>, which is no patch document' -ForEach @(
        'nonsense'
        '{}'
        '[{"op":"put","path":"/IdentityInfo/FirstName","value":"Bo"}]'
        '[{"op":"replace","path":"/Identity~2Info","value":"Bo"}]'
        '[{"op":"replace","path":"/IdentityInfo/FirstName"}]'
    ) {
        $patch = $_
        $null = Assert-Failure 'InvalidPatchDocument' { Set-ConnectUser $arn -PatchDocument $patch }
        $simulator.CallCount | Should -Be 0
    }

    It 'refuses a patch that does not fit the user, before any write: <Patch>' -ForEach @(
        @{ Id = 'InvalidPatchDocument'; Patch = '[{"op":"replace","path":"/IdentityInfo/Mobile","value":"+447700900123"}]' }
        @{ Id = 'ConcurrentChange'; Patch = '[{"op":"test","path":"/IdentityInfo/FirstName","value":"Eve"}]' }
    ) {
        $null = Assert-Failure $Id { Set-ConnectUser $arn -PatchDocument $Patch }
        Get-WriteCount | Should -Be 0
    }

    It 'refuses what a change makes of the user, before any write, and not what the user has already: <Mention>' -ForEach @(
        @{ Change = { @{ AddTag = $tags } }; Mention = '*51 elements*' }
        @{ Change = { @{ PatchDocument = '[{"op":"replace","path":"/PhoneConfig/AutoAccept","value":"yes"}]' } }; Mention = '*AutoAccept*"yes"*' }
        @{ Change = { @{ PatchDocument = '[{"op":"add","path":"/Tags/-","value":{"Key":"aws:x","Value":"1"}}]' } }; Mention = '*aws:x*' }
        @{ Change = { @{ PatchDocument = '[{"op":"remove","path":"/RoutingProfileArn"}]' } }; Id = 'MissingProperty'; Mention = '*RoutingProfileArn*' }
        @{ Change = { @{ PatchDocument = "[{`"op`":`"replace`",`"path`":`"/RoutingProfileArn`",`"value`":`"$($routing[0] -replace 'instance/.{8}', 'instance/00000000')`"}]" } }; Id = 'InstanceMismatch'; Mention = '*another instance*' }
    ) {
        $odd = Add-TestUser 'odd' { $_.Tags = @(@{ Key = 'aws:cloudformation:stack-name'; Value = 's' }, @{ Key = 'Team'; Value = 'Sales' }) }
        $tags = @{}
        1..49 | ForEach-Object { $tags["Tag$_"] = "$_" }
        $change = & $Change
        $expected = if ($Id) { $Id } else { 'InvalidValue' }
        foreach ($isWhatIf in $true, $false) {
            $failure = Assert-Failure $expected { Set-ConnectUser $odd @change -WhatIf:$isWhatIf }
            "$failure" | Should -BeLike $Mention
            "$failure" | Should -BeLike '*odd*'
        }

        Get-WriteCount | Should -Be 0
        $tags.Remove('Tag49')
        (Get-Result { Set-ConnectUser $odd -AddTag $tags }).Error | Should -BeNullOrEmpty
        Remove-ConnectUser $odd -Force
    }

    It 'refuses <More> once and before any call' -ForEach @(
        @{ More = { @{ Mobile = '07700' } }; Id = 'InvalidValue'; Mention = 'Mobile' }
        @{ More = { @{ AddTag = @{ Team = $null } } }; Id = 'InvalidValue'; Mention = "'Team'" }
        @{ More = { @{ AddTag = '{"Team":null}' } }; Id = 'InvalidValue'; Mention = "'Team'" }
        @{ More = { @{ Tag = @{ Team = $null } } }; Id = 'InvalidValue'; Mention = "'Team'" }
        @{ More = { @{ Property = @{ Tags = @{ Team = $null } } } }; Id = 'InvalidValue'; Mention = "'Team'" }
        @{ More = { @{ PhoneType = 'PHONE' } }; Id = 'InvalidValue'; Mention = 'PhoneType' }
        @{ More = { @{ AfterContactWorkTimeLimit = 2000001 } }; Id = 'InvalidValue'; Mention = 'AfterContactWorkTimeLimit' }
        @{ More = { @{ RoutingProfile = $security[0] } }; Id = 'InvalidArn'; Mention = 'RoutingProfileArn' }
        @{ More = { @{ RoutingProfile = $null } }; Id = 'MissingProperty'; Mention = 'RoutingProfileArn' }
        @{ More = { @{ SecurityProfile = @() } }; Id = 'MissingProperty'; Mention = 'SecurityProfileArns' }
        @{ More = { @{ AddProficiency = @{ 'Product/Mobile' = 11 } } }; Id = 'InvalidValue'; Mention = 'Level' }
        @{ More = { @{ AddProficiency = @{ 'Product/Mobile' = 'high'; 'Product/Broadband' = 2 } } }; Id = 'InvalidValue'; Mention = 'Product/Mobile' }
        @{ More = { @{ AddTag = @{ Team = 'A'; Night = $true } } }; Id = 'InvalidValue'; Mention = 'Night' }
        @{ More = { @{ RemoveProficiency = 'Product' } }; Id = 'InvalidValue'; Mention = 'Product' }
        @{ More = { @{ AutoAccept = $false; AutoAcceptConfig = @{ Channel = 'VOICE'; AutoAccept = $true } } }; Id = 'ConflictingProperties'; Mention = 'AutoAccept' }
        @{ More = { @{ AutoAcceptConfig = @{ Channel = 'FAX'; AutoAccept = $true } } }; Id = 'InvalidValue'; Mention = 'FAX' }
        @{ More = { @{ AutoAcceptConfig = @{ AutoAccept = $true } } }; Id = 'InvalidValue'; Mention = 'Channel' }
        @{ More = { @{ Property = @{ Fristname = 'Bo' } } }; Id = 'InvalidValue'; Mention = 'FirstName' }
        @{ More = { @{ Property = @{ Emial = 'x@example.com' } } }; Id = 'InvalidValue'; Mention = 'Email' }
    ) {
        $more = & $More
        $failure = Assert-Failure $Id { Set-ConnectUser $arn, $other @more }
        "$failure$($failure.ErrorDetails.RecommendedAction)" | Should -BeLike "*$Mention*"
        $null = Assert-Failure $Id { $arn, $other | Set-ConnectUser @more }
        $simulator.CallCount | Should -Be 0
    }

    It 'refuses to remove the last security profile' {
        "$(Assert-Failure 'MissingProperty' { Set-ConnectUser $arn -RemoveSecurityProfile $security[0] })" | Should -BeLike '*ben*'
        $user = Get-ConnectUser $arn
        $user.SecurityProfileArns = @()
        $null = Assert-Failure 'MissingProperty' { $user | Set-ConnectUser }
        Get-WriteCount | Should -Be 0
    }

    It 'refuses an ARN of another instance before any write' {
        $foreign = $routing[0] -replace 'instance/........', 'instance/00000000'
        $null = Assert-Failure 'InstanceMismatch' { Set-ConnectUser $arn -RoutingProfile $foreign }
        Get-WriteCount | Should -Be 0
    }

    It 'refuses users without a change' {
        $failure = Assert-Failure 'NothingToChange' { Set-ConnectUser $arn }
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $null = Assert-Failure 'NothingToChange' { Set-ConnectUser -Username 'ben' -InstanceArn $instance }
        $simulator.CallCount | Should -Be 0
    }

    It 'refuses a row with a password' {
        $null = Assert-Failure 'PropertyNotUpdatable' { @{ UserArn = $arn; Password = $password; LastName = 'Ode' } | Set-ConnectUser }
        $null = Assert-Failure 'PlainTextPassword' { @{ UserArn = $arn; Password = 'Correct7Horse'; LastName = 'Ode' } | Set-ConnectUser }
        $simulator.CallCount | Should -Be 0
    }

    It 'takes a client token for one user, and refuses the second before any call' {
        $failure = Assert-Failure 'InvalidValue' { $arn, $other | Get-ConnectUser | Set-ConnectUser -FirstName 'Same' -ClientToken 'abc' }
        "$failure" | Should -BeLike '*-ClientToken*'
        Get-CallCount 'UpdateResource' | Should -Be 1
    }
}
