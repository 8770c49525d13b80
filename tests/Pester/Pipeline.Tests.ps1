# The pipelines that people write first.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Seed.ps1')
}

Describe 'Pipelines' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
    }

    It 'from Get to Set change one leaf of the users that differ' {
        $off = Add-TestUser 'off'
        $null = Add-TestUser 'on' { $_.PhoneConfig.AutoAccept = $true }
        $unset = Add-TestUser 'unset' { $_.PhoneConfig.Remove('AutoAccept') }
        $bare = Add-TestUser 'bare' { $_.Remove('PhoneConfig') }
        $sent = @(Get-SentRequest 'UpdateResource' { Get-ConnectUser | Set-ConnectUser -AutoAccept $true | Should -BeNullOrEmpty })
        $sent | Should -HaveCount 3
        ($sent | Where-Object Identifier -EQ $off).Patch | Should -BeExactly 'replace /PhoneConfig/AutoAccept true'
        ($sent | Where-Object Identifier -EQ $unset).Patch | Should -BeExactly 'add /PhoneConfig/AutoAccept true'
        ($sent | Where-Object Identifier -EQ $bare).Patch | Should -BeExactly 'add /PhoneConfig {"AutoAccept":true}'
        ConvertTo-Json (Get-TestUser 'off').PhoneConfig -Compress | Should -BeExactly '{"PhoneType":"SOFT_PHONE","AutoAccept":true,"AfterContactWorkTimeLimit":30}'
    }

    It 'write results and errors in the order of the input, whatever takes long' {
        $simulator = Start-TestSimulator -UserCount 0 -LatencyMilliseconds 0, 40 -HandlerSeconds 0, 0.3
        # The first user and one in between are overtaken by all that come after them; one fails.
        $simulator.Faults.AddJson('[
            { "operation": "*Resource", "user": "a", "kind": "Slow", "milliseconds": 1000 },
            { "operation": "*Resource", "user": "c", "kind": "Slow", "milliseconds": 500 },
            { "operation": "CreateResource", "user": "d", "kind": "HandlerError", "errorCode": "InvalidRequest" },
            { "operation": "UpdateResource", "user": "e", "kind": "HandlerError", "errorCode": "InvalidRequest" }
        ]')
        $names = { if ($_ -is [System.Management.Automation.ErrorRecord]) { "failed $($_.TargetObject.Username)" } else { $_.Username } }
        $rows = 'a', 'b', 'c', 'd', 'e', 'f' | ForEach-Object {
            [pscustomobject]@{ Username = $_; FirstName = 'Ada'; LastName = 'Li'; InstanceArn = $instance; RoutingProfileArn = $routing[0]; SecurityProfileArns = $security[0] }
        }
        $rows | New-ConnectUser -Password $password -ErrorAction Continue 2>&1 | ForEach-Object $names | Should -Be 'a', 'b', 'c', 'failed d', 'e', 'f'
        $users = $rows | Where-Object Username -NE 'd'
        $users | Set-ConnectUser -AutoAccept $true -PassThru -ErrorAction Continue 2>&1 | ForEach-Object $names | Should -Be 'a', 'b', 'c', 'failed e', 'f'
        $users | Remove-ConnectUser -Force -PassThru | ForEach-Object { $_.Username } | Should -Be 'a', 'b', 'c', 'e', 'f'
    }

    It 'end before any call where <Command> would not use their input' -ForEach @(
        @{ Command = 'Get-ConnectInstance'; Parameters = @{} }
        @{ Command = 'Get-ConnectSecurityProfile'; Parameters = @{} }
        @{ Command = 'Get-ConnectUserPermission'; Parameters = @{} }
        @{ Command = 'Remove-ConnectUser'; Parameters = @{ Username = 'mia'; InstanceArn = 'contact-centre'; Force = $true } }
        @{ Command = 'Set-ConnectUser'; Parameters = @{ Username = 'mia'; InstanceArn = 'contact-centre'; LastName = 'Zed' } }
        @{ Command = 'New-ConnectUser'; Parameters = @{ Username = 'new' } }
        @{ Command = 'Export-ConnectUser'; Parameters = @{ Path = 'TestDrive:/all.csv'; InstanceArn = 'contact-centre' } }
        @{ Command = 'Export-ConnectUserStack'; Parameters = @{ Path = 'TestDrive:/all.yml'; InstanceArn = 'contact-centre' } }
        @{ Command = 'Get-ConnectUserRequest'; Parameters = @{ Interrupted = $true } }
        @{ Command = 'Undo-ConnectUserChange'; Parameters = @{ Path = 'TestDrive:/log.jsonl'; Force = $true } }
    ) {
        $user = Add-TestUser 'ben'
        $null = Add-TestUser 'mia'
        $result = Get-Result { $user, $user | & $Command @Parameters }
        Get-ErrorId $result.Error | Should -Be 'InvalidValue'
        $result.Output | Should -BeNullOrEmpty
        $simulator.CallCount | Should -Be 0
        Test-Path 'TestDrive:/all.*' | Should -BeFalse
    }

    It 'name with -Verbose the users that need no call' {
        $null = Add-TestUser 'on' { $_.PhoneConfig.AutoAccept = $true }
        (Get-Result { Get-ConnectUser | Set-ConnectUser -AutoAccept $true -Verbose }).Verbose |
            Where-Object { "$_" -like "*'on'*no write call*" } | Should -Not -BeNullOrEmpty
        Get-WriteCount | Should -Be 0
    }

    It 'from Import-Csv to New create a user for each row' {
        $file = Join-Path $TestDrive 'new.csv'
        @"
Username,FirstName,last_name,PhoneType,AutoAccept,RoutingProfileArn,SecurityProfileArns,InstanceArn,tag:Team
ben,Ben,Ode,SOFT_PHONE,yes,$($routing[1]),$($security[0]);$($security[1]),$instance,Leeds
mia,Mia,Roy,DESK_PHONE,,$($routing[1]),$($security[0]),$instance,
"@ | Set-Content $file
        (Import-Csv $file | New-ConnectUser -Password $password).Username | Sort-Object | Should -Be 'ben', 'mia'
        Get-CallCount 'CreateResource' | Should -Be 2
        $ben = Get-TestUser 'ben'
        ConvertTo-Json $ben.IdentityInfo -Compress | Should -BeExactly '{"FirstName":"Ben","LastName":"Ode"}'
        ConvertTo-Json $ben.PhoneConfig -Compress | Should -BeExactly '{"PhoneType":"SOFT_PHONE","AutoAccept":true}'
        $ben.SecurityProfileArns | Should -HaveCount 2
        Get-TestTag 'ben' | Should -Be 'Team=Leeds'
        Get-TestTag 'mia' | Should -BeNullOrEmpty
        ConvertTo-Json (Get-TestUser 'mia').PhoneConfig -Compress | Should -BeExactly '{"PhoneType":"DESK_PHONE"}'
    }

    It 'from Import-ConnectUser to New do the same' {
        $file = Join-Path $TestDrive 'new.csv'
        @"
Username;FirstName;LastName;AutoAccept;RoutingProfileArn;SecurityProfileArns;InstanceArn
ben;Ben;Li;yes;$($routing[1]);"$($security[0]);$($security[1])";$instance
"@ | Set-Content $file
        Import-ConnectUser $file | New-ConnectUser -Password $password | Should -HaveCount 1
        (Get-TestUser 'ben').PhoneConfig.AutoAccept | Should -BeTrue
        (Get-TestUser 'ben').SecurityProfileArns | Should -HaveCount 2
    }

    It 'from Import-Csv to Set change what the cells ask' {
        $ben = Add-TestUser 'ben'
        $null = Add-TestUser 'mia'
        $file = Join-Path $TestDrive 'changes.csv'
        @"
UserArn,Username,InstanceArn,Mobile,AutoAccept,AfterContactWorkTimeLimit
$ben,,,+447700900123,,60
,mia,$instance,,True,30
"@ | Set-Content $file
        $sent = @(Get-SentRequest 'UpdateResource' { Import-Csv $file | Set-ConnectUser })
        $sent | Should -HaveCount 2
        ($sent | Where-Object Identifier -EQ $ben).Patch | Sort-Object |
            Should -BeExactly 'add /IdentityInfo/Mobile "+447700900123"', 'replace /PhoneConfig/AfterContactWorkTimeLimit 60'
        ($sent | Where-Object Identifier -NE $ben).Patch | Should -BeExactly 'replace /PhoneConfig/AutoAccept true'
    }

    It 'of ARNs to Get read each in their order' {
        $arns = @('a', 'b', 'c' | ForEach-Object { Add-TestUser $_ })[2..0]
        ($arns | Get-ConnectUser).UserArn | Should -Be $arns
        Get-CallCount 'GetResource' 'User' | Should -Be 3
        Get-CallCount 'ListResources' 'User' | Should -Be 0
    }

    It 'from Get to Get read each once more' {
        $null = 'a', 'b' | ForEach-Object { Add-TestUser $_ }
        Get-ConnectUser | Get-ConnectUser | Should -HaveCount 2
        Get-CallCount 'GetResource' 'User' | Should -Be 4
        Get-CallCount 'ListResources' 'User' | Should -Be 1
    }

    It 'of <_> users take no filters, which would find others' -ForEach 0, 1 {
        $count = $_
        $null = 'a', 'b' | ForEach-Object { Add-TestUser $_ }
        $null = Assert-Failure 'InvalidValue' { Get-ConnectUser -First $count | Get-ConnectUser -Tag @{ Team = 'Sales' } | Remove-ConnectUser -Force }
        $null = Assert-Failure 'InvalidValue' { Get-ConnectUser -First $count | Get-ConnectUser -IdentifierOnly | Remove-ConnectUser -Force }
        Get-WriteCount | Should -Be 0
    }

    It 'of inputs that <Name> would ignore end before the first call' -ForEach @(
        @{ Name = 'Unpublish-ConnectUserStack'; Command = { $input | Unpublish-ConnectUserStack -Name sales -InstanceArn $instance -Force } }
        @{ Name = 'Publish-ConnectUserStack'; Command = { $input | Publish-ConnectUserStack none.csv } }
        @{ Name = 'Test-ConnectUserStack'; Command = { $input | Test-ConnectUserStack none.csv } }
        @{ Name = 'Export-ConnectUserStack'; Command = { $input | Export-ConnectUserStack none.csv -InstanceArn $instance } }
        @{ Name = 'Export-ConnectUser'; Command = { $input | Export-ConnectUser none.csv -InstanceArn $instance } }
        @{ Name = 'Undo-ConnectUserChange'; Command = { $input | Undo-ConnectUserChange none.jsonl -Force } }
        @{ Name = 'Get-ConnectUserRequest -Status'; Command = { $input | Get-ConnectUserRequest -Status IN_PROGRESS } }
        @{ Name = 'Get-ConnectUserRequest -Interrupted'; Command = { $input | Get-ConnectUserRequest -Interrupted } }
        @{ Name = 'Get-ConnectRoutingProfile'; Command = { $input | Get-ConnectRoutingProfile -InstanceArn $instance } }
    ) {
        foreach ($users in @(), @([pscustomobject]@{ Username = 'ana'; RequestToken = 'token' })) {
            "$(Assert-Failure 'InvalidValue' { $users | & $Command })" | Should -BeLike '*takes no input*'
        }
    }

    It 'of inputs that have what a parameter of <Name> gives name that parameter' -ForEach @(
        @{ Name = 'New-ConnectUser'; Command = { $input | New-ConnectUser -Username 'x' }; Advice = 'Leave out -Username:*changed before*' }
        @{ Name = 'Remove-ConnectUser'; Command = { $input | Remove-ConnectUser -Username 'x' -InstanceArn $instance }; Advice = 'Leave out -Username:*' }
        @{ Name = 'Get-ConnectUser'; Command = { $input | Get-ConnectUser -Username 'x' }; Advice = '*Where-Object*' }
    ) {
        $failure = Assert-Failure 'InvalidValue' { [pscustomobject]@{ Username = 'ana' } | & $Command }
        $failure.ErrorDetails.RecommendedAction | Should -BeLike $Advice
    }

    It 'of references identify' {
        $null = Add-TestUser 'ben'
        (Get-ConnectUser -IdentifierOnly | Get-ConnectUser).Username | Should -Be 'ben'
        Get-ConnectUser -IdentifierOnly | Set-ConnectUser -FirstName 'Bo'
        (Get-TestUser 'ben').IdentityInfo.FirstName | Should -Be 'Bo'
        Get-ConnectUser -IdentifierOnly | Remove-ConnectUser -Force
        $simulator.UserCount | Should -Be 0
    }

    It 'of requests identify too' {
        $null = Add-TestUser 'ben'
        (Get-ConnectUser -Username 'ben' | Set-ConnectUser -FirstName 'Bo' -NoWait | Get-ConnectUser).FirstName | Should -Be 'Bo'
    }

    It 'of changes identify too, by ARN or by name' {
        $null = Add-TestUser 'ben'
        $log = Join-Path $TestDrive 'changes.jsonl'
        Get-ConnectUser -Username 'ben' | Set-ConnectUser -FirstName 'Bo' -ChangeLogPath $log
        $change = Get-ConnectUserChange $log
        $byName = Join-Path $TestDrive 'byname.jsonl'
        (Get-Content $log) -replace '"UserArn":"[^"]*",?' | Set-Content $byName
        (Get-ConnectUserChange $byName).UserArn | Should -BeNullOrEmpty
        foreach ($one in $change, ($change | Select-Object Id, Username, UserArn), [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($change))) {
            ($one | Get-ConnectUser).Username | Should -Be 'ben'
        }

        (Get-ConnectUserChange $byName | Get-ConnectUser -InstanceArn $instance).Username | Should -Be 'ben'
        $change | Set-ConnectUser -FirstName 'Ben'
        (Get-TestUser 'ben').IdentityInfo.FirstName | Should -Be 'Ben'
        $null = Assert-Failure 'MissingIdentity' { $change | New-ConnectUser -WhatIf }
        $change | Remove-ConnectUser -Force
        $simulator.UserCount | Should -Be 0
    }

    It 'of texts are identifiers' {
        $arn = Add-TestUser 'ben'
        $arn | Set-ConnectUser -LastName 'Ode'
        (Get-TestUser 'ben').IdentityInfo.LastName | Should -Be 'Ode'
        " $arn " | Remove-ConnectUser -Force
        $simulator.UserCount | Should -Be 0
    }

    It 'of <Name> are no rows' -ForEach @(
        @{ Name = 'texts'; Given = 'joe'; Message = '*''joe'' is a text*'; Commands = { $given | New-ConnectUser } }
        @{ Name = 'numbers'; Given = 5; Message = '*''5'' is a number*'; Commands = { $given | New-ConnectUser }, { $given | Set-ConnectUser -LastName 'X' }, { $given | Get-ConnectUser }, { $given | Wait-ConnectUserRequest } }
        @{ Name = 'empty texts'; Given = ''; Message = '*'; Commands = { $given | Get-ConnectUser }, { $given | New-ConnectUser }, { $given | Wait-ConnectUserRequest } }
    ) {
        $given = $Given
        foreach ($command in $Commands) {
            $failure = Assert-Failure 'MissingIdentity' $command
            "$failure" | Should -BeLike $Message
            $failure.TargetObject | Should -BeExactly $given
        }

        $simulator.CallCount | Should -Be 0
    }

    It 'have their objects one by one, and no array as -InputObject of <_>' -ForEach @(
        'Get-ConnectUser', 'New-ConnectUser', 'Set-ConnectUser', 'Remove-ConnectUser', 'Get-ConnectUserRequest', 'Wait-ConnectUserRequest', 'Stop-ConnectUserRequest', 'Export-ConnectUser', 'Export-ConnectUserStack'
    ) {
        $more = if ($_ -like 'Export-*') { @{ Path = Join-Path $TestDrive 'several.csv' } } else { @{} }
        $rows = [pscustomobject]@{ UserArn = $instance; Password = 'Zq7!Secret' }, [pscustomobject]@{ RequestToken = 'x' }
        $failure = (Get-Result { & $_ -InputObject $rows @more }).Error[0]
        Get-ErrorId $failure | Should -Be 'MissingIdentity'
        "$failure" | Should -BeLike '*list of 2 objects*'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike 'Pipe*-InputObject*'
        $failure | Format-List * -Force | Out-String | Should -Not -BeLike '*Zq7!Secret*'
        $simulator.CallCount | Should -Be 0
    }

    It 'of hashtables are rows' {
        $arn = Add-TestUser 'ben'
        @{ UserArn = $arn; first_name = 'Bo' }, [ordered]@{ arn = $arn; PhoneConfig = @{ AutoAccept = $true } } | Set-ConnectUser
        $ben = Get-TestUser 'ben'
        $ben.IdentityInfo.FirstName | Should -Be 'Bo'
        $ben.PhoneConfig.AutoAccept | Should -BeTrue
        $ben.PhoneConfig.PhoneType | Should -Be 'SOFT_PHONE'
        $row = @{ Username = 'mia'; FirstName = 'Mia'; LastName = 'Li'; InstanceArn = $instance; RoutingProfile = $routing[0]; SecurityProfiles = $security[0, 1]; Tags = @{ Team = 'A' } }
        $row | New-ConnectUser -Password $password
        Get-TestTag 'mia' | Should -Be 'Team=A'
    }

    It 'of rows name a user and its instance: <Given>' -ForEach @(
        @{ Given = { $instance } }
        @{ Given = { 'contact-centre' } }
        @{ Given = { $instance.Split('/')[1] } }
    ) {
        $null = Add-TestUser 'ben'
        $given = & $Given
        [pscustomobject]@{ Username = 'BEN'; InstanceArn = $given; LastName = 'Ode' } | Set-ConnectUser
        (Get-TestUser 'ben').IdentityInfo.LastName | Should -Be 'Ode'
        [pscustomobject]@{ Username = 'ben' } | Set-ConnectUser -InstanceArn $given -LastName 'Roy'
        (Get-TestUser 'ben').IdentityInfo.LastName | Should -Be 'Roy'
        @{ Username = 'ben'; InstanceArn = $given } | Get-ConnectUser | Should -HaveCount 1
        @{ Username = 'ben'; InstanceArn = $given } | Remove-ConnectUser -Force
        $simulator.UserCount | Should -Be 0
    }

    It 'are one error where they name users and no instance' {
        $null = Add-TestUser 'ben'
        $file = Join-Path $TestDrive 'short.csv'
        'Username,LastName', 'ben,Ode', 'mia,Li' | Set-Content -Path $file
        "$(Assert-Failure 'MissingIdentity' { Import-ConnectUser $file | Set-ConnectUser })" | Should -BeLike 'short.csv: The rows name users, but no instance.*'
        $null = Assert-Failure 'MissingIdentity' { Import-Csv $file | Remove-ConnectUser -Force }
        $simulator.UserCount | Should -Be 1
    }

    It 'go on after a row that names nobody' {
        $arn = Add-TestUser 'ben'
        $result = Get-Result {
            @{ FirstName = 'No' }, @{ Username = 'ben'; FirstName = 'No' }, @{ UserArn = $arn; FirstName = 'Yes' } | Set-ConnectUser
        }
        Get-ErrorId $result.Error | Should -Be 'MissingIdentity', 'MissingIdentity'
        $result.Error[0].TargetObject.FirstName | Should -Be 'No'
        (Get-TestUser 'ben').IdentityInfo.FirstName | Should -Be 'Yes'
    }
}
