BeforeAll {
    . (Join-Path $PSScriptRoot 'Stacks.ps1')
}

Describe 'Publish-ConnectUserStack' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
    }

    It 'creates, repairs and prunes, and does nothing the second time' {
        $null = Add-TestUser 'someone'
        Write-Roster 'ana', (Get-Line 'ben' -Team 'Support')
        Get-Report (Publish-ConnectUserStack @stack -Password $password) | Should -Be 'ana Missing Created', 'ben Missing Created'
        Get-TestTag 'ben' | Should -Be 'AwsccConnect:Stack=team', 'Team=Support'
        (Get-TestUser 'ana').RoutingProfileArn | Should -Be $routing[0]

        $simulator.ClearCalls()
        Get-Report (Publish-ConnectUserStack @stack) | Should -Be 'ana InSync None', 'ben InSync None'
        Get-WriteCount | Should -Be 0

        Edit-TestUser 'ana' { $_.IdentityInfo.FirstName = 'Anna'; $_.Tags += @{ Key = 'Mine'; Value = 'yes' } }
        $sent = @(Get-SentRequest 'UpdateResource' { Get-Report (Publish-ConnectUserStack @stack) | Should -Be 'ana Different Updated', 'ben InSync None' })
        $sent | Should -HaveCount 1
        $sent[0].Patch | Should -BeExactly 'replace /IdentityInfo/FirstName "Ada"'
        Get-TestTag 'ana' | Should -Contain 'Mine=yes' -Because 'a tag column is about that tag alone'

        Write-Roster 'ana'
        Get-Report (Publish-ConnectUserStack @stack) | Should -Be 'ana InSync None'
        Get-Report (Publish-ConnectUserStack @stack -Prune) | Should -Be 'ana InSync None', 'ben Extra Removed'
        $simulator.FindUser('ben') | Should -BeNullOrEmpty
        $simulator.FindUser('someone') | Should -Not -BeNullOrEmpty
        Test-ConnectUserStack @stack -Quiet | Should -BeTrue
    }

    It 'counts its tag among those that a user can have' {
        $null = Add-TestUser 'ana' { $_.Tags = @(1..49 | ForEach-Object { @{ Key = "Tag$_"; Value = '1' } }) }
        Write-Roster 'ana'
        foreach ($isWhatIf in $true, $false) {
            "$(Assert-Failure 'InvalidValue' { Publish-ConnectUserStack @stack -Adopt -WhatIf:$isWhatIf })" | Should -BeLike '*51 elements*'
        }

        Get-WriteCount | Should -Be 0
    }

    It 'brings existing users to the desired state, and takes them over with -Adopt alone' {
        $null = Add-TestUser 'ana' { $_.Tags = @(@{ Key = 'Team'; Value = 'Old' }) }
        Add-OwnedUser 'other' 'theirs'
        Write-Roster 'ana', 'theirs'
        $result = Get-Result { Publish-ConnectUserStack @stack }
        Get-Report $result.Output | Should -Be 'ana Different Updated', 'theirs Blocked Skipped'
        $result.Error | Should -HaveCount 1
        Get-ErrorId $result.Error | Should -Be 'OwnedByOtherStack'
        $result.Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*-Adopt*'
        "$($result.Error)" | Should -BeLike 'team.csv:3: *'
        $result.Error[0].TargetObject.ToString() | Should -Be 'theirs Blocked'
        Get-TestTag 'ana' | Should -Be 'Team=Sales'

        Get-Report (Publish-ConnectUserStack @stack -Adopt) | Should -Be 'ana Different Updated', 'theirs Different Updated'
        Get-TestTag 'ana' | Should -Be 'AwsccConnect:Stack=team', 'Team=Sales'
        Get-TestTag 'theirs' | Should -Contain 'AwsccConnect:Stack=team'
        Get-Report (Publish-ConnectUserStack @stack) | Should -Be 'ana InSync None', 'theirs InSync None'
    }

    It 'keeps the ownership in a complete set of tags' {
        $columns = 'Username,FirstName,LastName,RoutingProfile,SecurityProfile,Tags'
        $columns, 'ana,Ana,Li,Basic Routing Profile,Agent,A=1;AwsccConnect:Stack=other' | Set-Content $file
        $null = Publish-ConnectUserStack @stack -Password $password
        Get-TestTag 'ana' | Should -Be 'A=1', 'AwsccConnect:Stack=team'
        $columns, 'ana,Ana,Li,Basic Routing Profile,Agent,B=2' | Set-Content $file
        Get-Report (Publish-ConnectUserStack @stack) | Should -Be 'ana Different Updated'
        Get-TestTag 'ana' | Should -Be 'AwsccConnect:Stack=team', 'B=2'
    }

    It 'removes nobody with an empty or damaged file, nor more than allowed' {
        Add-OwnedUser 'team' (1..6 | ForEach-Object { "agent$_" })
        $null = Add-TestUser 'agent0'
        Write-Roster @()
        $null = Assert-Failure 'EmptyStack' { Publish-ConnectUserStack @stack -Prune -MaximumRemovals 100 }
        foreach ($damaged in (Get-Line 'agent 1'), "$(Get-Line 'agent1'),too,many") {
            Write-Roster 'agent0', $damaged
            Get-ErrorId (Get-Result { Publish-ConnectUserStack @stack -Prune -MaximumRemovals 100 }).Error | Should -Contain 'IncompleteStack' -Because $damaged
        }

        Write-Roster 'agent0', 'new'
        $refused = Get-Result { Publish-ConnectUserStack @stack -Prune -Password $password }
        Get-ErrorId $refused.Error | Should -Be 'TooManyRemovals'
        @(Get-Report $refused.Output) -like '*Extra Skipped' | Should -HaveCount 6
        $simulator.FindUser('new') | Should -Not -BeNullOrEmpty -Because 'the rest goes on'
        $simulator.UserCount | Should -Be 8
        Get-ErrorId (Get-Result { Publish-ConnectUserStack @stack -Prune -WhatIf }).Error | Should -Be 'TooManyRemovals'

        $null = Publish-ConnectUserStack @stack -Prune -MaximumRemovals 6
        $simulator.UserCount | Should -Be 2
    }

    It 'adds users with -PassThru, and credentials with -GeneratePassword' {
        $null = Add-TestUser 'old'
        Write-Roster (Get-Line 'old' 'Bo'), 'same'
        $null = Publish-ConnectUserStack @stack -IfUnchanged -Password $password
        Write-Roster (Get-Line 'old' 'Cy'), 'same', 'new'
        $results = @(Publish-ConnectUserStack @stack -PassThru -GeneratePassword)
        $results | ForEach-Object { "$($_.Username) $($_.Status) $($_.Outcome)" } | Should -Be 'same InSync None', 'new Missing Created', 'old Different Updated'
        $results.User.FirstName | Should -Be 'Ada', 'Ada', 'Cy'
        $results[1].InitialCredential | Should -BeOfType [pscredential]
        $text = $results[1].InitialCredential.GetNetworkCredential().Password
        $simulator.CheckPassword($results[1].UserArn, $text) | Should -BeTrue
        $results[2].PSObject.Properties['InitialCredential'] | Should -BeNullOrEmpty
        ($results | Out-String -Width 160).Contains($text) | Should -BeFalse
    }

    It 'checks passwords before any write, and shows none' {
        Write-Roster 'ana'
        $weak = ConvertTo-SecureString 'short' -AsPlainText -Force
        $null = Assert-Failure 'WeakPassword' { Publish-ConnectUserStack @stack -Password $weak }
        $null = Assert-Failure 'InvalidValue' { Publish-ConnectUserStack @stack -GeneratePassword -Password $password }
        $null = Assert-Failure 'InvalidValue' { Publish-ConnectUserStack @stack -MaximumRemovals 1 }
        Get-WriteCount | Should -Be 0

        "$header,Password", "$(Get-Line 'ana'),Correct7Horse" | Set-Content $file
        "$(Assert-Failure 'PlainTextPassword' { Publish-ConnectUserStack @stack })" | Should -Not -BeLike '*Correct7Horse*'
        $other = ConvertTo-SecureString 'Other7Password' -AsPlainText -Force
        $result = Get-Result { $DebugPreference = 'Continue'; Publish-ConnectUserStack @stack -AllowPlainTextPassword -Verbose -Password $other }
        $simulator.CheckPassword($simulator.FindUser('ana'), 'Correct7Horse') | Should -BeTrue -Because 'that of the file goes before that of the command'
        $result.Debug | Should -Not -BeNullOrEmpty
        $result.Verbose + $result.Debug + $result.Output | ForEach-Object { "$_" } | Should -Not -BeLike '*Correct7Horse*'
    }

    It 'publishes a manifest, and repairs what differs with one patch' {
        $manifest = @{
            Path        = Join-Path -Path $PSScriptRoot -ChildPath '../../examples/stacks/team.yml'
            Environment = 'dev'
            Variable    = @{ temp_password = $password }
        }
        Publish-ConnectUserStack @manifest -InstanceArn $instance | Should -HaveCount 3
        $simulator.CheckPassword($simulator.FindUser('tom.okafor'), 'Correct7Horse') | Should -BeTrue
        Get-TestTag 'tom.okafor' | Should -Contain 'AwsccConnect:Stack=support-team/dev'
        Test-ConnectUserStack @manifest -InstanceArn $instance -Quiet | Should -BeTrue

        Edit-TestUser 'tom.okafor' {
            $_.PhoneConfig.AutoAccept = $true
            $_.IdentityInfo.Mobile = '+447700900999'
            $_.UserProficiencies[0].Level = 2
        }
        (Test-ConnectUserStack @manifest -InstanceArn $instance).Differences | ForEach-Object { "$_" } | Sort-Object | Should -Be @(
            'PhoneConfig.AutoAccept: true -> false'
            'UserProficiencies: - connect:Language/connect:English=2, + connect:Language/connect:English=5'
        )
        Get-SentPatch { $null = Publish-ConnectUserStack @manifest -InstanceArn $instance } | Should -HaveCount 2
        (Get-TestUser 'tom.okafor').IdentityInfo.Mobile | Should -Be '+447700900999' -Because 'what the file does not mention stays'
        Test-ConnectUserStack @manifest -InstanceArn $instance -Quiet | Should -BeTrue
    }

    It 'does with the same -RunId what was undone' {
        Write-Roster 'ana', 'ben'
        $run = @{ RunId = 'team-1'; Password = $password }
        Get-Report (Publish-ConnectUserStack @stack @run) | Should -Be 'ana Missing Created', 'ben Missing Created'
        $simulator.ClearCalls()
        Get-Report (Publish-ConnectUserStack @stack @run) | Should -Be 'ana InSync None', 'ben InSync None'
        Get-WriteCount | Should -Be 0
        Get-ConnectUser -Username 'ben' -InstanceArn $instance | Remove-ConnectUser -Force
        Get-Report (Publish-ConnectUserStack @stack @run) | Should -Be 'ana InSync None', 'ben Missing Created'
        $simulator.FindUser('ben') | Should -Not -BeNullOrEmpty
    }

    It 'refuses -RunId with -GeneratePassword' {
        Write-Roster 'ana'
        (Get-Result { Publish-ConnectUserStack @stack -RunId 'team-1' -GeneratePassword }).Error | Should -HaveCount 1
        $simulator.CallCount | Should -Be 0
    }

    It 'does not prune a user whose condition is false' {
        $manifest = Join-Path $TestDrive 'team.yml'
        $text = @'
version: 1
name: team
resources:
  - name: ana
    props: [{ name: username, value: ana }, { name: first_name, value: Ana }, { name: last_name, value: Li }, { name: routing_profile_arn, value: Basic Routing Profile }, { name: security_profile_arns, value: [Agent] }]
  - name: ben
    if: "'{{ stack_name }}' == 'NAME'"
    props: [{ name: username, value: ben }, { name: first_name, value: Ben }, { name: last_name, value: Li }, { name: routing_profile_arn, value: Basic Routing Profile }, { name: security_profile_arns, value: [Agent] }]
'@
        $text.Replace('NAME', 'team') | Set-Content $manifest
        Get-Report (Publish-ConnectUserStack $manifest -InstanceArn $instance -Password $password) | Should -Be 'ana Missing Created', 'ben Missing Created'
        $text.Replace('NAME', 'other') | Set-Content $manifest
        Get-Report (Test-ConnectUserStack $manifest -InstanceArn $instance) | Should -Be 'ana InSync None'
        Get-Report (Publish-ConnectUserStack $manifest -InstanceArn $instance -Prune) | Should -Be 'ana InSync None'
        $simulator.FindUser('ben') | Should -Not -BeNullOrEmpty
    }
}
