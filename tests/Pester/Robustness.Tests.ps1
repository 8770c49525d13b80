BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $rendering = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'Ansi'
    $simulator = Start-ConnectSimulator -SetDefault
    $instance = $simulator.InstanceArn
    $sample = Get-ConnectUser -First 1
    $common = @{ InstanceArn = $instance; RoutingProfile = $sample.RoutingProfileArn; SecurityProfile = @($sample.SecurityProfileArns); LastName = 'Li' }

    # Sets values directly in the simulator that its rules refuse.
    function Write-Model([hashtable] $Value) {
        Edit-TestResource $sample.UserArn { foreach ($name in $Value.Keys) { $_[$name] = $Value[$name] } }
    }

    # The formatter's own colours apart, what a terminal would obey.
    function Get-Hazard([string] $Text) {
        $Text -replace "`e\[(?!5m)[0-9;]*m" | Select-String -Pattern '[\p{Cc}\u202A-\u202E\u2066-\u2069-[\r\n\t]]' -AllMatches | ForEach-Object Matches
    }
}

AfterAll {
    $simulator | Stop-ConnectSimulator
    $PSStyle.OutputRendering = $rendering
}

Describe 'Texts that a terminal would obey' {
    BeforeAll {
        $payload = "`e]0;marker`a`e[5m`u{9b}31m`u{202e}txt.exe`r`b"
        Write-Model @{
            Username     = $payload
            IdentityInfo = @{ FirstName = $payload; LastName = $payload; Email = $payload; SecondaryEmail = $payload; Mobile = $payload }
            PhoneConfig  = @{ PhoneType = $payload; DeskPhoneNumber = $payload }
            Tags         = @(@{ Key = $payload; Value = $payload })
        }
        $user = Get-ConnectUser $sample.UserArn
    }

    It 'are faithful in objects' {
        $user.FirstName | Should -BeExactly $payload
        $user.Tags[0].Value | Should -BeExactly $payload
    }

    It 'are not in <_>' -ForEach 'Format-Table', 'Format-List', 'Format-Wide' {
        Get-Hazard ($user | & $_ | Out-String) | Should -BeNullOrEmpty
    }

    It 'are not in errors' {
        Get-ConnectUser -InstanceArn $instance -Username ([WildcardPattern]::Escape("none$payload")) -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -Not -BeNullOrEmpty
        foreach ($view in 'ConciseView', 'NormalView', 'CategoryView') {
            $ErrorView = $view
            Get-Hazard ($failed[0] | Out-String) | Should -BeNullOrEmpty
        }
        # Get-Error shows the target too, which is what was given, word for word; the exceptions are the module's to clean.
        Get-Hazard (Get-Error -InputObject $failed[0] | Select-Object -ExpandProperty Exception | Format-List * | Out-String) | Should -BeNullOrEmpty
    }

    AfterAll {
        Write-Model @{
            Username = $sample.Username; Tags = @(); PhoneConfig = @{ PhoneType = 'SOFT_PHONE' }
            IdentityInfo = @{ FirstName = $sample.FirstName; LastName = $sample.LastName; Email = $sample.Email }
        }
    }
}

