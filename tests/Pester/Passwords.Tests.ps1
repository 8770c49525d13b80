# The ways a new user gets its password, and where it must not appear.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Seed.ps1')
    $credential = [pscredential]::new('ben', $password)
    $common = @{ InstanceArn = $instance; RoutingProfile = $routing[0]; SecurityProfile = $security[0]; FirstName = 'Ben'; LastName = 'Li' }

    function Get-Row {
        param([hashtable] $More)

        [pscustomobject](@{ Username = 'ben'; InstanceArn = $instance; RoutingProfileArn = $routing[0]; SecurityProfileArns = $security[0]; FirstName = 'Ben'; LastName = 'Li' } + $More)
    }

    function Test-Password {
        param([string] $Username, [string] $Text)

        $simulator.CheckPassword($simulator.FindUser($Username), $Text)
    }
}

Describe 'Passwords' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
    }

    It 'are sent and never returned' {
        $user = New-ConnectUser 'ben' @common -Password $password
        Test-Password 'ben' 'Correct7Horse' | Should -BeTrue
        $user.Password | Should -BeNullOrEmpty
        $user.PSObject.Properties['InitialCredential'] | Should -BeNullOrEmpty
    }

    It 'may come with the username as a credential, which has to be the same' {
        New-ConnectUser @common -InitialCredential $credential
        Test-Password 'ben' 'Correct7Horse' | Should -BeTrue
        "$(Assert-Failure 'InvalidValue' { New-ConnectUser 'mia' @common -InitialCredential $credential })" | Should -BeLike '*ben*'
    }

    It 'are made by rule and given back once' {
        $users = @('ben', 'mia' | ForEach-Object { @{ Username = $_ } } | New-ConnectUser -GeneratePassword @common)
        $users | Should -HaveCount 2
        $made = foreach ($user in $users) {
            $user.InitialCredential | Should -BeOfType [pscredential]
            $user.InitialCredential.UserName | Should -Be $user.Username
            $text = $user.InitialCredential.GetNetworkCredential().Password
            $text | Should -MatchExactly '^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9]).{8,64}$'
            Test-Password $user.Username $text | Should -BeTrue
            $text
        }

        $made | Select-Object -Unique | Should -HaveCount 2
        (Get-ConnectUser -Username 'ben').PSObject.Properties['InitialCredential'] | Should -BeNullOrEmpty
    }

    It 'that are made come with the request with -NoWait' {
        $request = New-ConnectUser 'ben' @common -GeneratePassword -NoWait
        $request.InitialCredential | Should -BeOfType [pscredential]
        Test-Password 'ben' $request.InitialCredential.GetNetworkCredential().Password | Should -BeTrue
    }

    Context 'that were made but not written' {
        BeforeAll {
            function Assert-Left {
                param([string] $Username, [object] $Request)

                $Request.User | Should -Be $Username
                $Request.InitialCredential.UserName | Should -Be $Username
                Test-Password $Username $Request.InitialCredential.GetNetworkCredential().Password | Should -BeTrue
            }
        }

        It 'are with the requests of a stopped command' {
            $first = & {
                @{ Username = 'ben' }
                @{ Username = 'mia' }
                # The pipeline thread writes nothing meanwhile.
                for ($i = 0; $i -lt 600 -and $simulator.UserCount -lt 2; $i++) { Start-Sleep -Milliseconds 50 }
            } | New-ConnectUser @common -GeneratePassword 3>$null | Select-Object -First 1
            $first.Username | Should -Be 'ben'
            Assert-Left 'mia' (Get-ConnectUserRequest -Interrupted | Wait-ConnectUserRequest)
        }

        It 'are with the request that a command could not wait for, which its error says' {
            $simulator = Start-TestSimulator -UserCount 0 -HandlerSeconds 3600
            $failure = Assert-Failure 'RequestTimeout' { New-ConnectUser 'ben' @common -GeneratePassword -TimeoutSeconds 1 }
            $failure.ErrorDetails.RecommendedAction | Should -BeLike '*Get-ConnectUserRequest -Interrupted has the generated password*'
            $token = $failure.Exception.RequestToken
            $left = Get-ConnectUserRequest -Interrupted
            $left.RequestToken | Should -Be $token
            $left.InitialCredential.UserName | Should -Be 'ben'
            $known = Get-ConnectUserRequest $token
            $known.RequestToken | Should -Be $token
            $known.InitialCredential.UserName | Should -Be 'ben' -Because "it is about $($known.User) and has $($known.PSObject.Properties.Name)"
            $text = $left.InitialCredential.GetNetworkCredential().Password
            $text | Should -Not -BeNullOrEmpty
            "$($failure.Exception)$($failure.ErrorDetails.RecommendedAction)" | Should -Not -BeLike "*$text*"

            $piped = Get-Result { New-ConnectUser 'mia' @common -GeneratePassword -NoWait | Wait-ConnectUserRequest -TimeoutSeconds 1 }
            Get-ErrorId $piped.Error | Should -Be 'RequestTimeout'
            (Get-ConnectUserRequest -Interrupted).InitialCredential.UserName | Should -Be 'ben', 'mia'
        }

        It 'are with the request whose status or response was lost: <_>' -ForEach @(
            '[{ "operation": "*ResourceRequest*", "kind": "Exception", "exceptionName": "AccessDeniedException" }]'
            '[{ "operation": "CreateResource", "kind": "ResetAfter", "count": 1 }, { "operation": "CreateResource", "kind": "Reset" }]'
        ) {
            $simulator.Faults.AddJson($_)
            $result = Get-Result { New-ConnectUser 'ben' @common -GeneratePassword -TimeoutSeconds 5 }
            $result.Error | Should -HaveCount 1
            $result.Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*generated password*'
            $simulator.Faults.Clear()
            Assert-Left 'ben' (Get-ConnectUserRequest -Interrupted)
        }

        It 'are not kept where AWS has made no user' {
            $simulator.Faults.AddJson('[{ "operation": "CreateResource", "kind": "HandlerError", "errorCode": "InvalidRequest" }]')
            $null = Assert-Failure 'InvalidRequest' { New-ConnectUser 'ben' @common -GeneratePassword }
            Get-ConnectUserRequest -Interrupted | Should -BeNullOrEmpty
        }

        It 'are kept of users that are made again or published, too' {
            $file = Join-Path $TestDrive 'team.csv'
            $log = Join-Path $TestDrive 'changes.jsonl'
            "Username,FirstName,LastName,RoutingProfile,SecurityProfile`nmia,Mia,Li,Basic Routing Profile,Agent" | Set-Content $file
            New-ConnectUser 'ben' @common -Password $password | Remove-ConnectUser -Force -ChangeLogPath $log
            $simulator.Faults.AddJson('[{ "operation": "*ResourceRequest*", "kind": "Exception", "exceptionName": "AccessDeniedException" }]')
            $null = Assert-Failure 'AccessDenied' { Undo-ConnectUserChange $log -GeneratePassword -Force }
            (Get-Result { Publish-ConnectUserStack $file -InstanceArn $instance -GeneratePassword }).Error | Should -HaveCount 1
            $simulator.Faults.Clear()
            $left = @(Get-ConnectUserRequest -Interrupted)
            $left | Should -HaveCount 2
            Assert-Left 'ben' $left[0]
            Assert-Left 'mia' $left[1]
        }
    }

    It 'come in one way alone: <More.Keys>' -ForEach @(
        @{ More = { @{ Password = $password; GeneratePassword = $true } } }
        @{ More = { @{ Password = $password; InitialCredential = $credential } } }
        @{ More = { @{ GeneratePassword = $true; InitialCredential = $credential } } }
    ) {
        $more = & $More
        $null = Assert-Failure 'InvalidValue' { New-ConnectUser @common @more }
        $simulator.CallCount | Should -Be 0
    }

    It 'as weak as <_> are refused before any call and not shown' -ForEach 'short7A', 'nodigitsHere', 'NOLOWER777', 'noupper777' {
        $weak = ConvertTo-SecureString $_ -AsPlainText -Force
        "$(Assert-Failure 'WeakPassword' { New-ConnectUser 'ben' @common -Password $weak })" | Should -Not -BeLike "*$_*"
        $simulator.CallCount | Should -Be 0
    }

    It 'in a column <_> are refused' -ForEach 'Password', 'password' {
        $row = Get-Row @{ $_ = 'Correct7Horse' }
        $failure = Assert-Failure 'PlainTextPassword' { $row | New-ConnectUser }
        $failure.CategoryInfo.Category | Should -Be 'SecurityError'
        "$failure" | Should -Not -BeLike '*Correct7Horse*'
        , $failure.TargetObject | Should -BeOfType [pscustomobject]
        $failure.TargetObject.$_ | Should -Be '***'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-AllowPlainTextPassword*'
        $simulator.CallCount | Should -Be 0
    }

    It 'in a column <_>, which is not known, are not shown by any error' -ForEach 'Passwrd', 'passwd', 'PWD', 'initial password', 'Kennwort', 'client-secret', 'FirstName;Password' {
        $row = Get-Row @{ $_ = 'Zq7!Secret' }
        $file = Join-Path $TestDrive 'secret.csv'
        $row | Export-Csv $file
        foreach ($command in { $row | New-ConnectUser }, { $row | Set-ConnectUser }, { Import-ConnectUser $file }, { Compare-ConnectUser $row 'ben' }, { @{ $_ = 'Zq7!Secret' } | Get-ConnectUser }) {
            $failures = @((Get-Result $command).Error)
            $failures | Should -HaveCount 1
            $failures[0] | Format-List * -Force | Out-String | Should -Not -BeLike '*Zq7!Secret*'
            "$($failures[0].CategoryInfo)" | Should -Not -BeLike '*Zq7!Secret*'
        }

        $failure = (Get-Result { $row | New-ConnectUser }).Error[0]
        $failure.TargetObject.$_ | Should -Be '***'
        $failure.TargetObject.LastName | Should -Be 'Li'
    }

    It 'in a column are taken when allowed' {
        Get-Row @{ Password = 'Correct7Horse' } | New-ConnectUser -AllowPlainTextPassword
        Test-Password 'ben' 'Correct7Horse' | Should -BeTrue
    }

    It 'in a row as a SecureString need no consent' {
        Get-Row @{ Password = $password } | New-ConnectUser
        Test-Password 'ben' 'Correct7Horse' | Should -BeTrue
    }

    It 'become SecureStrings where Import-ConnectUser is allowed to read them' {
        $file = Join-Path $TestDrive 'new.csv'
        "Username,FirstName,LastName,Password,InstanceArn,RoutingProfileArn,SecurityProfileArns`nben,Ben,Li,Correct7Horse,$instance,$($routing[0]),$($security[0])" | Set-Content $file
        "$(Assert-Failure 'PlainTextPassword' { Import-ConnectUser $file })" | Should -Not -BeLike '*Correct7Horse*'
        $rows = @(Import-ConnectUser $file -AllowPlainTextPassword)
        $rows[0].Password | Should -BeOfType [securestring]
        $rows | New-ConnectUser
        Test-Password 'ben' 'Correct7Horse' | Should -BeTrue
    }

    It 'of the command line win over the column' {
        Get-Row @{ Password = 'Other7Horse' } | New-ConnectUser -AllowPlainTextPassword -Password $password
        Test-Password 'ben' 'Correct7Horse' | Should -BeTrue
    }

    It 'are in no stream' {
        $simulator.Faults.AddJson('[{ "operation": "CreateResource", "kind": "HandlerError", "errorCode": "InvalidRequest", "count": 1 }]')
        $result = Get-Result {
            $DebugPreference = 'Continue'
            1..2 | ForEach-Object { New-ConnectUser 'ben' @common -Password $password -Verbose }
        }
        $result.Error | Should -HaveCount 1
        $result.Debug | Should -Not -BeNullOrEmpty
        $texts = $result.Verbose + $result.Debug + $result.Warning + $result.Error.Exception | ForEach-Object { "$_" }
        $texts | Should -Not -BeLike '*Correct7Horse*'
    }
}
