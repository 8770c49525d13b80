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
