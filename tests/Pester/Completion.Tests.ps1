# What Tab offers for the values of parameters.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')

    # The values offered at the end of a line; -Warm repeats it, since the first Tab does not wait for a slow machine.
    function Get-Offer {
        param(
            [Parameter(Mandatory)] [string] $Line,
            [switch] $Warm
        )

        for ($attempt = 0; $attempt -lt $(if ($Warm) { 15 } else { 1 }); $attempt++) {
            $offered = @((TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches | Where-Object ResultType -EQ 'ParameterValue')
            if ($offered) {
                return $offered
            }
        }
    }

    $simulator = Start-ConnectSimulator -UserCount 12
    $instance = $simulator.InstanceArn
    $keys = '-AccessKey AKIDEXAMPLE -SecretKey secret -Region eu-west-2'
    $connection = "-EndpointUrl $($simulator.Url) $keys"
    $splat = @{ EndpointUrl = $simulator.Url; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret'; Region = 'eu-west-2' }
    $arn = (Get-ConnectUser @splat -IdentifierOnly -First 1).UserArn
}

Describe 'Completion' {
    BeforeEach {
        $simulator.ClearCalls()
    }

    It 'offers names in an instance given by alias: <Parameter>' -ForEach @(
        @{ Parameter = '-RoutingProfile '; Expected = "'Basic Routing Profile'", "'Support Tier 1'", "'Support Tier 2'", 'Billing', 'Sales' }
        @{ Parameter = '-RoutingProfile bas'; Expected = "'Basic Routing Profile'" }
        @{ Parameter = "-RoutingProfile 'Support T"; Expected = "'Support Tier 1'", "'Support Tier 2'" }
        @{ Parameter = '-RoutingProfile "Support T'; Expected = "'Support Tier 1'", "'Support Tier 2'" }
        @{ Parameter = '-RoutingProfile Tier'; Expected = "'Support Tier 1'", "'Support Tier 2'" }
        @{ Parameter = '-RoutingProfileArn sal'; Expected = 'Sales' }
        @{ Parameter = '-SecurityProfile Agent, Team'; Expected = 'TeamLead' }
        @{ Parameter = '-AddSecurityProfile qual'; Expected = 'QualityAnalyst' }
        @{ Parameter = '-RemoveSecurityProfile adm'; Expected = 'Admin' }
        @{ Parameter = '-HierarchyGroup Leeds/'; Expected = "'Leeds/Leeds Billing'", "'Leeds/Leeds Sales'", "'Leeds/Leeds Support'" }
    ) {
        (Get-Offer "Set-ConnectUser $connection -InstanceArn contact-centre $Parameter" -Warm).CompletionText | Sort-Object | Should -Be ($Expected | Sort-Object)
    }

    It 'offers what look-ups find: <Before> ... <After>' -ForEach @(
        @{ Before = 'Get-ConnectRoutingProfile'; After = '-InstanceArn contact-centre sal'; Expected = 'Sales' }
        @{ Before = 'Get-ConnectSecurityProfile'; After = '-Name qual'; Expected = 'QualityAnalyst' }
        @{ Before = 'Get-ConnectHierarchyGroup'; After = '-Name Leeds/'; Expected = "'Leeds/Leeds Billing'", "'Leeds/Leeds Sales'", "'Leeds/Leeds Support'" }
        @{ Before = 'Get-ConnectInstance'; After = 'cont'; Expected = 'contact-centre' }
    ) {
        (Get-Offer "$Before $connection $After" -Warm).CompletionText | Sort-Object | Should -Be $Expected
    }

    It 'offers settings per channel and quotas whole: <Line>' -ForEach @(
        @{ Line = 'New-ConnectUser -AutoAcceptConfig ch'; Expected = "@{ Channel = 'CHAT'; AutoAccept = `$false }", "@{ Channel = 'CHAT'; AutoAccept = `$true }" }
        @{ Line = 'Set-ConnectUser -PersistentConnectionConfig '; Expected = "@{ Channel = 'VOICE'; PersistentConnection = `$false }", "@{ Channel = 'VOICE'; PersistentConnection = `$true }" }
        @{ Line = 'Set-ConnectUser -AfterContactWorkConfigs em'; Expected = "@{ Channel = 'EMAIL'; AfterContactWorkConfig = @{ AfterContactWorkTimeLimit = 30 } }" }
        @{ Line = 'Set-ConnectUser -PhoneNumberConfig voice_s'; Expected = $null }
        @{ Line = 'Set-ConnectUser -PhoneNumberConfig desk'; Expected = "@{ Channel = 'VOICE'; PhoneType = 'DESK_PHONE' }" }
        @{ Line = 'Set-ConnectUser -VoiceEnhancementConfig isol'; Expected = "@{ Channel = 'VOICE'; VoiceEnhancementMode = 'VOICE_ISOLATION' }" }
        @{ Line = 'Start-ConnectSimulator -Quota A'; Expected = 'Aws' }
        @{ Line = 'Start-ConnectSimulator -Quota upd'; Expected = "@{ 'UpdateUser*' = '2/5' }" }
        @{ Line = 'Start-ConnectSimulator -IdentityManagement s'; Expected = 'Saml' }
    ) {
        Get-Offer $Line | ForEach-Object CompletionText | Sort-Object | Should -Be $Expected
        $simulator.CallCount | Should -Be 0
    }

    It 'offers for -<_> what is accepted' -ForEach @(
        'AutoAcceptConfig', 'AfterContactWorkConfig', 'PersistentConnectionConfig', 'PhoneNumberConfig', 'VoiceEnhancementConfig'
    ) {
        $offered = Get-Offer "Set-ConnectUser -$_ "
        $offered | Should -Not -BeNullOrEmpty
        foreach ($offer in $offered) {
            $more = @{ $_ = & ([scriptblock]::Create($offer.CompletionText)) }
            $template = [ordered]@{ Username = 'ana'; InstanceArn = 'contact-centre'; RoutingProfile = 'Sales'; SecurityProfile = 'Agent'; FirstName = 'Ana'; LastName = 'Li' }
            (Get-Result { New-ConnectUser @template @splat @more -GeneratePassword -WhatIf }).Error | Should -BeNullOrEmpty
        }
    }

    It 'has the ARN of a name in the tooltip, and looks it up once' {
        $offered = @(Get-Offer "New-ConnectUser $connection -InstanceArn $instance -RoutingProfile sal" -Warm)
        $offered | Should -HaveCount 1
        $offered[0].ToolTip | Should -BeLike "$instance/routing-profile/*"
        $offered[0].ListItemText | Should -Be 'Sales'
        $simulator.ClearCalls()
        Get-Offer "New-ConnectUser $connection -InstanceArn $instance -RoutingProfile bil" | Should -HaveCount 1
        $simulator.CallCount | Should -Be 0
    }

    It 'takes the instance from the ARN of the user' {
        $other = "-EndpointUrl $($simulator.Url) -AccessKey AKIDOTHER -SecretKey secret -Region eu-west-2"
        (Get-Offer "Set-ConnectUser $arn $other -RoutingProfile sal" -Warm).CompletionText | Should -Be 'Sales'
        $simulator.Calls.TypeName | Should -Not -Contain 'AWS::Connect::Instance'
    }

    It 'looks in the instances of the Region where none is given' {
        (Get-Offer "Set-ConnectUser $connection -RoutingProfile bil" -Warm).CompletionText | Should -Be 'Billing'
    }

    It 'offers instances by alias' {
        $offered = @(Get-Offer "Get-ConnectUser $connection -InstanceArn cont" -Warm)
        $offered | Should -HaveCount 1
        $offered[0].CompletionText | Should -Be 'contact-centre'
        $offered[0].ToolTip | Should -Be $instance
        (Get-Offer "Get-ConnectRoutingProfile $connection -InstanceArn c" -Warm).CompletionText | Should -Be 'contact-centre'
    }

    It 'offers usernames' {
        $name = ($simulator.GetProperties($arn) | ConvertFrom-Json).Username
        $start = $name.Substring(0, 3)
        (Get-Offer "Get-ConnectUser $connection -Username $start" -Warm).CompletionText | Should -Contain $name
        (Get-Offer "Remove-ConnectUser $connection -InstanceArn contact-centre -Username $start" -Warm).CompletionText | Should -Contain $name
    }

    It 'offers the tag keys of the user' {
        $name = ($simulator.GetProperties($arn) | ConvertFrom-Json).Username
        Edit-TestUser $name { $_.Tags = @(@{ Key = 'Cost centre'; Value = '12' }, @{ Key = "it's"; Value = 'x' }) }
        (Get-Offer "Set-ConnectUser -Identifier $arn $connection -RemoveTag " -Warm).CompletionText | Sort-Object | Should -Be "'Cost centre'", "'it''s'"
    }

    It 'offers Regions and listed values without a call: <Line>' -ForEach @(
        @{ Line = 'Get-ConnectUser -Region eu-west-'; Expected = 'eu-west-1', 'eu-west-2', 'eu-west-3' }
        @{ Line = 'Set-ConnectUser -Region us-gov-e'; Expected = 'us-gov-east-1' }
        @{ Line = 'Get-ConnectInstance -Region me-c'; Expected = 'me-central-1' }
        @{ Line = 'Start-ConnectSimulator -Region us-w'; Expected = 'us-west-2' }
        @{ Line = 'New-ConnectUser -PhoneType '; Expected = 'DESK_PHONE', 'SOFT_PHONE' }
        @{ Line = 'Set-ConnectUser -PhoneType des'; Expected = 'DESK_PHONE' }
    ) {
        (Get-Offer $Line).CompletionText | Sort-Object | Should -Be $Expected
        $simulator.CallCount | Should -Be 0
    }

    It 'offers the profiles of a configuration file' {
        $file = Join-Path $TestDrive 'credentials'
        foreach ($name in 'night-shift', 'day shift') {
            "[$name]", 'aws_access_key_id=AKIDEXAMPLE', 'aws_secret_access_key=secret' | Add-Content $file
        }

        (Get-Offer "Get-ConnectUser -ProfileLocation '$file' -ProfileName night").CompletionText | Should -Be 'night-shift'
    }

    It 'takes what looks like a wildcard for text' {
        $profileArn = "$instance/routing-profile/00000000-0000-4000-8000-000000000001"
        $properties = ConvertTo-Json @{ InstanceArn = $instance; RoutingProfileArn = $profileArn; Name = "[*] O'Hare; `$x"; Description = 'd' }
        $simulator.SetProperties('AWS::Connect::RoutingProfile', $profileArn, $properties)
        $other = "-EndpointUrl $($simulator.Url) -AccessKey AKIDTHIRD -SecretKey secret -Region eu-west-2"
        try {
            (Get-Offer "New-ConnectUser $other -InstanceArn contact-centre -RoutingProfile '[*]" -Warm).CompletionText | Should -Be "'[*] O''Hare; `$x'"
            (Get-Offer "New-ConnectUser $other -InstanceArn contact-centre -RoutingProfile *").CompletionText | Should -Be "'[*] O''Hare; `$x'"
        }
        finally {
            $null = $simulator.Remove($profileArn)
        }
    }

    It 'offers nothing and reports nothing where nothing responds: <_>' -ForEach @(
        '-EndpointUrl http://127.0.0.1:9 -AccessKey AKIDEXAMPLE -SecretKey secret -Region eu-west-2 -InstanceArn contact-centre -RoutingProfile '
        '-EndpointUrl http://127.0.0.1:9 -AccessKey AKIDEXAMPLE -SecretKey secret -Region eu-west-2 -InstanceArn '
        '-EndpointUrl http://127.0.0.1:9 -AccessKey AKIDEXAMPLE -SecretKey secret -Region eu-west-2 -InstanceArn contact-centre -RemoveTag '
        '-EndpointUrl nonsense -AccessKey AKIDEXAMPLE -Region eu-west-2 -InstanceArn contact-centre -SecurityProfile '
    ) {
        $errors = $Error.Count
        Get-Offer "Set-ConnectUser $_" | Should -BeNullOrEmpty
        $Error.Count | Should -Be $errors
    }

    It 'does not wait for an endpoint that accepts and never responds' {
        $silent = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
        $silent.Start()
        try {
            $errors = $Error.Count
            $line = "Set-ConnectUser -EndpointUrl http://127.0.0.1:$($silent.LocalEndpoint.Port) $keys -InstanceArn contact-centre -RoutingProfile "
            1..3 | ForEach-Object { Get-Offer $line | Should -BeNullOrEmpty }
            $Error.Count | Should -Be $errors

            # The call, whose time-out is far longer, still waits for its response when the last Tab has returned.
            $client = $silent.AcceptSocket()
            $buffer = [byte[]]::new(65536)
            $null = $client.Receive($buffer)
            $isClosed = $client.Poll(0, [System.Net.Sockets.SelectMode]::SelectRead) -and $client.Available -eq 0
            $client.Dispose()
            $isClosed | Should -BeFalse
        }
        finally {
            $silent.Stop()
        }
    }

    It 'does not wait for a service that responds late' {
        $slow = Start-ConnectSimulator -UserCount 1 -LatencyMilliseconds 20000
        Get-Offer "Get-ConnectUser -EndpointUrl $($slow.Url) $keys -InstanceArn " | Should -BeNullOrEmpty
        $slow.CallCount | Should -BeLessOrEqual 1 -Because 'the second call follows the first response, which comes after Tab has returned'
    }

    It 'has at a later Tab the name that took longer than one waits' {
        $slow = Start-ConnectSimulator -UserCount 1 -LatencyMilliseconds 600
        $line = "New-ConnectUser -EndpointUrl $($slow.Url) $keys -InstanceArn contact-centre -RoutingProfile b"
        Get-Offer $line | Should -BeNullOrEmpty -Because 'two lists take 1.2 seconds'
        (Get-Offer $line -Warm).CompletionText | Should -Be "'Basic Routing Profile'", 'Billing'
        $slow.CallCount | Should -Be 2 -Because 'the later Tab waits for the same look-up'
    }
}
