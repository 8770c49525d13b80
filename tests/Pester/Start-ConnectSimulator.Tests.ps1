BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Start-ConnectSimulator' {
    AfterEach {
        Get-ConnectSimulator | Stop-ConnectSimulator
    }

    It 'starts and stops' {
        $simulator = Start-ConnectSimulator -UserCount 3
        $simulator.IsRunning | Should -BeTrue
        $simulator.Url.Host | Should -Be '127.0.0.1'
        $simulator | Stop-ConnectSimulator
        $simulator.IsRunning | Should -BeFalse
    }

    It 'serves those who name its endpoint' {
        $simulator = Start-ConnectSimulator
        Get-ConnectUser -EndpointUrl $simulator.Url -Region $simulator.Region -AccessKey 'AKIAEXAMPLE' -SecretKey 'none' -First 2 | Should -HaveCount 2
    }

    It 'has the same users for the same seed' {
        $users = foreach ($number in 1, 2) {
            $simulator = Start-ConnectSimulator -Seed 7 -UserCount 5 -SetDefault
            , (Get-ConnectUser).UserArn
            $simulator | Stop-ConnectSimulator
        }
        $users[0] | Should -Be $users[1]
    }

    It 'denies the actions that are given' {
        $simulator = Start-ConnectSimulator -UserCount 1 -Deny 'connect:DeleteUser', 'connect:SearchUsers' -SetDefault
        $simulator.DeniedActions | Should -Be 'connect:DeleteUser', 'connect:SearchUsers'
        { Get-ConnectUser | Remove-ConnectUser -Force -ErrorAction Stop } | Should -Throw -ErrorId 'AccessDenied,*'
        $simulator.Allow('connect:DeleteUser') | Should -BeTrue
        Get-ConnectUser | Remove-ConnectUser -Force
        $simulator.UserCount | Should -Be 0

        { Start-ConnectSimulator -Deny 'everything' -ErrorAction Stop } | Should -Throw -ErrorId 'SimulatorNotStarted,*'
    }

    It 'has its resources in its Region alone' {
        $simulator = Start-ConnectSimulator -UserCount 1 -SetDefault
        $user = Get-ConnectUser
        Get-ConnectUser -Region 'eu-north-1', 'eu-west-2' | ForEach-Object Region | Should -Be 'eu-west-2'
        Get-ConnectInstance -Region 'eu-north-1' | Should -BeNullOrEmpty
        { Get-ConnectUser -Username $user.Username -InstanceArn $simulator.InstanceAlias -Region 'eu-north-1' -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,*'
    }

    It 'says what is wrong with <Parameters>' -ForEach @(
        @{ Parameters = { @{ Quota = @{ CreateUsr = '1/2' } } }; Message = "*: Quota 'CreateUsr' is unknown: did you mean CreateUser?" }
        @{ Parameters = { @{ FaultPath = $file } }; Content = '[{"kind":"Throtle"}]'; Message = '*is malformed: $`[0`].kind has to be one of Throttle, Http5xx, *, NotApplied.' }
        @{ Parameters = { @{ FaultPath = $file } }; Content = '{"rules":[]}'; Message = '*"faults" is one.' }
        @{ Parameters = { @{ FaultPath = $file } }; Content = '[{"kind":"Throttle","skip":-1}]'; Message = '*Skip has to be 0 or more.' }
    ) {
        $file = Join-Path $TestDrive 'faults.json'
        $Content | Set-Content $file
        $given = & $Parameters
        { Start-ConnectSimulator @given -ErrorAction Stop } | Should -Throw -ErrorId 'SimulatorNotStarted,*' -ExpectedMessage $Message
    }

    It 'keeps its state in a file' {
        $state = Join-Path $TestDrive 'state.json'
        $simulator = Start-ConnectSimulator -StatePath $state -SetDefault
        Get-ConnectUser -First 1 | Remove-ConnectUser -Force
        $simulator | Stop-ConnectSimulator
        $simulator = Start-ConnectSimulator -StatePath $state
        $simulator.UserCount | Should -Be 24
        $simulator | Stop-ConnectSimulator
    }
}

