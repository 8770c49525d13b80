BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $simulator = Start-TestSimulator -UserCount 0
    $routing = @((Get-ConnectRoutingProfile).Arn)
    $security = @((Get-ConnectSecurityProfile).Arn)
    $names = @((Get-ConnectRoutingProfile).Name)
}

Describe 'Compare-ConnectUser' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $null = Add-TestUser 'ana' { $_.SecurityProfileArns = $security[0, 1]; $_.IdentityInfo.Mobile = '+447700900123' }
        $ana = Get-ConnectUser -Username 'ana'
        $simulator.ClearCalls()
    }

    It 'gives each difference with both values and the smallest patch' {
        $null = Add-TestUser 'ben' {
            $_.Username = 'ana'
            $_.SecurityProfileArns = $security[0, 1]
            $_.IdentityInfo.LastName = 'Kim'
            $_.IdentityInfo.Email = 'ana@example.com'
            $_.IdentityInfo.Mobile = '+447700900123'
            $_.PhoneConfig.Remove('AfterContactWorkTimeLimit')
            $_.Tags += @{ Key = 'Shift'; Value = 'Late' }
        }
        $ben = @(Get-ConnectUser)[1]
        $simulator.ClearCalls()
        $found = Compare-ConnectUser $ana $ben
        $simulator.CallCount | Should -Be 0
        $found.PSTypeNames[0] | Should -Be 'AwsccConnect.ConnectUserComparison'
        $found.IsEqual | Should -BeFalse
        $found.Username | Should -Be 'ana'
        $found.UserArn | Should -Be $ana.UserArn
        $found.Differences | ForEach-Object { "$_" } | Sort-Object | Should -Be @(
            'IdentityInfo.LastName: Li -> Kim', 'PhoneConfig.AfterContactWorkTimeLimit: 30 -> (none)', 'Tags: Team=Sales -> Team=Sales;Shift=Late'
        )
        $found | Out-String -Width 80 | Should -Match 'False +LastName: Li -> Kim; '
        $found.Differences | Out-String -Width 80 | Should -Match '(?m)^AfterContactWorkTimeLimit +30 '
        $found.NotUpdatable | Should -BeNullOrEmpty
        Get-CanonicalJson @($found.PatchDocument | ConvertFrom-Json -AsHashtable) | Should -BeExactly (Get-CanonicalJson @(
                @{ op = 'replace'; path = '/IdentityInfo/LastName'; value = 'Kim' }
                @{ op = 'remove'; path = '/PhoneConfig/AfterContactWorkTimeLimit' }
                @{ op = 'replace'; path = '/Tags'; value = @(@{ Key = 'Team'; Value = 'Sales' }, @{ Key = 'Shift'; Value = 'Late' }) }
            ))
    }

    It 'gives for equal states an empty patch that Set-ConnectUser takes' {
        $same = Get-ConnectUser -Username 'ana'
        $same.SecurityProfileArns = $same.SecurityProfileArns[1, 0]
        $found = Compare-ConnectUser $ana $same
        $found.IsEqual | Should -BeTrue
        $found.PatchDocument | Should -Be '[]'
        $found.ToString() | Should -Be 'ana: equal'
        $ana | Set-ConnectUser -PatchDocument (Compare-ConnectUser $ana $same -AsPatchDocument)
        Get-WriteCount | Should -Be 0
    }

    It 'takes <Values>' -ForEach @(
        @{ Values = { @{ Property = @{ AutoAccept = $true; Mobile = $null } } }; Expected = 'IdentityInfo.Mobile: +447700900123 -> (none)', 'PhoneConfig.AutoAccept: false -> true' }
        @{ Values = { @{ DifferenceObject = @{ phone_config = @{ auto_accept = $true }; mobile = $null } } }; Expected = 'IdentityInfo.Mobile: +447700900123 -> (none)', 'PhoneConfig.AutoAccept: false -> true' }
        @{ Values = { @{ DifferenceObject = [pscustomobject]@{ AutoAccept = 'yes'; Mobile = '' } } }; Expected = @('PhoneConfig.AutoAccept: false -> true') }
        @{ Values = { @{ DifferenceObject = [pscustomobject]@{ Username = 'ANA'; 'tag:Team' = 'Support' } } }; Expected = @('Tags: Team=Sales -> Team=Support') }
        @{ Values = { @{ DifferenceObject = @{ Username = 'bea'; DirectoryUserId = 'd-1' } } }; Expected = 'DirectoryUserId: (none) -> d-1 (cannot be changed)', 'Username: ana -> bea (cannot be changed)' }
        @{ Values = { @{ DifferenceObject = @{ Password = [securestring]::new() } } }; Expected = $null }
        @{ Values = { @{ DifferenceObject = [pscustomobject]@{ Password = 'Correct7Horse' } } }; Expected = $null }
    ) {
        $given = & $Values
        $found = Compare-ConnectUser $ana @given
        $found.Differences | ForEach-Object { "$_" } | Sort-Object | Should -Be $Expected
        $found.NotUpdatable | Should -Be ($found.Differences | Where-Object Path -In '/Username', '/DirectoryUserId' | ForEach-Object Property)
        @($found.PatchDocument | ConvertFrom-Json) | Should -HaveCount (@($found.Differences).Count - @($found.NotUpdatable).Count)
    }

    It 'leaves out of the text what AWS cannot change, with a warning' {
        $result = Get-Result { Compare-ConnectUser $ana @{ Username = 'bea'; LastName = 'Kim' } -AsPatchDocument }
        $result.Output | Should -BeExactly '[{"op":"replace","path":"/IdentityInfo/LastName","value":"Kim"}]'
        $result.Warning | Should -HaveCount 1
        "$($result.Warning)" | Should -BeLike '*cannot change Username*'
    }

    It 'takes two users to have two names, without a warning' {
        $null = Add-TestUser 'ben' { $_.RoutingProfileArn = $routing[1] }
        $ben = Get-ConnectUser -Username 'ben'
        $result = Get-Result { Compare-ConnectUser $ana $ben -AsPatchDocument }
        $result.Warning | Should -BeNullOrEmpty
        $result.Output | Should -HaveCount 1
        $result.Output[0].Contains($routing[1]) | Should -BeTrue
        $difference = (Compare-ConnectUser $ana $ben).Differences | Where-Object Property -EQ 'RoutingProfileArn'
        "$difference" | Should -BeExactly 'RoutingProfileArn: Basic Routing Profile -> Sales'
        $difference.NewValue | Should -BeExactly $routing[1]
        "$($difference | Out-String -Width 120)" | Should -Match 'Basic Routing Profile +Sales'
    }

    It 'takes copies from files and jobs for whole users' {
        Edit-TestUser 'ana' {
            $_.SomethingNew = @{ Inner = 'x' }
            $_.UserProficiencies = @(@{ AttributeName = 'Language'; AttributeValue = 'a/b;c'; Level = 2.5 })
            $_.AutoAcceptConfigs = @(@{ Channel = 'CHAT'; AutoAccept = $true })
        }
        $ana = Get-ConnectUser -Username 'ana'
        $file = Join-Path $TestDrive 'user.xml'
        $ana | Export-Clixml $file
        $copied = Import-Clixml $file
        $copied.PSTypeNames[0] | Should -Be 'Deserialized.AwsccConnect.ConnectUser'
        (Compare-ConnectUser $copied $ana).Differences | Should -BeNullOrEmpty
        (Compare-ConnectUser $ana $copied).Differences | Should -BeNullOrEmpty
        Edit-TestUser 'ana' { $_.IdentityInfo.Remove('Email') }
        (Compare-ConnectUser $copied (Get-ConnectUser -Username 'ana')).Differences | ForEach-Object { "$_" } |
            Should -Be 'IdentityInfo.Email: ana@example.com -> (none)'
    }

    It 'takes exports for the users they are from' {
        Edit-TestUser 'ana' { $_.Tags = @(@{ Key = 'k=;'; Value = ' x ' }) }
        $ana = Get-ConnectUser -Username 'ana'
        $file = Join-Path $TestDrive 'user.csv'
        $ana | Export-Csv $file
        (Compare-ConnectUser $ana (Import-Csv $file)).Differences | Should -BeNullOrEmpty
        (Compare-ConnectUser $ana ($ana | ConvertTo-Json -Depth 8 | ConvertFrom-Json)).ToString() | Should -Be 'ana: equal'
    }

    It 'takes what a job returns for the user it was given' {
        $copied = Start-ThreadJob { $using:ana } | Receive-Job -Wait -AutoRemoveJob
        (Compare-ConnectUser $ana $copied).ToString() | Should -Be 'ana: equal'
    }

    It 'compares many with one from the pipeline' {
        $null = Add-TestUser 'ben' { $_.PhoneConfig.AutoAccept = $true }
        $template = @{ PhoneType = 'SOFT_PHONE'; AutoAccept = $true }
        Get-ConnectUser | Compare-ConnectUser -ReferenceObject $template | ForEach-Object { "$($_.Differences | Where-Object Property -Like 'Phone*')" } | Should -Be @(
            'PhoneConfig.AutoAccept: true -> false PhoneConfig.AfterContactWorkTimeLimit: (none) -> 30'
            'PhoneConfig.AfterContactWorkTimeLimit: (none) -> 30'
        )
    }

    It 'knows the names that the session has read' {
        $failure = Assert-Failure 'NotFound' { Compare-ConnectUser $ana @{ RoutingProfile = 'Made later' } }
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*Get-ConnectRoutingProfile*'
        $simulator.ClearCalls()
        (Compare-ConnectUser $ana @{ RoutingProfile = $names[0] }).IsEqual | Should -BeTrue
        (Compare-ConnectUser $ana @{ RoutingProfile = $names[1] }).PatchDocument.Contains($routing[1]) | Should -BeTrue
        $simulator.CallCount | Should -Be 0
    }

    It 'refuses <Compared>' -ForEach @(
        @{ Id = 'InvalidValue'; Compared = { Compare-ConnectUser 'arn:aws:connect:eu-west-2:123456789012:instance/a/agent/b' $ana } }
        @{ Id = 'InvalidValue'; Compared = { Compare-ConnectUser $ana 'ana' } }
        @{ Id = 'InvalidValue'; Compared = { Compare-ConnectUser @($ana, $ana) $ana } }
        @{ Id = 'InvalidValue'; Compared = { Compare-ConnectUser $ana @{ AutoAccept = 'perhaps' } } }
        @{ Id = 'InvalidValue'; Compared = { Compare-ConnectUser $ana -Property @{ AutoAcept = $true } } }
    ) {
        $null = Assert-Failure $Id $Compared
    }

    It 'compares a flat setting with the settings per channel' {
        $null = Add-TestUser 'chat' { $_.PhoneConfig.Remove('AutoAccept'); $_.AutoAcceptConfigs = @(@{ Channel = 'VOICE'; AutoAccept = $true }) }
        $chat = Get-ConnectUser -Username 'chat'
        (Compare-ConnectUser $chat -Property @{ AutoAccept = $false }).Differences.Property | Should -Be 'AutoAcceptConfigs'
        (Compare-ConnectUser $chat -Property @{ AutoAccept = $true }).IsEqual | Should -BeTrue
    }

    It 'writes a patch that makes the user equal to the other' {
        $null = Add-TestUser 'ben' { $_.PhoneConfig.AutoAccept = $true }
        $ben = Get-ConnectUser -Username 'ben'
        $ana | Set-ConnectUser -PatchDocument (Compare-ConnectUser $ana $ben -AsPatchDocument)
        $compared = Compare-ConnectUser (Get-ConnectUser $ana.UserArn) $ben
        $compared.Differences.Property | Should -Be 'Username'
        $compared.NotUpdatable | Should -Be 'Username'
        $compared.PatchDocument | Should -Be '[]'
    }

    It 'shows differences in a table' {
        $text = Compare-ConnectUser $ana -Property @{ LastName = 'Zed' } | Out-String -Width 120
        $text | Should -Match 'Username\s+IsEqual\s+Differences'
        $text | Should -Match '-> Zed'
    }
}
