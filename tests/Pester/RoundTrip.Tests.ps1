# Users written to a file and read back mean the same.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Seed.ps1')
}

Describe 'Round trips' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 12
        $null = Add-TestUser 'channels' {
            $_.Remove('PhoneConfig')
            $_.AutoAcceptConfigs = @(
                @{ Channel = 'VOICE'; AutoAccept = $true; AgentFirstCallbackAutoAccept = $false }
                @{ Channel = 'CHAT'; AutoAccept = $false }
            )
            $_.AfterContactWorkConfigs = @(@{ Channel = 'VOICE'; AfterContactWorkConfig = @{ AfterContactWorkTimeLimit = 60 } })
            $_.PhoneNumberConfigs = @(@{ Channel = 'VOICE'; PhoneType = 'DESK_PHONE'; PhoneNumber = '+442079460123' })
            $_.UserProficiencies = @(@{ AttributeName = 'Product'; AttributeValue = 'Mobile'; Level = 2.5 })
        }
        $file = Join-Path $TestDrive 'users.csv'
        Get-ConnectUser | Export-Csv $file
    }

    It 'to Set-ConnectUser change nothing: <Reader>' -ForEach @(
        @{ Reader = { Import-Csv $file } }
        @{ Reader = { Import-ConnectUser $file } }
    ) {
        $result = Get-Result { & $Reader | Set-ConnectUser }
        $result.Error | Should -BeNullOrEmpty
        $result.Warning | Should -BeNullOrEmpty
        Get-WriteCount | Should -Be 0
    }

    It 'to New-ConnectUser give the same users: <Reader>' -ForEach @(
        @{ Reader = { Import-Csv $file } }
        @{ Reader = { Import-ConnectUser $file } }
    ) {
        # Not all of them: creates keep to AWS's pace.
        $users = @(Get-ConnectUser -Username 'channels'; Get-ConnectUser -First 4)
        $users | Should -HaveCount 5
        $users | Export-Csv $file
        $before = @($users.Username | ForEach-Object { Get-TestUser $_ })
        Get-ConnectUser | ForEach-Object { $simulator.Remove($_.UserArn) | Should -BeTrue }
        $simulator.UserCount | Should -Be 0
        $result = Get-Result { & $Reader | New-ConnectUser -Password $password }
        $result.Error | Should -BeNullOrEmpty
        $result.Warning | Should -BeNullOrEmpty
        foreach ($user in $before) {
            $after = Get-TestUser $user.Username
            $after.UserArn = $user.UserArn
            Get-CanonicalJson $after | Should -BeExactly (Get-CanonicalJson $user)
        }
    }

    It 'with one changed cell change one leaf' {
        $rows = @(Import-Csv $file)
        $row = @($rows | Where-Object { -not $_.AutoAcceptConfigs })[0]
        $row.LastName = 'Changed'
        $row.IdentityInfo = ''
        Get-SentPatch { $rows | Set-ConnectUser } | Should -BeExactly 'replace /IdentityInfo/LastName "Changed"'
    }

    It 'have each value under its documented name only' {
        Get-Content $file -TotalCount 1 | Should -Not -BeLike '*_*'
    }

    It 'keep awkward texts' {
        $null = Add-TestUser 'odd' {
            $_.IdentityInfo = @{ FirstName = 'Anna-Li, "Ann"'; LastName = "O'Neil; =\" }
            $_.Tags = @(@{ Key = 'a=b;c'; Value = 'x;y=z\' }, @{ Key = 'empty'; Value = '' }, @{ Key = "Gr`u{fc}`u{df}e"; Value = "l`u{ed}nea 1, 2" })
            $_.UserProficiencies = @(@{ AttributeName = 'a/b'; AttributeValue = 'c=d'; Level = 4.5 })
        }
        $before = Get-TestUser 'odd'
        $user = Get-ConnectUser -Username 'odd'
        $user | Export-Csv $file
        Import-Csv $file | Set-ConnectUser
        Get-WriteCount | Should -Be 0
        $user | Remove-ConnectUser -Force
        Import-ConnectUser $file | New-ConnectUser -Password $password
        $after = Get-TestUser 'odd'
        $after.UserArn = $before.UserArn
        Get-CanonicalJson $after | Should -BeExactly (Get-CanonicalJson $before)
    }
}

Describe 'Round trips of users of a directory' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 3 -IdentityManagement ExistingDirectory
        $file = Join-Path $TestDrive 'users.csv'
        Get-ConnectUser | Export-Csv $file
    }

    It 'take an unchanged DirectoryUserId for no change' {
        $rows = @(Import-Csv $file)
        $rows | Set-ConnectUser
        Get-WriteCount | Should -Be 0
        $rows[0].Tags = 'A=1'
        $rows | Set-ConnectUser
        Get-WriteCount | Should -Be 1
    }

    It 'give new users their DirectoryUserId and no password' {
        $ids = (Get-ConnectUser).DirectoryUserId
        Get-ConnectUser | Remove-ConnectUser -Force
        Import-Csv $file | New-ConnectUser
        (Get-ConnectUser).DirectoryUserId | Sort-Object | Should -Be ($ids | Sort-Object)
        $row = @{
            Username = 'x'; FirstName = 'X'; LastName = 'Y'; DirectoryUserId = 'S-1'; InstanceArn = $simulator.InstanceArn; RoutingProfile = $routing[0]; SecurityProfile = $security[0]
        }
        $null = Assert-Failure 'ConflictingProperties' { $row | New-ConnectUser -Password $password }
    }
}
