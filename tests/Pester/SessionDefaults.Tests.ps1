# Credentials, Region and endpoint: where they come from, and the one error when they do not.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $names = @(
        'AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE', 'AWS_EC2_METADATA_DISABLED', 'AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_PROFILE', 'AWS_ENDPOINT_URL'
        'AWS_ENDPOINT_URL_CLOUDCONTROL', 'AWS_ENDPOINT_URL_CONNECT', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_CONTAINER_CREDENTIALS_FULL_URI'
        'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_WEB_IDENTITY_TOKEN_FILE'
    )
    $before = @{}
    Get-Item -Path Env:AWS_* | Where-Object Name -In $names | ForEach-Object { $before[$_.Name] = $_.Value }
    $instance = 'arn:aws:connect:eu-west-2:123456789012:instance/11111111-2222-3333-4444-555555555555'
    $required = @{
        RoutingProfile  = "$instance/routing-profile/11111111-2222-3333-4444-555555555555"
        SecurityProfile = "$instance/security-profile/11111111-2222-3333-4444-555555555555"
    }
    $rows = 1..800 | ForEach-Object { [pscustomobject]@{ Username = "row$_"; InstanceArn = $instance } }
    $credentials = Join-Path $TestDrive 'credentials'

    # Runs a script that is to report one error with this id, category and advice, and to write nothing.
    function Assert-OneError {
        param([string] $ErrorId, [string] $Category, [string] $Advice, [scriptblock] $ScriptBlock)

        $result = Get-Result $ScriptBlock
        $result.Output | Should -BeNullOrEmpty
        $result.Error | Should -HaveCount 1
        Get-ErrorId $result.Error | Should -Be $ErrorId
        $result.Error[0].CategoryInfo.Category | Should -Be $Category
        $result.Error[0].ErrorDetails.RecommendedAction.Contains($Advice) | Should -BeTrue -Because $result.Error[0].ErrorDetails.RecommendedAction
        $result.Error[0]
    }
}

