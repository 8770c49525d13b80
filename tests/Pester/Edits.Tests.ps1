# Users that were read, edited and piped back.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Seed.ps1')
    $group = $groups[0]
}

Describe 'Edits' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $null = Add-TestUser 'ben'
        $user = Get-ConnectUser -Username 'ben'
        $simulator.ClearCalls()
    }

    It 'that there are none of need no call at all' {
        $result = Get-Result { $user | Set-ConnectUser -Verbose }
        $result.Error | Should -BeNullOrEmpty
        "$($result.Verbose)" | Should -BeLike '*no change was requested*'
        $simulator.CallCount | Should -Be 0
    }

    It 'are the same as <Edit>' -ForEach @(
        @{ Edit = { $user.PhoneConfig.AutoAccept = $true } }
        @{ Edit = { $user.AutoAccept = $true } }
        @{ Edit = { $user.phone_config.auto_accept = $true } }
    ) {
        & $Edit
        Get-SentPatch { $user | Set-ConnectUser } | Should -BeExactly 'replace /PhoneConfig/AutoAccept true'
    }

    It 'add a tag as a hashtable, and the tag of somebody else stays' {
        $user.Tags += @{ Key = 'Site'; Value = 'Leeds' }
        Edit-TestUser 'ben' { $_.Tags += @{ Key = 'Shift'; Value = 'Late' } }
        Get-SentPatch { $user | Set-ConnectUser } | Should -BeLike 'replace /Tags `[*'
        Get-TestTag 'ben' | Should -Be 'Shift=Late', 'Site=Leeds', 'Team=Sales'
    }

    It 'set tags as a hashtable of their keys' {
        $user.Tags = @{ Team = 'A' }
        $user | Set-ConnectUser
        Get-TestTag 'ben' | Should -Be 'Team=A'
    }

    It 'remove what an array has lost, and what somebody else added stays' {
        Edit-TestUser 'ben' { $_.Tags += @{ Key = 'Site'; Value = 'Leeds' } }
        $user = Get-ConnectUser -Username 'ben'
        $user.Tags = @($user.Tags | Where-Object Key -NE 'Site')
        Edit-TestUser 'ben' { $_.Tags += @{ Key = 'Shift'; Value = 'Late' } }
        $user | Set-ConnectUser
        Get-TestTag 'ben' | Should -Be 'Shift=Late', 'Team=Sales'
    }

    It 'change the value of a tag' {
        $user.Tags[0].Value = 'Support'
        $user | Set-ConnectUser
        Get-TestTag 'ben' | Should -Be 'Team=Support'
    }

    It 'of the value of a tag to $null with <Edit> are refused' -ForEach @(
        @{ Edit = { $user.Tags['Team'] = $null } }
        @{ Edit = { $user.Tags[0].Value = $null } }
    ) {
        & $Edit
        $failure = Assert-Failure 'InvalidValue' { $user | Set-ConnectUser }
        "$failure" | Should -BeLike "*Tags``['Team'``] has no value*"
        $failure.ErrorDetails.RecommendedAction | Should -BeLike "*''*-RemoveTag*Tags.Remove('Team')*"
        $simulator.CallCount | Should -Be 0
    }

    It 'empty the value of a tag, and remove a tag by its key' {
        $user.Tags['Team'] = ''
        $user.Tags['Site'] = 'Leeds'
        $user | Set-ConnectUser
        Get-TestTag 'ben' | Should -Be 'Site=Leeds', 'Team='
        $user = Get-ConnectUser -Username 'ben'
        $user.Tags.Remove('Site') | Should -BeTrue
        $user.Tags.Remove('site') | Should -BeFalse
        $user | Set-ConnectUser
        Get-TestTag 'ben' | Should -Be 'Team='
    }

    It 'clear the tags that were read, and the new tag of somebody else stays' {
        $user.Tags = $null
        Edit-TestUser 'ben' { $_.Tags += @{ Key = 'Shift'; Value = 'Late' } }
        $user | Set-ConnectUser
        Get-TestTag 'ben' | Should -Be 'Shift=Late'
    }

    It 'add a security profile to the list' {
        $user.SecurityProfileArns += $security[1]
        Edit-TestUser 'ben' { $_.SecurityProfileArns += $security[2] }
        $user | Set-ConnectUser
        (Get-TestUser 'ben').SecurityProfileArns | Sort-Object | Should -Be ($security[0..2] | Sort-Object)
    }

    It 'change a proficiency, which its name and value identify' {
        Edit-TestUser 'ben' {
            $_.UserProficiencies = @(
                @{ AttributeName = 'Product'; AttributeValue = 'Mobile'; Level = 2 }
                @{ AttributeName = 'Product'; AttributeValue = 'Broadband'; Level = 3 }
            )
        }
        $user = Get-ConnectUser -Username 'ben'
        ($user.UserProficiencies | Where-Object AttributeValue -EQ 'Mobile').Level = 5
        Edit-TestUser 'ben' { ($_.UserProficiencies | Where-Object AttributeValue -EQ 'Broadband').Level = 1 }
        $user | Set-ConnectUser
        (Get-TestUser 'ben').UserProficiencies | ForEach-Object { "$($_.AttributeValue)=$($_.Level)" } | Sort-Object | Should -Be 'Broadband=1', 'Mobile=5'
    }

    It 'keep the members of a channel that they do not touch' {
        Edit-TestUser 'ben' {
            $_.PhoneConfig.Remove('AutoAccept')
            $_.AutoAcceptConfigs = @(
                @{ Channel = 'VOICE'; AutoAccept = $false; AgentFirstCallbackAutoAccept = $false }
                @{ Channel = 'CHAT'; AutoAccept = $false }
            )
        }
        $user = Get-ConnectUser -Username 'ben'
        ($user.AutoAcceptConfigs | Where-Object Channel -EQ 'VOICE').AutoAccept = $true
        Edit-TestUser 'ben' { ($_.AutoAcceptConfigs | Where-Object Channel -EQ 'VOICE').AgentFirstCallbackAutoAccept = $true }
        $user | Set-ConnectUser
        $configs = (Get-TestUser 'ben').AutoAcceptConfigs
        $configs | Should -HaveCount 2
        Get-CanonicalJson ($configs | Where-Object Channel -EQ 'VOICE') |
            Should -BeExactly (Get-CanonicalJson @{ Channel = 'VOICE'; AutoAccept = $true; AgentFirstCallbackAutoAccept = $true })
    }

    It 'remove <Path> with <Edit>' -ForEach @(
        @{ Edit = { $user.HierarchyGroupArn = $null }; Path = '/HierarchyGroupArn' }
        @{ Edit = { $user.Email = $null }; Path = '/IdentityInfo/Email' }
        @{ Edit = { $user.IdentityInfo.Email = '' }; Path = '/IdentityInfo/Email' }
        @{ Edit = { $user.Tags.Clear() }; Path = '/Tags' }
    ) {
        Edit-TestUser 'ben' { $_.HierarchyGroupArn = $group }
        $user = Get-ConnectUser -Username 'ben'
        & $Edit
        Get-SentPatch { $user | Set-ConnectUser } | Should -BeExactly "remove $Path"
    }

    It 'leave the parent of the last leaf that goes' {
        Edit-TestUser 'ben' { $_.IdentityInfo = @{ FirstName = 'Ben' } }
        $user = Get-ConnectUser -Username 'ben'
        $user.IdentityInfo = $null
        Get-SentPatch { $user | Set-ConnectUser } | Should -BeExactly 'remove /IdentityInfo/FirstName'
    }

    It 'give way to parameters' {
        $user.AutoAccept = $true
        $user.FirstName = 'Bo'
        $user.Tags += @{ Key = 'Site'; Value = 'Leeds' }
        $user | Set-ConnectUser -FirstName 'Bee' -Tag @{ Only = 'This' }
        $state = Get-TestUser 'ben'
        $state.IdentityInfo.FirstName | Should -Be 'Bee'
        $state.PhoneConfig.AutoAccept | Should -BeTrue
        Get-TestTag 'ben' | Should -Be 'Only=This'
    }

    It 'made after the user was piped are not part of the change' {
        $null = Add-TestUser 'mia'
        $all = @(Get-ConnectUser)
        $all[0].FirstName = 'Early'
        Get-SentPatch { & { $all[0]; $all[0].FirstName = 'Late'; $all[1] } | Set-ConnectUser } | Should -BeExactly 'replace /IdentityInfo/FirstName "Early"'
    }

    It 'that AWS cannot make are refused before any call: <Edit>' -ForEach @(
        @{ Edit = { $user.Username = 'bob' }; Property = 'Username' }
        @{ Edit = { $user.InstanceArn = $instance -replace '.$', 'f' }; Property = 'InstanceArn' }
        @{ Edit = { $user.DirectoryUserId = 'S-1' }; Property = 'DirectoryUserId' }
        @{ Edit = { $user.Password = $password }; Property = 'Password' }
        @{ Edit = { $user.UserArn = $user.UserArn -replace '.$', 'f' }; Property = 'UserArn' }
    ) {
        & $Edit
        $failure = Assert-Failure 'PropertyNotUpdatable' { $user | Set-ConnectUser -FirstName 'Bo' }
        "$failure" | Should -BeLike "*$Property*"
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $failure.CategoryInfo.Category | Should -Be 'InvalidOperation'
        $simulator.CallCount | Should -Be 0
    }

    It 'keep a user from being an identifier' {
        $user.FirstName = 'Bo'
        $failures = @((Get-Result { Set-ConnectUser $user -LastName 'Ode' }).Error)
        $failures | Should -HaveCount 1
        "$failures" | Should -BeLike '*has edits*'
        Get-WriteCount | Should -Be 0
        Set-ConnectUser (Get-ConnectUser -Username 'ben') -LastName 'Ode' -ErrorAction Stop
        (Get-TestUser 'ben').IdentityInfo.LastName | Should -Be 'Ode'
    }

    It 'that are wrong are refused: <Edit>' -ForEach @(
        @{ Edit = { $user.AfterContactWorkTimeLimit = 'soon' } }
        @{ Edit = { $user.UserProficiencies = 'Language' } }
        @{ Edit = { $user.Tags = @{ Key = 'x' * 200; Value = 'y' }; $user | Set-ConnectUser } }
    ) {
        (Get-Result $Edit).Error | Should -HaveCount 1
        Get-WriteCount | Should -Be 0
    }
}

