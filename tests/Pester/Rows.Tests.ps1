# What the cells of a row mean.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Seed.ps1')

    function Get-Row {
        param([hashtable] $More)

        [pscustomobject](@{ UserArn = $arn } + $More)
    }
}

Describe 'Rows' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $arn = Add-TestUser 'ben'
    }

    It 'say <Expected> with <Cell>' -ForEach @(
        'true', 'True', 'yes', 'YES', '1', ' true ' | ForEach-Object { @{ Cell = $_; Expected = $true } }
        'no', '0', 'FALSE' | ForEach-Object { @{ Cell = $_; Expected = $false } }
    ) {
        Edit-TestUser 'ben' { $_.PhoneConfig.AutoAccept = -not $Expected }
        Get-Row @{ AutoAccept = $Cell } | Set-ConnectUser
        (Get-TestUser 'ben').PhoneConfig.AutoAccept | Should -Be $Expected
    }

    It 'are refused before any call with <Cell> in <Column>' -ForEach @(
        @{ Column = 'AutoAccept'; Cell = 'perhaps' }
        @{ Column = 'AutoAccept'; Cell = '2' }
        @{ Column = 'AfterContactWorkTimeLimit'; Cell = '30s' }
        @{ Column = 'AfterContactWorkTimeLimit'; Cell = '3,000' }
        @{ Column = 'AfterContactWorkTimeLimit'; Cell = '1e3' }
        @{ Column = 'AfterContactWorkTimeLimit'; Cell = '30.5' }
        @{ Column = 'AfterContactWorkTimeLimit'; Cell = '-1' }
        @{ Column = 'PhoneType'; Cell = 'SOFTPHONE2' }
        @{ Column = 'Mobile'; Cell = '07700 900123' }
        @{ Column = 'UserProficiencies'; Cell = 'Language=5' }
        @{ Column = 'IdentityInfo'; Cell = 'Nickname=Bo' }
        @{ Column = 'IdentityInfo'; Cell = '{"Nickname":"Bo"}' }
        @{ Column = 'Tags'; Cell = '[{"Key":"Team","Value":"A"}' }
    ) {
        $failure = Assert-Failure 'InvalidValue' { Get-Row @{ $Column = $Cell } | Set-ConnectUser }
        "$failure" | Should -BeLike "*$Column*"
        $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
        $simulator.CallCount | Should -Be 0
    }

    It 'are refused where a spreadsheet has spoilt a number in <_>' -ForEach 'Mobile', 'DeskPhoneNumber' {
        $column = $_
        $failure = Assert-Failure 'InvalidValue' { Get-Row @{ $column = '4.47E+11' } | Set-ConnectUser }
        "$failure" | Should -BeLike "*$column*"
        "$failure" | Should -BeLike '*4.47E+11*'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*spreadsheet*'
        $simulator.CallCount | Should -Be 0
    }

    It 'ask for nothing with empty cells' {
        $empty = @{ Email = ''; AutoAccept = '  '; Tags = ''; SecurityProfileArns = $null; 'tag:Team' = ''; PhoneConfig = '' }
        (Get-Result { Get-Row $empty | Set-ConnectUser }).Error | Should -BeNullOrEmpty
        $simulator.CallCount | Should -Be 0
    }

    It 'have the complete set in an array, and one tag or proficiency in a column of its own' {
        Get-Row @{ 'tag:Site' = 'Leeds' } | Set-ConnectUser
        Get-TestTag 'ben' | Should -Be 'Site=Leeds', 'Team=Sales'
        Get-Row @{ Tags = 'A=1;B=2' } | Set-ConnectUser
        Get-TestTag 'ben' | Should -Be 'A=1', 'B=2'
        Get-Row @{ 'proficiency:Product/Mobile' = '4' } | Set-ConnectUser
        ConvertTo-Json (Get-TestUser 'ben').UserProficiencies -Compress | Should -BeExactly '[{"AttributeName":"Product","AttributeValue":"Mobile","Level":4}]'
    }

    It 'ask in nested columns for the leaves that are there alone' {
        $row = [pscustomobject]@{ user_arn = $arn; phone_config = 'AutoAccept=yes'; IdentityInfo = @{ last_name = 'Ode' } }
        Get-SentPatch { $row | Set-ConnectUser } | Sort-Object |
            Should -BeExactly 'replace /IdentityInfo/LastName "Ode"', 'replace /PhoneConfig/AutoAccept true'
    }

    It 'have nested columns as JSON text, as StackQL writes them' {
        $row = [pscustomobject]@{
            user_arn           = $arn
            identity_info      = '{"FirstName":"A;B","LastName":"Ode","Email":null}'
            phone_config       = '{"after_contact_work_time_limit":45}'
            tags               = '[{"Key":"Team","Value":"A=1;B"},{"Key":"Site","Value":"Leeds"}]'
            user_proficiencies = '[{"AttributeName":"Product","AttributeValue":"Mobile","Level":4}]'
        }
        $row | ConvertTo-Csv | ConvertFrom-Csv | Set-ConnectUser
        $state = Get-TestUser 'ben'
        $state.IdentityInfo.FirstName | Should -Be 'A;B'
        $state.IdentityInfo.LastName | Should -Be 'Ode'
        $state.PhoneConfig.AfterContactWorkTimeLimit | Should -Be 45
        Get-TestTag 'ben' | Should -Be 'Site=Leeds', 'Team=A=1;B'
        $state.UserProficiencies[0].Level | Should -Be 4
        $simulator.ClearCalls()
        Get-Row @{ Tags = '[]'; IdentityInfo = '{}' } | Set-ConnectUser
        $simulator.CallCount | Should -Be 0
    }

    It 'that are to be removed have unknown columns named once, with the nearest' {
        $result = Get-Result { 1..3 | ForEach-Object { Get-Row @{ Fristname = 'x'; Shoe = 'y'; LastName = "L$_" } } | Remove-ConnectUser -WhatIf -IgnoreNotFound }
        $result.Error | Should -BeNullOrEmpty
        $result.Warning | Should -HaveCount 2
        $result.Warning | Where-Object { "$_" -like '*Fristname*' -and "$_" -like '*FirstName*' } | Should -HaveCount 1
        $result.Warning | Where-Object { "$_" -like '*Shoe*' } | Should -HaveCount 1
    }

    It 'may repeat a property but not disagree about it' {
        Get-Row @{ Arn = $arn; FirstName = 'Bo'; first_name = 'Bo'; IdentityInfo = 'FirstName=Bo' } | Set-ConnectUser
        (Get-TestUser 'ben').IdentityInfo.FirstName | Should -Be 'Bo'
        $simulator.ClearCalls()
        $failure = Assert-Failure 'ConflictingColumns' { Get-Row @{ FirstName = 'Bo'; first_name = 'Bee' } | Set-ConnectUser }
        "$failure" | Should -BeLike '*FirstName*'
        "$failure" | Should -BeLike '*first_name*'
        $simulator.CallCount | Should -Be 0
    }

    It 'may not disagree about an element of a set: <Cells.Keys>' -ForEach @(
        @{ Cells = [ordered]@{ 'tag:Team' = '1'; Tags = 'Team=2;X=y' }; Agreed = @{ 'tag:Team' = '1'; Tags = 'Team=1;X=y' } }
        @{ Cells = [ordered]@{ Tags = @{ Team = '2' }; 'tag:Team' = '1' }; Agreed = @{ Tags = @{ Team = '1' }; 'tag:Team' = '1' } }
        @{ Cells = [ordered]@{ 'tag:Team' = '1'; 'tag: Team' = '2' }; Agreed = @{ 'tag:Team' = '1'; 'tag: Team' = '1' } }
        @{ Cells = [ordered]@{ 'proficiency:A/B' = '1'; Proficiencies = 'A/B=2' }; Agreed = @{ 'proficiency:A/B' = '2'; Proficiencies = 'A/B=2' } }
    ) {
        $row = [pscustomobject]($Cells + @{ UserArn = $arn })
        $failure = Assert-Failure 'ConflictingColumns' { $row | Set-ConnectUser }
        foreach ($column in $Cells.Keys) {
            "$failure" | Should -BeLike "*$column*"
        }

        $null = Assert-Failure 'ConflictingColumns' { Set-ConnectUser $arn -Property $Cells }
        $simulator.CallCount | Should -Be 0
        (Get-Result { Get-Row $Agreed | Set-ConnectUser }).Error | Should -BeNullOrEmpty
    }

    It 'are refused with a tag that has no value: <Tags>' -ForEach @(
        '[{"Key":"k"}]', '[{"Key":"k","Value":null}]', '[{"Key":"k"},{"Key":"l","Value":"m"}]', '{"Key":"k"}' | ForEach-Object { @{ Tags = $_ } }
        @{ Tags = @(@{ Key = 'k' }, @{ Key = 'l'; Value = 'm' }) }
        @{ Tags = @{ Key = 'k'; Value = $null } }
    ) {
        foreach ($command in { Get-Row @{ Tags = $Tags } | Set-ConnectUser }, { Set-ConnectUser $arn -Tag $Tags }, { Set-ConnectUser $arn -AddTag $Tags }) {
            $failure = Assert-Failure 'InvalidValue' $command
            "$failure" | Should -BeLike "*Tags``['k'``] has no value*"
            $failure.ErrorDetails.RecommendedAction | Should -BeLike "*''*-RemoveTag*"
        }

        $simulator.CallCount | Should -Be 0
        Set-ConnectUser $arn -Tag @{ Key = 'k' }
        Get-TestTag 'ben' | Should -Be 'Key=k'
    }

    It 'give way to parameters' {
        Get-Row @{ FirstName = 'Cell'; LastName = 'Cell' } | Set-ConnectUser -FirstName 'Line'
        (Get-TestUser 'ben').IdentityInfo.FirstName | Should -Be 'Line'
        (Get-TestUser 'ben').IdentityInfo.LastName | Should -Be 'Cell'
    }

    It 'are copied when they arrive' {
        $row = Get-Row @{ FirstName = 'Early' }
        $bad = Get-Row @{ AutoAccept = 'perhaps' }
        $failure = Assert-Failure 'InvalidValue' { & { $row; $row.FirstName = 'Late'; $bad; $bad.AutoAccept = 'yes' } | Set-ConnectUser }
        (Get-TestUser 'ben').IdentityInfo.FirstName | Should -Be 'Early'
        $failure.TargetObject.AutoAccept | Should -Be 'perhaps'
        $failure.TargetObject.UserArn | Should -Be $arn
    }

    It 'that fail leave nothing to the next' {
        $arns = @($arn; Add-TestUser 'b'; Add-TestUser 'c')
        $result = Get-Result {
            @(
                [pscustomobject]@{ UserArn = $arns[0]; LastName = 'A'; AutoAccept = 'perhaps' }
                [pscustomobject]@{ UserArn = $arns[1]; LastName = 'B' }
                [pscustomobject]@{ UserArn = 'nonsense'; LastName = 'X' }
                [pscustomobject]@{ UserArn = $arns[2]; FirstName = 'C' }
            ) | Set-ConnectUser
        }
        Get-ErrorId $result.Error | Should -Be 'InvalidValue', 'InvalidArn'
        (Get-TestUser 'ben').IdentityInfo.LastName | Should -Be 'Li'
        (Get-TestUser 'b').IdentityInfo.LastName | Should -Be 'B'
        (Get-TestUser 'c').IdentityInfo.LastName | Should -Be 'Li'
        (Get-TestUser 'c').IdentityInfo.FirstName | Should -Be 'C'
        Get-CallCount 'UpdateResource' | Should -Be 2
    }

    It 'about one user are all applied' {
        1..4 | ForEach-Object { @{ UserArn = $arn; "tag:T$_" = "$_" } } | Set-ConnectUser
        Get-TestTag 'ben' | Should -Be 'T1=1', 'T2=2', 'T3=3', 'T4=4', 'Team=Sales'
    }

    Context 'Of one user, the first waiting for names' {
        BeforeEach {
            $simulator.Faults.AddJson('[{ "operation": "ListRoutingProfiles", "kind": "Slow", "milliseconds": 700, "count": 1 }]')
        }

        It 'leave the first as the one that is created<With>' -ForEach @(
            @{ With = ''; More = @{} }
            @{ With = ', in each run with one -RunId'; More = @{ RunId = 'winter' } }
            @{ With = ', without waiting for it'; More = @{ NoWait = $true } }
        ) {
            $rows = @(
                [pscustomobject]@{ Username = 'Jana.X'; InstanceArn = 'contact-centre'; RoutingProfile = 'Sales'; LastName = 'First' }
                [pscustomobject]@{ Username = ' jana.x '; InstanceArn = $instance; RoutingProfile = $routing[0]; LastName = 'Second' }
            )
            $new = $More + @{ FirstName = 'Jana'; SecurityProfile = $security[0]; Password = $password }
            foreach ($run in 1..($More.RunId ? 2 : 1)) {
                $result = Get-Result { $rows | New-ConnectUser @new | Where-Object RequestToken | Wait-ConnectUserRequest }
                Get-ErrorId $result.Error | Should -Be 'AlreadyExists'
                "$($result.Error)" | Should -BeLike '*jana.x*'
                (Get-TestUser 'jana.x').Username | Should -BeExactly 'Jana.X'
                (Get-TestUser 'jana.x').IdentityInfo.LastName | Should -Be 'First'
            }
        }

        It 'are applied in their order' {
            @(
                [pscustomobject]@{ Username = 'BEN'; InstanceArn = 'contact-centre'; RoutingProfile = 'Sales'; LastName = 'First' }
                [pscustomobject]@{ UserArn = $arn; LastName = 'Last' }
            ) | Set-ConnectUser
            (Get-TestUser 'ben').IdentityInfo.LastName | Should -Be 'Last'
            (Get-TestUser 'ben').RoutingProfileArn | Should -Be (Get-ConnectRoutingProfile 'Sales').Arn
        }

        It 'are removed by the first' {
            $simulator.Faults.AddJson('[{ "operation": "ListUsers", "kind": "Slow", "milliseconds": 700, "count": 1 }]')
            $result = Get-Result { @{ Username = 'BEN'; InstanceArn = 'contact-centre' }, @{ UserArn = $arn } | Remove-ConnectUser -Force -PassThru }
            $result.Output.Username | Should -Be 'BEN'
            Get-ErrorId $result.Error | Should -Be 'NotFound'
            $result.Error[0].TargetObject.UserArn | Should -Be $arn
        }
    }

    It 'are refused before any write with <Cell>, which AWS cannot change' -ForEach @(
        @{ Cell = { @{ Username = 'bob' } }; Id = 'PropertyNotUpdatable'; Mention = 'Username' }
        @{ Cell = { @{ DirectoryUserId = 'S-1' } }; Id = 'PropertyNotUpdatable'; Mention = 'DirectoryUserId' }
        @{ Cell = { @{ InstanceArn = $instance -replace '.$', 'x' } }; Id = 'InstanceMismatch'; Mention = 'belong' }
    ) {
        $row = @{ UserArn = $arn; LastName = 'Ode' } + (& $Cell)
        "$(Assert-Failure $Id { $row | Set-ConnectUser })" | Should -BeLike "*$Mention*"
        Get-WriteCount | Should -Be 0
    }

    It 'have typed cells of other programs read as what they are' {
        Get-Row @{ AfterContactWorkTimeLimit = [double]60; AutoAccept = [int]1; UserProficiencies = @{ 'Product/Mobile' = [double]2.5 } } | Set-ConnectUser
        $state = Get-TestUser 'ben'
        ConvertTo-Json $state.PhoneConfig -Compress | Should -BeExactly '{"PhoneType":"SOFT_PHONE","AutoAccept":true,"AfterContactWorkTimeLimit":60}'
        $state.UserProficiencies[0].Level | Should -Be 2.5
        "$(Assert-Failure 'InvalidValue' { @{ UserArn = $arn; Mobile = [double]447700900123 } | Set-ConnectUser })" | Should -BeLike '*Mobile*'
    }

    It 'take words where parameters take values: -<Name> <Value>' -ForEach @(
        @{ Name = 'AutoAccept'; Value = 'no' }
        @{ Name = 'AutoAccept'; Value = 'false' }
        @{ Name = 'AfterContactWorkTimeLimit'; Value = 'soon' }
    ) {
        $more = @{ $Name = $Value }
        $failures = @((Get-Result { Set-ConnectUser $arn @more }).Error)
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'CannotConvertArgument*'
        $simulator.CallCount | Should -Be 0
    }

    It 'have the Region of their ARN' {
        Get-Row @{ Region = 'eu-west-2'; LastName = 'Ode' } | Set-ConnectUser
        Get-Row @{ Region = ''; LastName = 'Roy' } | Set-ConnectUser
        (Get-TestUser 'ben').IdentityInfo.LastName | Should -Be 'Roy'
        $simulator.ClearCalls()
        $null = Assert-Failure 'RegionMismatch' { Get-Row @{ Region = 'us-east-1'; LastName = 'X' } | Set-ConnectUser }
        $null = Assert-Failure 'RegionMismatch' { @{ UserArn = $arn; LastName = 'X' } | Set-ConnectUser -Region 'us-east-1' }
        $simulator.CallCount | Should -Be 0
    }

    It 'choose no connection for <Command>' -ForEach @(
        @{ Command = 'Set-ConnectUser'; Row = { @{ UserArn = $arn; LastName = 'Ode' } }; More = { @{} } }
        @{
            Command = 'New-ConnectUser'
            Row     = { @{ Username = 'mia'; FirstName = 'Mia'; LastName = 'Li'; RoutingProfileArn = $routing[0]; SecurityProfileArns = $security[0]; InstanceArn = $instance } }
            More    = { @{ Password = $password } }
        }
    ) {
        $row = (& $Row) + @{ EndpointUrl = 'http://127.0.0.1:1/'; AccessKey = 'x'; SecretKey = 'y'; ProfileName = 'z'; ThrottleLimit = 0 }
        $more = & $More
        $failure = Assert-Failure 'UnknownColumn' { $row | & $Command @more }
        foreach ($column in 'EndpointUrl', 'AccessKey', 'SecretKey', 'ProfileName', 'ThrottleLimit') {
            "$failure" | Should -BeLike "*'$column'*"
        }

        $simulator.CallCount | Should -Be 0
        (Get-Result { $row | & $Command @more -IgnoreUnknownColumn }).Error | Should -BeNullOrEmpty
        Get-WriteCount | Should -Be 1
    }
}