Describe 'Session defaults' {
    BeforeEach {
        $names | ForEach-Object { Remove-Item -Path "Env:$_" -ErrorAction Ignore }
        $env:AWS_CONFIG_FILE = Join-Path $TestDrive 'config'
        $env:AWS_SHARED_CREDENTIALS_FILE = $credentials
        $env:AWS_EC2_METADATA_DISABLED = 'true'
        Remove-Item -Path $credentials -ErrorAction Ignore
    }

    AfterEach {
        Get-ConnectSimulator | Stop-ConnectSimulator
        $names | ForEach-Object { Remove-Item -Path "Env:$_" -ErrorAction Ignore }
        $before.Keys | ForEach-Object { Set-Item -Path "Env:$_" -Value $before[$_] }
    }

    It 'of -SetDefault point every command at the simulator until it is stopped' {
        $null = Start-ConnectSimulator -UserCount 4 -SetDefault
        Get-ConnectUser | Should -HaveCount 4
        Get-ConnectInstance | Should -HaveCount 1
        (Get-ConnectUser -First 1 | Set-ConnectUser -FirstName 'Changed' -PassThru).FirstName | Should -Be 'Changed'

        $module = Join-Path -Path $PSScriptRoot -ChildPath '../../output/AwsccConnect/AwsccConnect.psd1'
        $seen = Start-ThreadJob { Import-Module $using:module; @(Get-ConnectUser).Count } | Receive-Job -Wait -AutoRemoveJob
        $seen | Should -Be 4 -Because 'another runspace of the process sees the same'

        Stop-ConnectSimulator
        $null = Assert-Failure 'MissingRegion' { Get-ConnectUser }
    }

    It 'come after parameters' {
        $other = Start-ConnectSimulator -UserCount 2 -Region 'us-east-1' -Seed 7
        $null = Start-ConnectSimulator -UserCount 4 -SetDefault
        Get-ConnectUser -EndpointUrl $other.Url -Region 'us-east-1' | Should -HaveCount 2
        Get-ConnectUser | Should -HaveCount 4
        $other | Stop-ConnectSimulator
        Get-ConnectUser | Should -HaveCount 4 -Because 'stopping another simulator takes nothing back'
    }

    It 'are those of the latest -SetDefault, then those before it' {
        $null = Start-ConnectSimulator -UserCount 2 -SetDefault
        $second = Start-ConnectSimulator -UserCount 3 -SetDefault
        Get-ConnectUser | Should -HaveCount 3
        $second | Stop-ConnectSimulator
        Get-ConnectUser | Should -HaveCount 2
    }

    It 'sign calls with the keys of the simulator' {
        $null = Start-ConnectSimulator -UserCount 2 -AccessKey 'AKIDEXAMPLE' -SecretKey 'right' -SetDefault
        Get-ConnectUser | Should -HaveCount 2
        $null = Assert-OneError 'InvalidCredentials' 'AuthenticationError' '-SecretKey' { Get-ConnectUser -AccessKey 'AKIDEXAMPLE' -SecretKey 'wrong' }
    }

    It 'that lack credentials are one error of <Command>' -ForEach @(
        @{ Command = 'New-ConnectUser'; More = { $required } }
        @{ Command = 'Set-ConnectUser'; More = { @{ FirstName = 'X' } } }
        @{ Command = 'Remove-ConnectUser'; More = { @{ Force = $true } } }
        @{ Command = 'Get-ConnectUser'; More = { @{} } }
    ) {
        $more = & $More
        $null = Assert-OneError 'InvalidCredentials' 'AuthenticationError' 'Start-ConnectSimulator -SetDefault' { $rows | & $Command @more -Region 'eu-west-2' }
    }

    It 'of an unknown profile are one error with the nearest' {
        '[production]', 'aws_access_key_id = AK', 'aws_secret_access_key = SK' | Set-Content $credentials
        $failure = Assert-OneError 'InvalidCredentials' 'AuthenticationError' 'production' {
            $rows | New-ConnectUser @required -ProfileName 'prodution' -ProfileLocation $credentials -Region 'eu-west-2'
        }
        "$failure" | Should -BeLike '*prodution*'
    }

    It 'come from a profile' {
        '[lab]', 'aws_access_key_id = AKIDEXAMPLE', 'aws_secret_access_key = right', 'region = eu-west-2' | Set-Content $credentials
        $simulator = Start-ConnectSimulator -UserCount 2 -AccessKey 'AKIDEXAMPLE' -SecretKey 'right'
        Get-ConnectUser -ProfileName 'lab' -ProfileLocation $credentials -EndpointUrl $simulator.Url | Should -HaveCount 2
    }

    It 'come from the environment' {
        $simulator = Start-ConnectSimulator -UserCount 2 -AccessKey 'AKIDEXAMPLE' -SecretKey 'right'
        $env:AWS_ACCESS_KEY_ID = 'AKIDEXAMPLE'
        $env:AWS_SECRET_ACCESS_KEY = 'right'
        $env:AWS_REGION = 'eu-west-2'
        $env:AWS_ENDPOINT_URL_CLOUDCONTROL = $simulator.Url
        Get-ConnectUser | Should -HaveCount 2
    }

    It 'that lack a Region are one error' {
        $keys = @{ AccessKey = 'AK'; SecretKey = 'SK' }
        $null = Assert-OneError 'MissingRegion' 'InvalidArgument' '-Region' { Get-ConnectUser @keys }
        $sales = $rows | ForEach-Object { [pscustomobject]@{ Username = $_.Username; InstanceArn = 'sales' } }
        $null = Assert-OneError 'MissingRegion' 'InvalidArgument' '-Region' { $sales | New-ConnectUser @required @keys }
    }

    It 'never lead keys to <Endpoint>' -ForEach @(
        @{ Endpoint = 'http://example.com'; Says = 'plain http' }
        @{ Endpoint = 'http://10.0.0.1:8080'; Says = 'plain http' }
        @{ Endpoint = 'http://127.0.0.1.example.com'; Says = 'plain http' }
        @{ Endpoint = 'nonsense'; Says = 'not an http or https URL' }
        @{ Endpoint = 'ftp://127.0.0.1'; Says = 'not an http or https URL' }
    ) {
        $failure = Assert-OneError 'InvalidEndpoint' 'InvalidArgument' 'https' {
            $rows | New-ConnectUser @required -AccessKey 'AK' -SecretKey 'SK' -EndpointUrl $Endpoint
        }
        "$failure" | Should -BeLike "*$Says*"
        "$failure" | Should -BeLike "*$Endpoint*"
    }

    It 'of <_> are held to the same rule' -ForEach 'AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_CLOUDCONTROL' {
        Set-Item -Path "Env:$_" -Value 'http://example.com'
        $null = Assert-OneError 'InvalidEndpoint' 'InvalidArgument' 'https' {
            Get-ConnectUser -AccessKey 'AK' -SecretKey 'SK' -Region 'eu-west-2' -TimeoutSeconds 2
        }
    }

    It 'with half a key pair are one error: -<_>' -ForEach 'AccessKey', 'SecretKey' {
        $half = @{ $_ = 'XX' }
        $null = Assert-OneError 'InvalidCredentials' 'AuthenticationError' 'both' { Get-ConnectUser @half -Region 'eu-west-2' }
    }
}
