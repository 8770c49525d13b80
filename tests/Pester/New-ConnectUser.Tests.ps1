BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'New-ConnectUser' {
    BeforeEach {
        $simulator = Start-ConnectSimulator -SetDefault
        $place = @{
            InstanceArn     = $simulator.InstanceArn
            RoutingProfile  = Get-ConnectRoutingProfile -Name 'Sales'
            SecurityProfile = Get-ConnectSecurityProfile -Name 'Agent'
        }
        $roster = Join-Path $TestDrive 'new.csv'
        @'
Username,FirstName,LastName,Email,PhoneType,DeskPhoneNumber,AutoAccept,AfterContactWorkTimeLimit,tag:Team
ana.bell,Ana,Bell,ana.bell@example.com,SOFT_PHONE,,yes,30,Sales
ben.cole,Ben,Cole,ben.cole@example.com,DESK_PHONE,+441134960001,no,,Support
'@ | Set-Content -Path $roster
    }

    AfterEach {
        $simulator | Stop-ConnectSimulator
    }

    It 'takes the password as a SecureString' {
        # The plain text is the point of the line that is tested.
        $password = ConvertTo-SecureString 'Rehearsal-2026' -AsPlainText -Force
        $user = New-ConnectUser 'ana.bell' @place -FirstName Ana -LastName Bell -PhoneType SOFT_PHONE -Password $password
        $user.Username | Should -Be 'ana.bell'
        $user.Password | Should -BeNullOrEmpty
        $simulator.CheckPassword($user.UserArn, 'Rehearsal-2026') | Should -BeTrue
    }

    It 'takes username and password as a credential' {
        $credential = [pscredential]::new('ana.bell', (ConvertTo-SecureString 'Rehearsal-2026' -AsPlainText -Force))
        $user = New-ConnectUser @place -InitialCredential $credential -FirstName Ana -LastName Bell -PhoneType SOFT_PHONE
        $simulator.CheckPassword($user.UserArn, 'Rehearsal-2026') | Should -BeTrue
    }

    It 'makes passwords and gives each back once' {
        $users = Import-Csv $roster | New-ConnectUser @place -GeneratePassword
        $users | Should -HaveCount 2
        foreach ($user in $users) {
            $user.InitialCredential.UserName | Should -Be $user.Username
            $simulator.CheckPassword($user.UserArn, $user.InitialCredential.GetNetworkCredential().Password) | Should -BeTrue
        }

        (Get-ConnectUser $users[0].UserArn).PSObject.Properties['InitialCredential'] | Should -BeNullOrEmpty
    }

    It 'creates users from Import-Csv' {
        Import-Csv $roster | New-ConnectUser @place -GeneratePassword | Should -HaveCount 2
        $user = Get-ConnectUser -Username 'ben.cole'
        $user.PhoneType | Should -Be 'DESK_PHONE'
        $user.DeskPhoneNumber | Should -Be '+441134960001'
        $user.AutoAccept | Should -BeFalse
        $user.AfterContactWorkTimeLimit | Should -BeNullOrEmpty
        $user.Tags.Key | Should -Be 'Team'
        $user.RoutingProfileArn | Should -Be $place.RoutingProfile.Arn
    }

    It 'creates users from Import-ConnectUser as from Import-Csv' {
        Import-ConnectUser $roster | New-ConnectUser @place -GeneratePassword | Should -HaveCount 2
        (Get-ConnectUser -Username 'ana.bell').AfterContactWorkTimeLimit | Should -Be 30
    }

    It 'goes on after a bad row' {
        $rows = @(Import-Csv $roster)
        $rows[0].AutoAccept = 'perhaps'
        $users = $rows | New-ConnectUser @place -GeneratePassword -ErrorAction SilentlyContinue -ErrorVariable failed
        $users.Username | Should -Be 'ben.cole'
        $failed | Should -HaveCount 1
        $failed[0].TargetObject.Username | Should -Be 'ana.bell'
        "$($failed[0])" | Should -BeLike '*perhaps*'
    }

    It 'reports a username that is taken' {
        $failed = $null
        New-ConnectUser 'sara.smith' @place -FirstName Sara -LastName Smith -PhoneType SOFT_PHONE -GeneratePassword -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'AlreadyExists*'
        $failed[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        $simulator.UserCount | Should -Be 25
    }

    It 'refuses a password column in plain text unless told otherwise' {
        $rows = Import-Csv $roster | Select-Object *, @{ Name = 'Password'; Expression = { 'Rehearsal-2026' } }
        $rows | New-ConnectUser @place -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 2
        "$failed" | Should -Not -BeLike '*Rehearsal-2026*'
        $rows | New-ConnectUser @place -AllowPlainTextPassword | Should -HaveCount 2
    }

    It 'writes nothing with -WhatIf' {
        Import-Csv $roster | New-ConnectUser @place -GeneratePassword -WhatIf | Should -BeNullOrEmpty
        $simulator.UserCount | Should -Be 25
    }

    It 'answers for an earlier run with the same -RunId, and creates what is left' {
        $password = ConvertTo-SecureString 'Rehearsal-2026' -AsPlainText -Force
        $rows = @(Import-Csv $roster)
        $first = $rows[0] | New-ConnectUser @place -Password $password -RunId 'wave/1'
        $users = $rows | New-ConnectUser @place -Password $password -RunId 'wave/1'
        $users | Should -HaveCount 2
        $users.UserArn | Should -Contain $first.UserArn
        $simulator.UserCount | Should -Be 27
    }

    It 'refuses -RunId with <Parameter>' -ForEach @(
        @{ Parameter = 'GeneratePassword'; Value = $true }
        @{ Parameter = 'ClientToken'; Value = 'mine' }
    ) {
        $more = @{ $Parameter = $Value }
        { Import-Csv $roster | New-ConnectUser @place @more -RunId 'wave/1' } | Should -Throw "*$Parameter*"
        $simulator.UserCount | Should -Be 25
    }
}

Describe 'New-ConnectUser, values that are refused' {
    BeforeAll {
        $simulator = Start-ConnectSimulator -UserCount 0 -SetDefault
        $instance = $simulator.InstanceArn
        $routing = @((Get-ConnectRoutingProfile).Arn)
        $security = @((Get-ConnectSecurityProfile).Arn)
        $password = ConvertTo-SecureString 'Rehearsal-2026' -AsPlainText -Force

        # All errors of a script, whether they end it or not.
        function Get-ScriptError {
            param([Parameter(Mandatory)] [scriptblock] $Script)

            $ErrorActionPreference = 'Continue'
            try {
                & $Script 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }
            }
            catch {
                $_
            }
        }
    }

    BeforeEach {
        $simulator.ClearCalls()
    }

    AfterAll {
        $simulator | Stop-ConnectSimulator
    }

    It 'refuses a row with <Cells> before any call' -ForEach @(
        @{ Cells = { @{ RoutingProfileArn = '' } }; Id = 'MissingProperty'; Mention = 'RoutingProfile' }
        @{ Cells = { @{ SecurityProfileArns = '' } }; Id = 'MissingProperty'; Mention = 'SecurityProfile' }
        @{ Cells = { @{ InstanceArn = '' } }; Id = 'MissingProperty'; Mention = 'InstanceArn' }
        @{ Cells = { @{ PhoneType = 'DESKPHONE' } }; Id = 'InvalidValue'; Mention = 'PhoneType' }
        @{ Cells = { @{ AfterContactWorkTimeLimit = 2000001 } }; Id = 'InvalidValue'; Mention = 'AfterContactWorkTimeLimit' }
        @{ Cells = { @{ Mobile = '07700 900123' } }; Id = 'InvalidValue'; Mention = 'Mobile' }
        @{ Cells = { @{ RoutingProfileArn = 'arn:aws:connect:x' } }; Id = 'InvalidArn'; Mention = 'RoutingProfileArn' }
        @{ Cells = { @{ RoutingProfileArn = $security[0] } }; Id = 'InvalidArn'; Mention = 'RoutingProfileArn' }
        @{ Cells = { @{ InstanceArn = $routing[0] } }; Id = 'InvalidArn'; Mention = 'InstanceArn' }
        @{ Cells = { @{ InstanceArn = $instance -replace 'eu-west-2', 'us-east-1' } }; Id = 'RegionMismatch'; Mention = 'us-east-1' }
        @{ Cells = { @{ RoutingProfileArn = $routing[0] -replace 'eu-west-2', 'us-east-1' } }; Id = 'RegionMismatch'; Mention = 'RoutingProfileArn' }
        @{ Cells = { @{ RoutingProfileArn = $routing[0] -replace 'instance/........', 'instance/00000000' } }; Id = 'InstanceMismatch'; Mention = 'RoutingProfileArn' }
        @{ Cells = { @{ Region = 'us-east-1' } }; Id = 'RegionMismatch'; Mention = 'us-east-1' }
        @{ Cells = { @{ UserProficiencies = 'Language/English=11' } }; Id = 'InvalidValue'; Mention = 'Level' }
        @{ Cells = { @{ Tags = 'x' * 129 + '=1' } }; Id = 'InvalidValue'; Mention = 'Tags' }
        @{ Cells = { @{ AutoAccept = 'yes'; AutoAcceptConfigs = 'VOICE:AutoAccept=false' } }; Id = 'ConflictingColumns'; Mention = 'AutoAccept' }
    ) {
        $row = [ordered]@{ Username = 'ben'; InstanceArn = $instance; RoutingProfileArn = $routing[0]; SecurityProfileArns = $security[0] }
        $more = & $Cells
        foreach ($key in $more.Keys) {
            $row[$key] = $more[$key]
        }

        $failed = @(Get-ScriptError { [pscustomobject]$row | New-ConnectUser -Password $password })
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failed[0].ToString().Contains($Mention) | Should -BeTrue -Because $failed[0].ToString()
        , $failed[0].TargetObject | Should -BeOfType [pscustomobject]
        $failed[0].TargetObject.Username | Should -Be 'ben'
        $failed[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $simulator.CallCount | Should -Be 0
    }

    It 'names <Mention> where a property is missing' -ForEach @(
        @{ Script = { @{ Username = 'ben' } | New-ConnectUser -Password $password }; Mention = 'ben' }
        @{ Script = { @{ FirstName = 'Ben' } | New-ConnectUser -Password $password }; Mention = 'Username' }
        @{ Script = { New-ConnectUser 'ben' -InstanceArn $instance }; Mention = 'RoutingProfile and SecurityProfile' }
        @{ Script = { New-ConnectUser -Password $password }; Mention = 'A new user needs InstanceArn, Username, RoutingProfile and SecurityProfile.' }
    ) {
        $failed = @(Get-ScriptError $Script)
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'MissingProperty,*'
        $failed[0].ToString() | Should -BeLike "*$Mention*"
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*for example: New-ConnectUser *'
    }

    It 'names the line of a file' {
        $file = Join-Path $TestDrive 'new.csv'
        @"
Username,InstanceArn,RoutingProfileArn,SecurityProfileArns
ben,$instance,$($routing[0]),$($security[0])
mia,$instance,,$($security[0])
"@ | Set-Content -Path $file
        $failed = @(Get-ScriptError { Import-ConnectUser $file | New-ConnectUser -Password $password })
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'MissingProperty,*'
        $failed[0].ToString() | Should -BeLike '*mia*'
        $failed[0].ToString() | Should -BeLike '*new.csv:3*'
        $failed[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        @($simulator.Calls | Where-Object Operation -EQ 'CreateResource') | Should -HaveCount 1
    }

    It 'fails once with -<Name> <Value>, whatever the rows' -ForEach @(
        @{ Name = 'Mobile'; Value = '07700'; Id = 'InvalidValue' }
        @{ Name = 'PhoneType'; Value = 'PHONE'; Id = 'InvalidValue' }
        @{ Name = 'RoutingProfile'; Value = 'arn:aws:connect:x'; Id = 'InvalidArn' }
        @{ Name = 'PhoneConfig'; Value = @{ Nothing = 1 }; Id = 'InvalidValue' }
    ) {
        $more = @{ $Name = $Value }
        $rows = 1..3 | ForEach-Object {
            @{ Username = "u$_"; InstanceArn = $instance; SecurityProfileArns = $security[0]; RoutingProfileArn = $routing[0] }
        }
        $failed = @(Get-ScriptError { $rows | New-ConnectUser -Password $password @more })
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $simulator.CallCount | Should -Be 0
    }
}