Describe 'Start-ConnectSimulator -SetDefault' {
    BeforeAll {
        # Of all kinds: set, removed, and added to.
        $values = @{ AWS_REGION = 'us-east-1'; AWS_PROFILE = 'prod'; AWS_SESSION_TOKEN = 'token'; AWS_ENDPOINT_URL_CONNECT = 'https://example.com'; NO_PROXY = 'example.org' }
        $absent = 'AWS_DEFAULT_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_ENDPOINT_URL_CLOUDCONTROL', 'AWS_USE_FIPS_ENDPOINT'

        function Get-Environment {
            (Get-ChildItem -Path Env: | Where-Object Name -Match '^(AWS_|no_proxy$)' | Sort-Object -Property Name -CaseSensitive | ForEach-Object { "$($_.Name)=$($_.Value)" }) -join "`n"
        }
    }

    BeforeEach {
        $earlier = @{}
        foreach ($name in @($values.Keys) + $absent) {
            $earlier[$name] = [System.Environment]::GetEnvironmentVariable($name)
            [System.Environment]::SetEnvironmentVariable($name, $values[$name])
        }

        $before = Get-Environment
    }

    AfterEach {
        Get-ConnectSimulator | Stop-ConnectSimulator
        foreach ($name in $earlier.Keys) {
            [System.Environment]::SetEnvironmentVariable($name, $earlier[$name])
        }
    }

    It 'sets what every AWS client knows, and stopping puts back what was there' {
        $simulator = Start-ConnectSimulator -UserCount 0 -Region 'ap-southeast-2' -SetDefault
        $env:AWS_ENDPOINT_URL_CLOUDCONTROL, $env:AWS_ENDPOINT_URL_CONNECT | Should -Be (@($simulator.Url.AbsoluteUri.TrimEnd('/')) * 2)
        $env:AWS_REGION, $env:AWS_DEFAULT_REGION | Should -Be 'ap-southeast-2', 'ap-southeast-2'
        $env:AWS_ACCESS_KEY_ID | Should -MatchExactly '^AKIASIM[0-9A-F]{13}$'
        $env:AWS_SECRET_ACCESS_KEY | Should -Not -BeNullOrEmpty
        $env:AWS_PROFILE, $env:AWS_SESSION_TOKEN | Should -Be $null, $null
        $env:NO_PROXY | Should -Be 'example.org,127.0.0.1'
        $simulator | Stop-ConnectSimulator
        Get-Environment | Should -BeExactly $before
    }

    It 'counts for the latest of several, which may be stopped in any order: <_>' -ForEach 'first, second', 'second, first' {
        $first = Start-ConnectSimulator -UserCount 0 -SetDefault
        $ofFirst = Get-Environment
        $second = Start-ConnectSimulator -UserCount 0 -Region 'us-west-2' -SetDefault
        $ofSecond = Get-Environment
        if ($_ -eq 'first, second') {
            $first | Stop-ConnectSimulator
            Get-Environment | Should -BeExactly $ofSecond
            $second | Stop-ConnectSimulator
        }
        else {
            $second | Stop-ConnectSimulator
            Get-Environment | Should -BeExactly $ofFirst
            $first | Stop-ConnectSimulator
        }

        Get-Environment | Should -BeExactly $before
    }

    It 'leaves alone what somebody has set meanwhile' {
        $simulator = Start-ConnectSimulator -UserCount 0 -SetDefault
        $env:AWS_REGION = 'eu-north-1'
        $simulator | Stop-ConnectSimulator
        $env:AWS_REGION | Should -Be 'eu-north-1'
        $env:AWS_PROFILE | Should -Be 'prod'
    }

    It 'ends with its session' {
        $module = (Get-Module -Name AwsccConnect.Simulator).Path
        $session = [powershell]::Create().AddScript('param($module) Import-Module $module; Start-ConnectSimulator -UserCount 0 -SetDefault').AddArgument($module)
        try {
            $simulator = $session.Invoke()[0]
            $simulator.IsRunning | Should -BeTrue
        }
        finally {
            $session.Runspace.Close()
            $session.Dispose()
        }

        $simulator.IsRunning | Should -BeFalse
        Get-Environment | Should -BeExactly $before
    }

    It 'ends with the removal of the module' {
        $simulator = Start-ConnectSimulator -UserCount 0 -SetDefault
        $module = (Get-Module -Name AwsccConnect.Simulator).Path
        Remove-Module -Name AwsccConnect.Simulator
        try {
            $simulator.IsRunning | Should -BeFalse
            Get-Environment | Should -BeExactly $before
        }
        finally {
            Import-Module -Name ($module -replace '\.psm1$', '.psd1') -Global
        }
    }

    It 'warns of session variables of AWS Tools, which come first' {
        $StoredAWSRegion = 'us-east-1'
        $null = Start-ConnectSimulator -UserCount 0 -SetDefault -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -HaveCount 1
        "$warnings" | Should -BeLike "*`$StoredAWSRegion*Clear-DefaultAWSRegion*"
        $StoredAWSRegion | Should -Be 'us-east-1'
    }

    It 'serves the AWS CLI' -Skip:(-not (Get-Command -Name aws -CommandType Application -ErrorAction Ignore)) {
        $env:AWS_CONFIG_FILE = Join-Path $TestDrive 'config'
        "[default]", 'use_fips_endpoint = true', 'region = us-west-1' | Set-Content $env:AWS_CONFIG_FILE
        try {
            $simulator = Start-ConnectSimulator -UserCount 3 -AccessKey 'AKIDEXAMPLE' -SecretKey 'right' -SetDefault
            $found = aws cloudcontrol list-resources --type-name AWS::Connect::Instance 2>&1 | Out-String
            ($found | ConvertFrom-Json).ResourceDescriptions.Identifier | Should -Be $simulator.InstanceArn -Because $found
        }
        finally {
            Remove-Item -Path Env:AWS_CONFIG_FILE
        }
    }
}