Describe 'Files of the shell''s own cmdlets' {
    It 'carry hostile names out and in again' {
        $names = '=cmd|'' /C calc''!A0', '+1', '-1', '@SUM(1)', '$(Get-Process)', '{{ 7 * 7 }}', "a`"b,c;d`r`ne", "`u{5e9}`u{5dc}`u{5d5}`u{5dd}", "Zoe`u{308}", '[abc]*'
        $file = Join-Path $TestDrive 'users.csv'
        $number = 0
        foreach ($name in $names) {
            $number++
            Set-ConnectUser $sample.UserArn -LastName $name
            Get-ConnectUser $sample.UserArn | Export-Csv $file -NoTypeInformation
            (Import-ConnectUser $file).LastName | Should -BeExactly $name
            $before = @($simulator.Calls | Where-Object Operation -EQ UpdateResource).Count
            Import-Csv $file | Set-ConnectUser -WarningAction SilentlyContinue
            @($simulator.Calls | Where-Object Operation -EQ UpdateResource).Count | Should -Be $before
        }
    }
}

Describe 'Secrets' {
    It 'are in no transcript and not in $Error' {
        $password = ConvertTo-SecureString -String ('Zq7' + 'Marker' + 'Passw0rd') -AsPlainText -Force
        $log = Join-Path $TestDrive 'transcript.txt'
        $Error.Clear()
        Start-Transcript -Path $log | Out-Null
        try {
            $VerbosePreference = $DebugPreference = 'Continue'
            New-ConnectUser 'transcribed' @common -FirstName 'Ada' -Password $password -SecretKey ('Key' + 'Marker') -AccessKey AKIAX -SessionToken ('Token' + 'Marker') | Out-Default
            New-ConnectUser 'transcribed' @common -FirstName 'Ada' -Password $password -SecretKey ('Key' + 'Marker') -AccessKey AKIAX -ErrorAction Continue 2>&1 | Out-Default
            New-ConnectUser 'rehearsed' @common -FirstName 'Ada' -Password $password -WhatIf
        }
        finally {
            Stop-Transcript | Out-Null
        }
        $text = (Get-Content $log -Raw) + ($Error | ForEach-Object { Get-Error -InputObject $_ } | Out-String)
        $text | Should -Match 'transcribed'
        $text | Should -Match 'AlreadyExists'
        $text | Should -Match '\*\*\*'
        $text | Should -Not -Match 'Zq7MarkerPassw0rd|KeyMarker|TokenMarker'
    }
}

Describe 'Side by side' {
    It 'works in ForEach-Object -Parallel' {
        $module = (Get-Module AwsccConnect).Path
        $url = $simulator.Url.AbsoluteUri
        $names = 1..12 | ForEach-Object -Parallel {
            Import-Module $using:module
            $connection = @{ EndpointUrl = $using:url; AccessKey = 'AKIAX'; SecretKey = 'x'; Region = 'eu-west-2' }
            $common = $using:common
            $user = New-ConnectUser "parallel$_" @common @connection -FirstName "F$_" -GeneratePassword
            $user.AutoAccept = $true
            ($user | Set-ConnectUser -PassThru @connection).Username
        } -ThrottleLimit 6
        $names | Sort-Object | Should -Be (1..12 | ForEach-Object { "parallel$_" } | Sort-Object)
        @(Get-ConnectUser -Username 'parallel*' | Where-Object AutoAccept).Count | Should -Be 12
    }

    It 'works in thread jobs' {
        $module = (Get-Module AwsccConnect).Path
        $url = $simulator.Url.AbsoluteUri
        $jobs = 1..4 | ForEach-Object {
            $number = $_
            Start-ThreadJob -ScriptBlock {
                Import-Module $using:module
                Get-ConnectUser -Username "parallel$using:number" -EndpointUrl $using:url -AccessKey AKIAX -SecretKey x -Region eu-west-2 |
                    Remove-ConnectUser -Force -EndpointUrl $using:url -AccessKey AKIAX -SecretKey x
                "removed$using:number"
            }
        }
        $jobs | Receive-Job -Wait -AutoRemoveJob | Sort-Object | Should -Be 'removed1', 'removed2', 'removed3', 'removed4'
        @(Get-ConnectUser -Username 'parallel*').Count | Should -Be 8
    }

    It 'lets one of two runspaces win with -IfUnchanged' {
        $module = (Get-Module AwsccConnect).Path
        $url = $simulator.Url.AbsoluteUri
        $arns = @(Get-ConnectUser -IdentifierOnly -First 5).UserArn
        $barrier = [System.Threading.Barrier]::new(2)
        $ids = 1..2 | ForEach-Object -Parallel {
            Import-Module $using:module
            $name = "Winner$_"
            $connection = @{ EndpointUrl = $using:url; AccessKey = 'AKIAX'; SecretKey = 'x'; Region = 'eu-west-2' }
            $users = @($using:arns | Get-ConnectUser @connection)
            ($using:barrier).SignalAndWait(30000) | Out-Null
            foreach ($user in $users) {
                $user.FirstName = $name
                $failed = $null
                $user | Set-ConnectUser -IfUnchanged @connection -ErrorAction SilentlyContinue -ErrorVariable failed
                if ($failed) { $failed[-1].FullyQualifiedErrorId -replace ',.*' } else { 'ok' }
            }
        } -ThrottleLimit 2
        @($ids -eq 'ok').Count | Should -Be 5
        @($ids -eq 'ConcurrentChange').Count | Should -Be 5
    }
}
