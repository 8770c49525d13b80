BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $simulator = Start-TestSimulator -UserCount 2
    $routing = @((Get-ConnectRoutingProfile).Arn)
    $security = @((Get-ConnectSecurityProfile).Arn)
    $log = Join-Path $TestDrive 'changes.jsonl'
    $first, $second = Get-ConnectUser
}

Describe 'Get-ConnectUserChange' {
    It 'shows each property with its old and new value, who changed it, when, and how it ended' {
        $started = Get-Date
        $first | Set-ConnectUser -LastName 'Zed' -ChangeLogPath $log -RunId 'winter'
        $simulator.Faults.AddJson('[{ "name": "refused", "operation": "UpdateResource", "kind": "HandlerError", "errorCode": "InvalidRequest", "count": 1 }]')
        $null = Get-Result { $second | Set-ConnectUser -AutoAccept (-not $second.AutoAccept) -ChangeLogPath $log -ProfileName 'ops' -AccessKey 'AKIDOTHER' -SecretKey 'none' }
        $done, $failed = Get-ConnectUserChange $log
        $done.Username | Should -Be $first.Username
        $done.UserArn | Should -Be $first.UserArn
        $done.Property, $done.OldValue, $done.NewValue | Should -Be 'IdentityInfo.LastName', $first.LastName, 'Zed'
        $done.Operation, $done.Outcome, $done.Command, $done.RunId | Should -Be 'UPDATE', 'Done', 'Set-ConnectUser', 'winter'
        $done.ChangedBy | Should -Be "$([Environment]::UserName)@$([Environment]::MachineName)"
        $done.Time | Should -BeGreaterOrEqual $started
        (Get-ConnectUserRequest $done.RequestToken).Identifier | Should -Be $first.UserArn
        $failed.Outcome, $failed.ErrorId, $failed.ProfileName | Should -Be 'Failed', 'InvalidRequest', 'ops'
        $failed.RequestToken | Should -Not -BeNullOrEmpty
        $failed.RunId | Should -Match '^[0-9]{8}-[0-9]{6}-[0-9a-f]{6}$'
        Get-Content $log -Raw | Should -Not -Match 'AKIDOTHER'
    }

    It 'takes filters, and files from the pipeline' {
        ($log | Get-ConnectUserChange).Id | Should -Be (Get-ConnectUserChange $log).Id
        (Get-Item $log | Get-ConnectUserChange -Username "$($first.Username[0])*", $first.Username).UserArn | Should -Contain $first.UserArn
        (Get-ConnectUserChange $log -RunId 'winter').UserArn | Should -Be $first.UserArn
        (Get-ConnectUserChange $log -UserArn $second.UserArn).Property | Should -Be 'PhoneConfig.AutoAccept'
        Get-ConnectUserChange $log -After (Get-Date).AddHours(1) | Should -BeNullOrEmpty
        Get-ConnectUserChange $log -Since (Get-Date).AddHours(-1) -Before (Get-Date).AddHours(1) | Should -HaveCount 2
        $null = Assert-Failure 'FileNotReadable' { Get-ConnectUserChange (Join-Path $TestDrive 'missing.jsonl') }
    }

    It 'refuses <Name>' -ForEach @(
        @{ Name = 'a roster'; Content = "Username,Email\nana,a@b.c" }
        @{ Name = 'a JSON array'; Content = '[{"Username":"ana"}]' }
        @{ Name = 'a JSON document of several lines'; Content = "{`n  `"Username`": `"ana`"`n}" }
    ) {
        $other = Join-Path $TestDrive 'other.txt'
        Set-Content $other $Content
        foreach ($command in 'Get-ConnectUserChange', 'Undo-ConnectUserChange') {
            $result = Get-Result { & $command $other }
            Get-ErrorId $result.Error | Should -Be 'FileNotReadable'
            "$($result.Error)" | Should -BeLike "*other.txt*not a change log*"
            $result.Warning | Should -BeNullOrEmpty
        }
    }

    It 'fits 80 columns, and shows every name whole' {
        $lines = @((Get-ConnectUserChange $log | Out-String -Width 80) -split '\r?\n' | Where-Object { $_ })
        $lines[0] -split ' +' | Should -Be 'Username', 'Change', 'Time', 'Outcome'
        $lines[2] | Should -Match "^$($first.Username) +LastName: $($first.LastName) -> Zed +[0-9-]{5} [0-9:]{8} +Done"
        $names = Join-Path $TestDrive 'names.jsonl'
        Set-ConnectUser $second.UserArn -AfterContactWorkTimeLimit 77 -RoutingProfile 'Billing' -HierarchyGroup $null -ChangeLogPath $names
        Set-ConnectUser $second.UserArn -AfterContactWorkTimeLimit 1200000 -DeskPhoneNumber '+447700900456' -AddTag @{ Department = 'Customer Service North' } -ChangeLogPath $names
        Set-ConnectUser $second.UserArn -AfterContactWorkTimeLimit 77 -ChangeLogPath $names
        foreach ($width in 80, 120) {
            $shown = Get-ConnectUserChange $names | Out-String -Width $width
            foreach ($change in Get-ConnectUserChange $names) {
                # A value has its sign before it, and is not cut.
                foreach ($word in ($change -replace '^[A-Za-z]+\.(?=[A-Za-z]+: )') -split '(?<!->| [+-]) ') {
                    $shown | Should -Match "(?m)(^| )$([regex]::Escape($word))( |\r?$)"
                }
            }
        }

        Get-ConnectUserChange $names | ForEach-Object ToString | Should -Contain "PhoneConfig.AfterContactWorkTimeLimit: $($second.AfterContactWorkTimeLimit) -> 77"
    }

    It 'shows the elements of sets that differ' {
        $tags = Join-Path $TestDrive 'tags.jsonl'
        $second | Set-ConnectUser -AddTag @{ Shift = 'Late' } -ChangeLogPath $tags
        $change = Get-ConnectUserChange $tags
        $change.Added | Should -Be 'Shift=Late'
        $change.Removed | Should -BeNullOrEmpty
        $change.NewValue | Should -BeLike '*=*;*Shift=Late*'
        $change | Out-String -Width 80 | Should -Match "^\s*Username[^\n]*\s+-+[^\n]*\s+$($second.Username) +Tags: \+ Shift=Late "
    }

    It 'shows the names that profiles had, in sessions that have not read them too' {
        $profiles = Join-Path $TestDrive 'profiles.jsonl'
        $first | Set-ConnectUser -RoutingProfile $routing[0] -SecurityProfile $security[0]
        Set-ConnectUser $first.UserArn -RoutingProfile 'Billing' -SecurityProfile 'Agent', 'TeamLead' -ChangeLogPath $profiles
        $change = Get-ConnectUserChange $profiles | Sort-Object -Property Property
        $change.NewValue[0] | Should -BeExactly (Get-ConnectRoutingProfile 'Billing').Arn
        $change[1].Removed | Should -BeExactly $security[0]
        $change.OldText | Should -BeExactly 'Basic Routing Profile', '- Admin'
        $change.NewText | Should -BeExactly 'Billing', '+ Agent; + TeamLead'
        "$($change | Out-String -Width 160)" | Should -Match 'SecurityProfileArns: - Admin, [^\n]*\n +\+ Agent, \+ TeamLead'
    }

    It 'tells what was taken back' {
        Undo-ConnectUserChange $log -RunId 'winter' -Force
        $done, $undo = Get-ConnectUserChange $log -UserArn $first.UserArn
        $done.IsUndone, $undo.IsUndone | Should -Be $true, $false
        $undo.UndoOf | Should -Be $done.Id
        $undo.Command | Should -Be 'Undo-ConnectUserChange'
    }
    It 'has every record of processes that write at the same time' {
        $folder = $PSScriptRoot
        $both = Join-Path $TestDrive 'both.jsonl'
        $arns = 1..12 | ForEach-Object { Add-TestUser "user$_" }
        $halves = ($arns[0..5] -join "', '"), ($arns[6..11] -join "', '")
        $runs = 0, 1 | ForEach-Object -ThrottleLimit 2 -Parallel {
            . (Join-Path $using:folder 'Invoke-Pwsh.ps1')
            $halves = $using:halves
            # Each goes on when both are ready.
            Invoke-Pwsh -ArgumentList '-Command', @"
. '$using:folder/Import-Module.ps1'
`$null = New-Item '$using:both.$_'
for (`$poll = 0; `$poll -lt 6000 -and -not (Test-Path '$using:both.$(1 - $_)'); `$poll++) { Start-Sleep -Milliseconds 10 }
'$($halves[$_])' | Set-ConnectUser -AddTag @{ Note = '$([string]$_ * 250)' } -ChangeLogPath '$using:both' -RunId 'run$_'
"@
        }
        $runs.Error | Should -BeNullOrEmpty
        $runs.ExitCode | Should -Be 0, 0
        Get-Content $both | ForEach-Object { ($_ | ConvertFrom-Json).Outcome } | Group-Object -NoElement | ForEach-Object { "$($_.Name) $($_.Count)" } | Should -Be 'Done 12', 'Started 12'
        $read = Get-Result { Get-ConnectUserChange $both }
        $read.Warning | Should -BeNullOrEmpty
        $read.Output | ForEach-Object { "$($_.UserArn) $($_.RunId) $($_.Outcome)" } | Sort-Object | Should -Be (0..11 | ForEach-Object { "$($arns[$_]) run$([math]::Floor($_ / 6)) Done" } | Sort-Object)
    }
}
