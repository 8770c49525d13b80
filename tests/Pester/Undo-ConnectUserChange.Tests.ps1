BeforeAll {
    . (Join-Path $PSScriptRoot 'Seed.ps1')
    . (Join-Path $PSScriptRoot 'Invoke-Pwsh.ps1')
    $import = Join-Path $PSScriptRoot 'Import-Module.ps1'
    $log = Join-Path $TestDrive 'changes.jsonl'
    $new = @{
        InstanceArn = $instance; RoutingProfile = $routing[0]; SecurityProfile = $security[0]
        FirstName = 'Ben'; LastName = 'Li'; GeneratePassword = $true; ChangeLogPath = $log
    }

    function Get-State {
        foreach ($name in 'ana', 'ben', 'cho') {
            if ($simulator.FindUser($name)) {
                $state = Get-TestUser $name
                $state.Remove('UserArn')
                "$name $(Get-CanonicalJson $state)"
            }
        }
    }
}

Describe 'Undo-ConnectUserChange' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        Remove-Item "$log*"
        $ana, $cho = 'ana', 'cho' | ForEach-Object { Add-TestUser $_ }
        $before = Get-State
    }

    AfterEach {
        $PSDefaultParameterValues.Clear()
    }

    It 'takes back what commands have changed, and that in turn' {
        $PSDefaultParameterValues['*-ConnectUser*:ChangeLogPath'] = $log
        $ana, $cho | Set-ConnectUser -AddTag @{ Season = 'Winter' } -LastName 'Zed' -SecurityProfile $security[1]
        Remove-ConnectUser $cho -Force
        $null = New-ConnectUser 'ben' @new
        $after = Get-State
        $again = Get-Result { Undo-ConnectUserChange $log -Force -GeneratePassword }
        Get-State | Should -Be $before
        $again.Output.Username | Should -Be 'cho'
        $again.Output.UserArn | Should -Be $simulator.FindUser('cho')
        $simulator.CheckPassword($simulator.FindUser('cho'), $again.Output.InitialCredential.GetNetworkCredential().Password) | Should -BeTrue
        "$($again.Warning)" | Should -BeLike "cho *$($simulator.FindUser('cho'))"

        $simulator.ClearCalls()
        (Get-Result { Undo-ConnectUserChange $log -Force }).Warning | Should -HaveCount 1 -Because 'nothing is left'
        $simulator.Calls | Should -BeNullOrEmpty
        $run = (Get-ConnectUserChange $log)[-1].RunId
        $null = Undo-ConnectUserChange $log -RunId $run -Force -GeneratePassword -WarningAction Ignore
        Get-State | Should -Be $after
    }

    It 'leaves what somebody else has changed since, and says so' {
        $ana, $cho | Set-ConnectUser -AddTag @{ Season = 'Winter' } -LastName 'Zed' -ChangeLogPath $log
        Edit-TestUser 'cho' { $_.IdentityInfo.LastName = 'Other'; $_.Tags += @{ Key = 'Mine'; Value = 'x' } }
        $null = New-ConnectUser 'ben' @new
        Edit-TestUser 'ben' { $_.Tags = @(@{ Key = 'Mine'; Value = 'x' }) }
        $result = Get-Result { Undo-ConnectUserChange $log -Force -PassThru }
        Get-ErrorId $result.Error | Should -Be 'ChangedSince', 'ChangedSince'
        $result.Error.TargetObject | Should -Be 'ben', 'cho'
        "$($result.Error[1])" | Should -BeLike "cho: IdentityInfo.LastName is 'Other' now, and not 'Zed' (UPDATE by Set-ConnectUser at *Z). Left as it is."
        $result.Output.Username | Sort-Object | Should -Be 'ana', 'cho'
        (Get-TestUser 'cho').IdentityInfo.LastName | Should -Be 'Other'
        Get-TestTag 'cho' | Should -Be 'Mine=x', 'Team=Sales'
        $simulator.FindUser('ben') | Should -Not -BeNullOrEmpty
        (Get-State)[0] | Should -Be $before[0]
    }

    It 'keeps for a later undo what it has left: <Since>' -ForEach @(
        @{ Since = 'Other'; Undone = $false; Ids = 'ChangedSince' }
        @{ Since = 'New'; Undone = $true; Ids = @() }
    ) {
        Set-ConnectUser $ana -AddTag @{ x = '1'; y = '1' } -LastName 'New' -ChangeLogPath $log
        Edit-TestUser 'ana' { $_.IdentityInfo.LastName = 'Other'; ($_.Tags | Where-Object Key -EQ 'y').Value = '2' }
        $null = Assert-Failure 'ChangedSince' { Undo-ConnectUserChange $log -Force }
        Get-TestTag 'ana' | Should -Be 'Team=Sales', 'y=2'
        Get-ConnectUserChange $log | ForEach-Object { "$($_.Property) $($_.IsUndone)" } | Should -Be 'IdentityInfo.LastName False', 'Tags False', 'Tags False'

        Edit-TestUser 'ana' { $_.IdentityInfo.LastName = $Since; $_.Tags = @($_.Tags | Where-Object Key -NE 'y') + @{ Key = 'x'; Value = '1' } }
        Get-ErrorId (Get-Result { Undo-ConnectUserChange $log -Force }).Error | Should -Be $Ids
        Get-TestTag 'ana' | Should -Be 'Team=Sales', 'x=1' -Because 'that x is not of the change'
        (Get-ConnectUserChange $log)[0].IsUndone | Should -Be $Undone
        if ($Undone) {
            (Get-TestUser 'ana').IdentityInfo.LastName | Should -Be 'Li'
            (Get-ConnectUserChange $log)[1].IsUndone | Should -BeTrue
            (Get-Result { Undo-ConnectUserChange $log -Force }).Warning | Should -HaveCount 1
        }
    }

    It 'shows what it would do, and prompts' {
        Set-ConnectUser $ana -LastName 'Zed' -RoutingProfile 'Sales' -ChangeLogPath $log
        Remove-ConnectUser $cho -Force -ChangeLogPath $log
        $null = New-ConnectUser 'ben' @new
        $simulator.ClearCalls()
        # The text of -WhatIf goes to the host alone.
        $text = (Invoke-Pwsh -ArgumentList '-Command', ". '$import'; Undo-ConnectUserChange '$log' -GeneratePassword -WhatIf").Output -join "`n"
        $text | Should -BeLike "*Remove user 'ben' (*Create user 'cho'*Password = ``*``*``**Update user 'ana'*/IdentityInfo/LastName: 'Zed' -> 'Li'*"
        $text | Should -BeLike "*/RoutingProfileArn: 'Sales' -> 'Basic Routing Profile'*"
        $simulator.Calls.Operation | Should -Not -Contain 'UpdateResource'
        (Get-Content $log).Count | Should -Be 6
        $null = Assert-Failure 'PromptNotAvailable' { Undo-ConnectUserChange $log -GeneratePassword }
        $null = Assert-Failure 'MissingProperty' { Undo-ConnectUserChange $log -Username 'cho' -Force }
    }

    It 'takes a part back' {
        $ana, $cho | Set-ConnectUser -LastName 'Zed' -ChangeLogPath $log -RunId 'first'
        Set-ConnectUser $ana -FirstName 'Eve' -ChangeLogPath $log -RunId 'second'
        Undo-ConnectUserChange $log -RunId 'second' -Force
        (Get-TestUser 'ana').IdentityInfo.FirstName | Should -Be 'Ada'
        (Get-TestUser 'ana').IdentityInfo.LastName | Should -Be 'Zed'
        Undo-ConnectUserChange $log -Username 'c*' -After (Get-Date).AddHours(-1) -Force
        (Get-State)[1] | Should -Be $before[1]
        (Get-Result { Undo-ConnectUserChange $log -Before (Get-Date).AddHours(-1) -Force }).Warning | Should -BeLike '*has no such change.'
        (Get-Result { Undo-ConnectUserChange $log -RunId 'second' -Force }).Warning | Should -BeLike '*has no such change that is not undone already.'
        foreach ($filter in @{ RunId = 'second', 'nope' }, @{ Username = 'ana', 'nope' }, @{ UserArn = $ana, "$instance/agent/nope" }) {
            (Get-Result { Undo-ConnectUserChange $log @filter -WhatIf }).Warning | Should -BeLike "*has no change of '*nope'.*"
        }
        Undo-ConnectUserChange $log -UserArn $ana -Force
        Get-State | Should -Be $before
    }

    It 'takes back what nobody has waited for, and what a killed command has left' {
        $null = $ana, $cho | Set-ConnectUser -LastName 'Zed' -NoWait -ChangeLogPath $log
        $null = New-ConnectUser 'ben' @new -NoWait
        (Get-ConnectUserChange $log).Outcome | Should -Not -Contain 'Done'
        Undo-ConnectUserChange $log -Force
        Get-State | Should -Be $before

        Remove-Item $log
        Remove-ConnectUser $cho -Force -ChangeLogPath $log
        $null = New-ConnectUser 'ben' @new
        # As a kill would leave it that comes before the outcome is written.
        $started = @(Get-Content $log | Where-Object { $_ -match '"Outcome":"Started"' })
        [System.IO.File]::WriteAllText($log, ($started + $started[0].Replace('"Path":', '"Pat":') + $started[0].Substring(0, 60)) -join "`n")
        $result = Get-Result { Undo-ConnectUserChange $log -Force -GeneratePassword }
        $result.Warning[0, 1] | Should -BeLike 'changes.jsonl:*'
        $result.Error | Should -BeNullOrEmpty
        Get-State | Should -Be $before
    }

    It 'does not remove a user of whom nothing says that the change has made it' {
        $null = New-ConnectUser 'ben' @new
        Set-Content $log (Get-Content $log)[0].Replace('"Username":"ben"', '"Username":"ana"')
        "$(Assert-Failure 'ChangedSince' { Undo-ConnectUserChange $log -Force })" | Should -BeLike 'ana: whether the user * was created by it is not known*'
        $simulator.FindUser('ana') | Should -Be $ana
    }

    It 'warns where a user that was created is not there' {
        $ben = (New-ConnectUser 'ben' @new).UserArn
        Remove-ConnectUser $ben -Force
        (Get-Result { Undo-ConnectUserChange $log -Force }).Warning | Should -BeLike 'ben was created, but is not there now*'
    }

    It 'takes a stack back' {
        $file = Join-Path $TestDrive 'team.csv'
        "Username,InstanceArn,LastName,RoutingProfile,SecurityProfile,FirstName`nana,$instance,Zed,,,`nben,$instance,Li,$($routing[0]),$($security[0]),Ben" | Set-Content $file
        $null = Publish-ConnectUserStack $file -Adopt -GeneratePassword -ChangeLogPath $log
        $null = Unpublish-ConnectUserStack $file -Force -ChangeLogPath $log
        $simulator.UserCount | Should -Be 1
        $null = Undo-ConnectUserChange $log -Force -GeneratePassword -WarningAction Ignore
        Get-State | Should -Be $before
    }

    It 'writes a user that is created again, with the password, before the warning' {
        Remove-ConnectUser $ana -Force -ChangeLogPath $log
        $written = [System.Collections.Generic.List[object]]::new()
        { Undo-ConnectUserChange $log -Force -GeneratePassword -WarningAction Stop | ForEach-Object { $written.Add($_) } } | Should -Throw '*another ARN*'
        $written.InitialCredential.UserName | Should -Be 'ana'
    }

    It 'shows with -WhatIf too that the name of a removed user is taken' {
        Remove-ConnectUser $ana -Force -ChangeLogPath $log
        $null = New-ConnectUser 'ana' @new -ChangeLogPath (Join-Path $TestDrive 'other.jsonl')
        $null = Assert-Failure 'AlreadyExists' { Undo-ConnectUserChange $log -Force -GeneratePassword -WhatIf }
    }

    It 'shows with -WhatIf too that the change log cannot be written: <Path>' -ForEach @(
        @{ Path = 'missing/changes.jsonl' }
        @{ Path = '.' }
    ) {
        $null = Assert-Failure 'FileNotWritable' { Set-ConnectUser $ana -LastName 'Zed' -ChangeLogPath (Join-Path $TestDrive $Path) -WhatIf }
    }

    It 'does not append to a change log in UTF-16, and sends nothing' {
        Set-ConnectUser $ana -LastName 'Zed' -ChangeLogPath $log
        Set-Content $log (Get-Content $log) -Encoding unicode
        "$(Assert-Failure 'FileNotWritable' { Set-ConnectUser $ana -LastName 'Ode' -ChangeLogPath $log })" | Should -BeLike '*UTF-8*'
        (Get-TestUser 'ana').IdentityInfo.LastName | Should -Be 'Zed'
    }

    It 'does not start without its record' {
        $failure = Assert-Failure 'FileNotWritable' { Set-ConnectUser $ana -LastName 'Zed' -ChangeLogPath (Join-Path $TestDrive 'missing/changes.jsonl') }
        $failure.CategoryInfo.Category | Should -Be 'WriteError'
        $null = Assert-Failure 'FileNotReadable' { Undo-ConnectUserChange (Join-Path $TestDrive 'missing.jsonl') -Force }
        $null = Assert-Failure 'InvalidValue' { Undo-ConnectUserChange $log -Password (ConvertTo-SecureString 'Correct7Horse' -AsPlainText -Force) -GeneratePassword }
        Get-State | Should -Be $before
    }
}