Describe 'Properties that AWS adds tomorrow' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $null = Add-TestUser 'ben' {
            $_.Nickname = 'Bo'
            $_.Rank = 3
            $_.Shape = @{ Corners = 1, 2 }
            $_.PhoneConfig.Ringtone = 'Bell'
        }
        $user = Get-ConnectUser -Username 'ben'
    }

    It 'are note properties with their JSON type' {
        $user.PSObject.Properties['Nickname'].MemberType | Should -Be 'NoteProperty'
        $user.Nickname | Should -Be 'Bo'
        $user.Rank | Should -BeOfType [long]
        $user.Rank | Should -Be 3
        $user.Shape.Corners[1] | Should -BeOfType [long]
        $user.Shape.Corners[1] | Should -Be 2
    }

    It 'survive Set-ConnectUser unmentioned' {
        # The simulator's schema is today's: it refuses the call, but what was sent is what counts.
        $user.LastName = 'Ode'
        Get-SentPatch { $user | Set-ConnectUser } -IgnoreErrors | Should -BeExactly 'replace /IdentityInfo/LastName "Ode"'
    }

    It 'survive inside a nested object' {
        $user.PhoneConfig.AutoAccept = $true
        Get-SentPatch { $user | Set-ConnectUser } -IgnoreErrors | Should -BeExactly 'replace /PhoneConfig/AutoAccept true'
    }

    It 'are copied by New-ConnectUser' {
        $sent = @(Get-SentRequest 'CreateResource' { $user | New-ConnectUser -Password $password } -IgnoreErrors)
        $sent | Should -HaveCount 1
        ConvertTo-Json $sent[0].DesiredState.Shape -Compress | Should -BeExactly '{"Corners":[1,2]}'
    }
}
