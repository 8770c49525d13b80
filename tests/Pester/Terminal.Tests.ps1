# What people see and type: an interactive PowerShell on a terminal.
BeforeDiscovery {
    $missing = @(
        if (-not (Get-Module -Name PSReadLine -ListAvailable)) { 'the module PSReadLine' }
        # Windows has none.
        if (-not (Get-Command -Name stty -CommandType Application -ErrorAction Ignore)) { 'the command stty' }
    )
    $reason = if ($missing) { " (skipped: needs $($missing -join ', '))" }
}

Describe "A session on a terminal$reason" -Skip:($missing.Count -gt 0) {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Import-Module.ps1')
        . (Join-Path $PSScriptRoot 'Terminal.ps1')
        Start-Terminal -Path $TestDrive -Columns 80 -Script @'
            $simulator = Start-ConnectSimulator -SetDefault
            $null = Get-ConnectRoutingProfile
            $null = Get-ConnectSecurityProfile
            $sara = Get-ConnectUser -Username sara.smith
'@
    }

    AfterAll {
        Stop-Terminal
    }

    Context 'Output at <Columns> columns' -ForEach 80, 120, 160 {
        BeforeAll {
            $columns = $_
            Set-TerminalWidth -Columns $columns
        }

        It 'shows users whole, each in a line, below a header of one line' {
            $lines = @(Invoke-Terminal -Command 'Get-ConnectUser -First 3' | Where-Object { $_ })
            $lines | Should -HaveCount 5
            $lines[0] -split ' +' | Should -Be @('Username', 'Name', 'Routing', 'Region'; if ($columns -gt 80) { 'Email' })
            $lines[1] | Should -Match '^[- ]+$'
            $lines[2..4] -replace ' +', ' ' | Should -Be (@(
                'sara.smith Sara Smith Support Tier 1 eu-west-2 sara.smith@example.com'
                'maria.chen Maria Chen Support Tier 1 eu-west-2 maria.chen@example.com'
                'jana.ito Jana Ito Basic Routing Profile eu-west-2 jana.ito@example.com'
            ) -replace $(if ($columns -eq 80) { ' \S+@.*' } else { '^$' }))
        }

        It 'shows values of a list whole, over as many lines as they need' {
            $text = -join (Invoke-Terminal -Command '$sara | Format-List' | ForEach-Object { $_ -replace '^ {20,}' })
            $text | Should -Match 'Username +: sara\.smithFirstName'
            $text | Should -Match 'UserArn +: arn:aws:connect:eu-west-2:123456789012:instance/[0-9a-f-]{36}/agent/[0-9a-f-]{36}Region +: eu-west-2$'
        }

        It 'shows the token of a request and the code of its error whole' {
            $null = Invoke-Terminal -Command '$failed = $sara | New-ConnectUser -GeneratePassword -NoWait'
            $lines = @(Invoke-Terminal -Command '$failed | Wait-ConnectUserRequest -PassThru -ErrorAction Ignore' | Where-Object { $_ })
            $lines | Should -HaveCount 3
            $lines[2] | Should -Match '^sara\.smith [0-9a-f-]{36} CREATE FAILED: AlreadyExists$'
        }

        It 'names the user in an error, and wraps it without leaving anything out' {
            $lines = @(Invoke-Terminal -Command 'Get-ConnectUser -Username nobody.here')
            $lines[0] | Should -BeLike "Get-ConnectUser: No user 'nobody.here' was found*"
            # Lines wrap at the width of the window, in the middle of words.
            -join $lines -replace ' ' | Should -BeExactly (-join @(
                    "Get-ConnectUser: No user 'nobody.here' was found in any instance of the Region."
                    '  Recommendation: Check the username and the instance; list the users with Get-ConnectUser -Username with wildcards.'
                ) -replace ' ')
        }

        It 'shows the whole difference of a user that has drifted' {
            Set-Content -LiteralPath (Join-Path $TestDrive 'team.csv') -Value 'Username,LastName,Email', 'jana.ito,Itoh,jana.itoh@example.com'
            $lines = Invoke-Terminal -Command "Test-ConnectUserStack '$TestDrive/team.csv' -InstanceArn contact-centre"
            -join ($lines | Select-Object -Skip 3) -replace ' ' |
                Should -Be ('jana.ito Different None LastName: Ito -> Itoh; Email: jana.ito@example.com -> jana.itoh@example.com' -replace ' ')
        }

        It 'shows progress while a command is under way, and takes it away' {
            $null = Invoke-Terminal -Command '$simulator.Faults.AddJson(''[{ "operation": "GetResource", "kind": "Slow", "milliseconds": 3000, "count": 1 }]'')'
            Start-TerminalCommand -Command '$sara | Get-ConnectUser'
            Wait-Terminal -Pattern '^Reading users \[0 of 1 .*\]$'
            (Wait-Prompt) -join "`n" | Should -Not -Match 'Reading users'
        }
    }

    Context 'Completion' {
        It 'completes <Typed> with Tab' -ForEach @(
            @{ Typed = 'Set-ConnectUser -RoutingProfile Sal'; Line = 'Set-ConnectUser -RoutingProfile Sales' }
            @{ Typed = 'Set-ConnectUser -RoutingProfile Bas'; Line = "Set-ConnectUser -RoutingProfile 'Basic Routing Profile'" }
            @{ Typed = 'Get-ConnectUser -InstanceArn con'; Line = 'Get-ConnectUser -InstanceArn contact-centre' }
            @{ Typed = 'Get-ConnectUser -Region us-gov-e'; Line = 'Get-ConnectUser -Region us-gov-east-1' }
        ) {
            Invoke-Completion -Typed $Typed -Key "`t" -Pattern "> $([regex]::Escape($Line))$"
            # Ctrl+U empties the line.
            Send-Key -Text "`u{15}"
            Wait-Terminal -Pattern '^#[0-9]+>$'
        }

        Context 'In a menu, with the keys of Windows' {
            BeforeAll {
                $null = Invoke-Terminal -Command 'Set-PSReadLineOption -EditMode Windows'
            }

            AfterAll {
                $null = Invoke-Terminal -Command 'Set-PSReadLineOption -EditMode Emacs'
            }

            It 'offers <Pattern> for <Typed>' -ForEach @(
                @{ Typed = 'Set-ConnectUser -RoutingProfile '; Pattern = '^Basic Routing Profile +[BS]' }
                @{ Typed = 'New-ConnectUser -SecurityProfile '; Pattern = '^Admin +[AC]' }
                @{ Typed = 'Get-ConnectUser -Region eu-'; Pattern = '^eu-central-1: Europe \(Frankfurt\)$' }
            ) {
                # Ctrl+Space opens the menu; Esc closes it and Esc again empties the line.
                Invoke-Completion -Typed $Typed -Key "`0" -Pattern $Pattern
                Send-Key -Text "`e"
                Wait-Terminal -Pattern $Pattern -Gone
                Send-Key -Text "`e"
                Wait-Terminal -Pattern '^#[0-9]+>$'
            }
        }
    }

    Context 'Prompts' {
        It 'prompts before each change in the order of the input: Yes, No, Yes to All' {
            Start-TerminalCommand -Command 'Get-ConnectUser -First 5 | Set-ConnectUser -Mobile +447700900555 -Confirm'
            Send-Reply -Prompt "^Update the user 'sara\.smith'\?$" -Text y
            Send-Reply -Prompt "^Update the user 'maria\.chen'\?$" -Text n
            Send-Reply -Prompt "^Update the user 'jana\.ito'\?$" -Text a
            $lines = @(Wait-Prompt)
            $lines | Where-Object { $_ -like 'Update the user *' } | Should -Be "Update the user 'sara.smith'?", "Update the user 'maria.chen'?", "Update the user 'jana.ito'?"
            $lines | Where-Object { $_ -like '  *' } | Should -Be @(
                "  replace /IdentityInfo/Mobile: '+447700900190' -> '+447700900555'"
                "  add /IdentityInfo/Mobile: '+447700900555'"
                "  add /IdentityInfo/Mobile: '+447700900555'"
            )
            Invoke-Terminal -Command '(Get-ConnectUser -First 5 | Where-Object Mobile -like *555).Username' |
                Should -Be 'sara.smith', 'jana.ito', 'dana.nguyen', 'tomas.singh'
        }

        It 'prompts before a user is removed without -Confirm: No, No to All' {
            Start-TerminalCommand -Command 'Get-ConnectUser -First 3 | Remove-ConnectUser'
            Send-Reply -Prompt "^Remove the user 'sara\.smith'" -Text n
            Send-Reply -Prompt "^Remove the user 'maria\.chen'" -Text l
            @(Wait-Prompt) -match '^Remove the user ' | Should -HaveCount 2
            Invoke-Terminal -Command '(Get-ConnectUser -First 3).Username' | Should -Be 'sara.smith', 'maria.chen', 'jana.ito'
        }

        It 'takes a password without showing it, from <Parameter>' -ForEach @(
            @{ Parameter = '-Username ada.kim -Password (Read-Host "New password" -AsSecureString)'; Username = 'ada.kim'; Prompt = 'New password' }
            @{ Parameter = '-InitialCredential ben.osei'; Username = 'ben.osei'; Prompt = 'Password for user ben.osei' }
        ) {
            $null = Invoke-Terminal -Command '$new = @{ InstanceArn = "contact-centre"; RoutingProfile = "Sales"; SecurityProfile = "Agent"; PhoneType = "SOFT_PHONE"; FirstName = "A"; LastName = "B" }'
            Start-TerminalCommand -Command "New-ConnectUser $Parameter @new"
            Send-Reply -Prompt "^$([regex]::Escape($Prompt))" -Text 'Secret-Word1' -Shown '\*'
            $lines = @(Wait-Prompt)
            $lines -match "^$([regex]::Escape($Prompt)): \*{12}$" | Should -HaveCount 1
            $lines -match "^$([regex]::Escape($Username)) +A B +Sales +eu-west-2$" | Should -HaveCount 1
            $written = (Get-TerminalOutput) -replace '\e\[[0-9;?]*[A-Za-z]'
            $written | Should -Match ([regex]::Escape($Prompt))
            $written | Should -Not -Match 'ecret-|Word1'
        }
    }

    Context 'Ctrl+C' {
        BeforeAll {
            # Wide enough that no line wraps, and requests that do not end by themselves.
            Set-TerminalWidth -Columns 400
            $null = Invoke-Terminal -Command '$simulator | Stop-ConnectSimulator; $simulator = Start-ConnectSimulator -SetDefault -HandlerSeconds 3000'
            $null = Invoke-Terminal -Command '$users = Get-ConnectUser; $profiles = @{ RoutingProfile = $users[0].RoutingProfileArn; SecurityProfile = $users[0].SecurityProfileArns }'
        }

        It 'ends Get-ConnectUser; the bar goes, and the users that came before stay' {
            $null = Invoke-Terminal -Command '$simulator.Faults.AddJson(''[{ "operation": "GetResource", "user": "maria.chen", "kind": "Slow", "milliseconds": 3000000 }]'')'
            Start-TerminalCommand -Command '$users | Get-ConnectUser'
            Wait-Terminal -Pattern '^Reading users \['
            Wait-Terminal -Pattern '^sara\.smith +Sara Smith '
            Send-Key -Text "`u{3}"
            $lines = @(Wait-Prompt)
            $lines -match 'Reading users' | Should -BeNullOrEmpty
            $lines -match '^sara\.smith +Sara Smith ' | Should -HaveCount 1
            $null = Invoke-Terminal -Command '$simulator.Faults.Clear()'
        }

        It 'ends <Command> and reports the token of the request that AWS continues' -ForEach @(
            @{ Command = 'New-ConnectUser carla.diaz -InstanceArn $users[0].InstanceArn @profiles -PhoneType SOFT_PHONE -FirstName Carla -LastName Diaz -GeneratePassword'; Operation = 'CREATE'; User = 'carla\.diaz' }
            @{ Command = '$users[0] | Set-ConnectUser -FirstName Zoe'; Operation = 'UPDATE'; User = 'sara\.smith' }
            @{ Command = '$users[1] | Remove-ConnectUser -Force'; Operation = 'DELETE'; User = 'arn:aws:connect:[0-9a-z/:-]+' }
            @{ Command = 'Publish-ConnectUserStack team.csv -InstanceArn $users[0].InstanceArn -Adopt'; Operation = 'UPDATE'; User = 'jana\.ito' }
        ) {
            if ($Command -like 'Publish-*') {
                Set-Content -LiteralPath (Join-Path $TestDrive 'team.csv') -Value 'Username,LastName', 'jana.ito,Itoh'
                $null = Invoke-Terminal -Command "Set-Location '$TestDrive'"
            }

            Start-TerminalCommand -Command "$Command -Verbose"
            Wait-Terminal -Pattern 'request token [0-9a-f]{8}-'
            Send-Key -Text "`u{3}"
            $warnings = @(Wait-Prompt) -match '^WARNING: '
            $warnings | Should -HaveCount 1
            $advice = if ($Operation -eq 'CREATE') { ' In this session Get-ConnectUserRequest -Interrupted has the generated password, as InitialCredential\.' }
            $warnings[0] | Should -Match "^WARNING: Stopped, but AWS continues with the $Operation of '$User' in eu-west-2: request token [0-9a-f-]{36}\.$advice$"
            $token = [regex]::Match($warnings[0], '(?<=request token )[0-9a-f-]{36}').Value
            Invoke-Terminal -Command "Get-ConnectUserRequest -Interrupted | Where-Object RequestToken -eq $token | ForEach-Object { `"`$(`$_.Operation) `$(`$_.User)`" }" |
                Should -Match "^$Operation $User$"
        }

        It 'ends Wait-ConnectUserRequest, and the request is as before' {
            $null = Invoke-Terminal -Command '$request = $users[3] | Set-ConnectUser -FirstName Ivo -NoWait'
            Start-TerminalCommand -Command '$request | Wait-ConnectUserRequest'
            Wait-Terminal -Pattern '^Waiting for requests \['
            Send-Key -Text "`u{3}"
            (Wait-Prompt) -join "`n" | Should -Not -Match 'Waiting for requests'
            Invoke-Terminal -Command '($request | Get-ConnectUserRequest).OperationStatus' | Should -Be 'IN_PROGRESS'
        }
    }
}
