BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
}

Describe 'Get-ConnectUser' {
    BeforeAll {
        $simulator = Start-TestSimulator -UserCount 130
        $instance = $simulator.InstanceArn
        $routing = @((Get-ConnectRoutingProfile).Arn)
        $security = @((Get-ConnectSecurityProfile).Arn)
        $arns = @((Get-ConnectUser -IdentifierOnly).UserArn)

        # A second instance with thirty users.
        $second = Add-TestInstance 'contact-centre-2'
        1..30 | ForEach-Object { $null = Add-TestUser "second$_" { $_.InstanceArn = $second; $_.UserArn = $_.UserArn.Replace($instance, $second) } }
    }

    BeforeEach {
        $simulator.ClearCalls()
        $simulator.Faults.Clear()
    }

    It 'reads all users of all instances of the Region, each instance in the order of its list' {
        $users = @(Get-ConnectUser -ThrottleLimit 7)
        $users.UserArn | Select-Object -Unique | Should -HaveCount 160
        foreach ($one in (Get-ConnectInstance).Arn) {
            @($users.UserArn) -like "$one/*" | Should -Be @((Get-ConnectUser -InstanceArn $one -IdentifierOnly).UserArn)
        }
    }

    It 'takes the instance as <Given>' -ForEach @(
        @{ Given = { $instance } }
        @{ Given = { 'contact-centre' } }
        @{ Given = { 'CONTACT-Centre' } }
        @{ Given = { Get-ConnectInstance -Name 'contact-centre' } }
        @{ Given = { $instance.Split('/')[1] } }
    ) {
        $found = Get-ConnectUser -InstanceArn (& $Given) -IdentifierOnly
        $found | Should -HaveCount 130
        $found.InstanceArn | Select-Object -Unique | Should -Be $instance
    }

    It 'takes several instances, and names the one that is not there' {
        $result = Get-Result { Get-ConnectUser -InstanceArn 'contact-centre-2', 'nowhere', 'contact-centre' -IdentifierOnly }
        $result.Output | Should -HaveCount 160
        $result.Error | Should -HaveCount 1
        Get-ErrorId $result.Error | Should -Be 'NotFound'
        $result.Error[0].TargetObject | Should -Be 'nowhere'
        "$($result.Error)" | Should -BeLike '*contact-centre-2*'
    }

    It 'lists an instance once, however often it is named' {
        Get-ConnectUser -InstanceArn 'contact-centre-2', $second -Region eu-west-2, EU-WEST-2 -IdentifierOnly | Should -HaveCount 30
        Get-ConnectUser -Region eu-west-2, EU-WEST-2 -IdentifierOnly | Should -HaveCount 160
        Get-ConnectRoutingProfile -InstanceArn $instance, 'contact-centre' -Region eu-west-2, EU-WEST-2 | Should -HaveCount $routing.Count
        Get-ConnectInstance -Region eu-west-2, EU-WEST-2 | Should -HaveCount 2
    }

    It 'refuses several values of -<Name> where it lists no users' -ForEach @(
        @{ Name = 'InstanceArn'; Values = 'contact-centre-2', 'nowhere' }
        @{ Name = 'Region'; Values = 'us-east-1', 'eu-west-2' }
    ) {
        $several = @{ $Name = $Values }
        "$(Assert-Failure 'InvalidValue' { Get-ConnectUser $arns[0] @several })" | Should -BeLike "*-$Name*"
        $null = Assert-Failure 'InvalidValue' { $arns | Get-ConnectUser @several }
        $simulator.CallCount | Should -Be 0
    }

    It 'lists with -IdentifierOnly, without a read' {
        $reference = @(Get-ConnectUser -InstanceArn $instance -IdentifierOnly)[0]
        $reference.PSTypeNames[0] | Should -Be 'AwsccConnect.ConnectUserReference'
        $reference.Region | Should -Be 'eu-west-2'
        Get-CallCount 'GetResource' | Should -Be 0
        Get-CallCount 'ListUsers' | Should -Be 1
        $reference.Username | Should -Be (Get-ConnectUser $reference).Username
        $reference.LastModifiedTime | Should -BeLessThan ([datetime]::UtcNow)
    }

    It 'filters by wildcards in any case' {
        $names = @((Get-ConnectUser -InstanceArn $instance).Username)
        $expected = $names | Where-Object { $_ -like 'a*' -or $_ -like '*n' }
        $expected | Should -Not -BeNullOrEmpty
        (Get-ConnectUser -InstanceArn $instance -Username 'A*', '*n').Username | Should -Be $expected
        Get-ConnectUser -Username 'zzz*' | Should -BeNullOrEmpty
    }

    It 'finds an exact username, and names one that is not there, <With>' -ForEach @(
        @{ With = 'alone'; Pattern = @() }
        @{ With = 'beside wildcards'; Pattern = 'zzz*' }
    ) {
        $name = (Get-ConnectUser $arns[5]).Username
        $result = Get-Result { Get-ConnectUser -Username (@($name.ToUpper(), 'nobody') + $Pattern) -InstanceArn $instance }
        $result.Output | Should -HaveCount 1
        $result.Output[0].Username | Should -Be $name
        $result.Error | Should -HaveCount 1
        Get-ErrorId $result.Error | Should -Be 'NotFound'
        $result.Error[0].TargetObject | Should -Be 'nobody'
    }

    It 'ends the search for an exact username where it is found' {
        $name = (Get-ConnectUser $arns[0]).Username
        $simulator.ClearCalls()
        Get-ConnectUser -Username $name -InstanceArn $instance -ThrottleLimit 2 | Should -HaveCount 1
        Get-CallCount 'GetResource' | Should -BeLessOrEqual (1 + 2 + 1)
    }

    It 'reads identifiers once each, in their order' {
        (Get-ConnectUser $arns[4..0]).UserArn | Should -Be $arns[4..0]
        (Get-ConnectUser -UserArn $arns[0]).UserArn | Should -Be $arns[0]
        Get-CallCount 'GetResource' | Should -Be 6
        Get-CallCount 'ListResources' | Should -Be 0
    }

    It 'names a user that is not there, and reads the others' {
        $unknown = "$instance/agent/00000000-0000-4000-8000-00000000dead"
        $result = Get-Result { $arns[0], $unknown, $arns[1] | Get-ConnectUser }
        $result.Output | Should -HaveCount 2
        $result.Error | Should -HaveCount 1
        Get-ErrorId $result.Error | Should -Be 'NotFound'
        $result.Error[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        "$($result.Error)" | Should -BeExactly "'agent/00000000-0000-4000-8000-00000000dead' was not found in $($instance.Split(':')[-1]) in eu-west-2."
        $result.Error[0].TargetObject | Should -Be $unknown
        $result.Error[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'refuses <Identifier> before any call' -ForEach @(
        @{ Id = 'InvalidArn'; Identifier = { 'nonsense' } }
        @{ Id = 'InvalidArn'; Identifier = { $routing[0] } }
        @{ Id = 'InvalidArn'; Identifier = { $instance } }
        @{ Id = 'RegionMismatch'; Identifier = { ($instance -replace 'eu-west-2', 'us-east-1') + '/agent/00000000-0000-4000-8000-000000000000' } }
    ) {
        (Assert-Failure $Id { Get-ConnectUser -Identifier (& $Identifier) -Region 'eu-west-2' }).CategoryInfo.Category | Should -Be 'InvalidArgument'
        $null = Assert-Failure $Id { & $Identifier | Get-ConnectUser -Region 'eu-west-2' }
        $simulator.CallCount | Should -Be 0
    }

    It 'passes over a user that goes while the list is read' {
        $fault = ConvertTo-Json @(@{ operation = 'GetResource'; user = $arns[3]; kind = 'Exception'; exceptionName = 'ResourceNotFoundException' })
        $simulator.Faults.AddJson($fault)
        $result = Get-Result { Get-ConnectUser -InstanceArn $instance -Verbose }
        $result.Error | Should -BeNullOrEmpty
        $result.Output | Should -HaveCount 129
        $result.Verbose | Where-Object { "$_".Contains($arns[3]) -and "$_".Contains('removed') } | Should -Not -BeNullOrEmpty
    }

    It 'gives users their type name and flat properties' {
        $user = Get-ConnectUser -First 1
        $user.PSTypeNames[0] | Should -Be 'AwsccConnect.ConnectUser'
        $user.PSObject.Properties['FirstName'].MemberType | Should -Be 'Property'
        $user.Arn | Should -Be $user.UserArn
        $user.Identifier | Should -Be $user.UserArn
        $user.Password | Should -BeNullOrEmpty
    }

    It 'reads flat settings from the channel VOICE' {
        $user = @(Get-ConnectUser | Where-Object { $_.AutoAcceptConfigs.Count })[0]
        $user.AutoAccept | Should -BeTrue
        $user.AfterContactWorkTimeLimit | Should -BeOfType [int]
    }

    It 'gives properties that runspaces of their own can read' {
        $names = Get-ConnectUser -First 6 | ForEach-Object -Parallel { "$($_.FirstName)|$($_.PhoneType)|$($_.AutoAccept)" } -ThrottleLimit 3
        $names | Should -HaveCount 6
        $names | Should -Match '^\w+\|(SOFT|DESK)_PHONE\|(True|False)$'
    }

    It 'works inside ForEach-Object -Parallel' {
        $module = (Get-Module AwsccConnect).Path
        $read = $arns[0..3] | ForEach-Object -Parallel {
            Import-Module -Name (Join-Path (Split-Path $using:module) 'AwsccConnect.psd1')
            (Get-ConnectUser $_).UserArn
        }
        $read | Sort-Object | Should -Be ($arns[0..3] | Sort-Object)
    }

    It 'becomes JSON with nested objects' {
        $json = Get-ConnectUser -First 1 | ConvertTo-Json -Depth 5 | ConvertFrom-Json
        $json.IdentityInfo.FirstName | Should -Be $json.FirstName
        $json.Tags[0].Key | Should -Not -BeNullOrEmpty
        $json.Password | Should -BeNullOrEmpty
    }
}

Describe 'Get-ConnectUser without a Region' {
    It 'takes it from the ARN' {
        $simulator = Start-ConnectSimulator -UserCount 2
        $connection = @{ EndpointUrl = $simulator.Url; AccessKey = 'AKIDEXAMPLE'; SecretKey = 'secret' }
        $reference = Get-ConnectUser -InstanceArn $simulator.InstanceArn -IdentifierOnly @connection
        $reference | Should -HaveCount 2
        Get-ConnectUser $reference[0].UserArn @connection | Should -HaveCount 1
        $simulator | Stop-ConnectSimulator
    }
}

Describe 'Get-ConnectUser, paging' {
    BeforeAll {
        $simulator = Start-TestSimulator -UserCount 250
        $all = @((Get-ConnectUser -IdentifierOnly).UserArn)
        $common = @{ InstanceArn = $simulator.InstanceArn }
    }

    BeforeEach {
        $simulator.ClearCalls()
    }

    It 'reads as many as -First says' {
        (Get-ConnectUser @common -First 7).UserArn | Should -Be $all[0..6]
        Get-CallCount 'GetResource' 'User' | Should -Be 7
        Get-CallCount 'ListResources' 'User' | Should -Be 1
    }

    It 'skips without reading' {
        (Get-ConnectUser @common -Skip 110 -First 5).UserArn | Should -Be $all[110..114]
        Get-CallCount 'GetResource' 'User' | Should -Be 5
        Get-CallCount 'ListResources' 'User' | Should -Be 2
    }

    It 'skips what passes a filter' {
        $matching = @((Get-ConnectUser -Username '*a*').UserArn)
        $matching.Count | Should -BeGreaterThan 10
        (Get-ConnectUser -Username '*a*' -Skip 2 -First 3).UserArn | Should -Be $matching[2..4]
    }

    It 'pages identifiers and piped users, which are counted before reading' {
        (Get-ConnectUser -IdentifierOnly -Skip 3 -First 2).UserArn | Should -Be $all[3, 4]
        ($all[0..7] | Get-ConnectUser -Skip 3 -First 2).UserArn | Should -Be $all[3, 4]
        Get-CallCount 'GetResource' | Should -BeIn 2, 3 -Because 'two users and, where it is not known yet, the instance'
        Get-ConnectUser -First 0 | Should -BeNullOrEmpty
    }

    It 'counts with -IncludeTotalCount by listing alone' {
        $output = @(Get-ConnectUser @common -IncludeTotalCount -First 2)
        $output | Should -HaveCount 3
        $output[0] | Should -Be 250
        $output[0].Accuracy | Should -Be 1.0
        Get-CallCount 'GetResource' | Should -Be 2
    }

    It 'counts with a filter at most, and says so' {
        $total = @(Get-ConnectUser -Username 'a*' -IncludeTotalCount)[0]
        $total | Should -Be 250
        $total.Accuracy | Should -Be 0.0
    }

    It 'counts identifiers, and says that it does not know what the pipeline brings' {
        $some = $all[0..7]
        $output = @(Get-ConnectUser -Identifier $some -IncludeTotalCount -First 2)
        $output | Should -HaveCount 3
        $output[0] | Should -Be 8
        $output[0].Accuracy | Should -Be 1.0
        $output = @($some | Get-ConnectUser -IncludeTotalCount -First 2)
        $output | Should -HaveCount 3
        $output[0] | Should -Be 0
        $output[0].Accuracy | Should -Be 0.0
        $output[0].ToString() | Should -Be 'Unknown total count'
    }

    It 'stops when Select-Object has enough, reading <_> at a time' -ForEach 4, 16 {
        Get-ConnectUser @common -ThrottleLimit $_ | Select-Object -First 5 | Should -HaveCount 5
        $reads = Get-CallCount 'GetResource'
        $reads | Should -BeGreaterOrEqual 5
        $reads | Should -BeLessOrEqual (5 + $_)
        Get-CallCount 'ListResources' | Should -Be 1
        $after = $simulator.CallCount
        Start-Sleep -Milliseconds 200
        $simulator.CallCount | Should -Be $after -Because 'no call starts after the pipeline has ended'
    }
}
