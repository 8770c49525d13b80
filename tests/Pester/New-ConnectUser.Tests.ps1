BeforeAll {
    . (Join-Path $PSScriptRoot 'Seed.ps1')
    $names = @{ FirstName = 'Ada'; LastName = 'Li' }
    $minimal = @{ RoutingProfile = $routing[0]; SecurityProfile = $security[0]; InstanceArn = $instance; Password = $password }
}

Describe 'New-ConnectUser' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
    }

    It 'sends the documented state' {
        $group = (Get-ConnectHierarchyGroup)[0].Arn
        $more = @{
            HierarchyGroup = $group; FirstName = 'Ben'; LastName = 'Ode'; Email = 'ben@example.com'; SecondaryEmail = 'b@example.com'
            Mobile = '+447700900123'; PhoneType = 'DESK_PHONE'; DeskPhoneNumber = '+442079460123'; AutoAccept = $false
            AfterContactWorkTimeLimit = 0; PersistentConnection = $true; Tag = @{ Team = 'A' }
            Proficiency = @{ AttributeName = 'Product'; AttributeValue = 'Mobile'; Level = 2 }
        }
        (New-ConnectUser 'ben' @minimal @more).Username | Should -Be 'ben'
        Get-CallCount 'CreateResource' | Should -Be 1
        $state = Get-TestUser 'ben'
        $simulator.CheckPassword($state.UserArn, 'Correct7Horse') | Should -BeTrue
        $state.Remove('UserArn')
        Get-CanonicalJson $state | Should -BeExactly (Get-CanonicalJson @{
                Username = 'ben'; InstanceArn = $instance; RoutingProfileArn = $routing[0]; SecurityProfileArns = @($security[0]); HierarchyGroupArn = $group
                IdentityInfo = @{ FirstName = 'Ben'; LastName = 'Ode'; Email = 'ben@example.com'; SecondaryEmail = 'b@example.com'; Mobile = '+447700900123' }
                PhoneConfig = @{
                    PhoneType = 'DESK_PHONE'; DeskPhoneNumber = '+442079460123'; AutoAccept = $false; AfterContactWorkTimeLimit = 0; PersistentConnection = $true
                }
                Tags = @(@{ Key = 'Team'; Value = 'A' })
                UserProficiencies = @(@{ AttributeName = 'Product'; AttributeValue = 'Mobile'; Level = 2 })
            })
    }

    It 'takes nested parameters for flat ones' {
        New-ConnectUser 'ben' @minimal -IdentityInfo @{ FirstName = 'Ben'; last_name = 'Ode' } -PhoneConfig @{ PhoneType = 'soft_phone'; AutoAccept = $true }
        (Get-TestUser 'ben').IdentityInfo | ConvertTo-Json -Compress | Should -BeExactly '{"FirstName":"Ben","LastName":"Ode"}'
        Get-CanonicalJson (Get-TestUser 'ben').PhoneConfig | Should -BeExactly '{AutoAccept:true,PhoneType:"SOFT_PHONE"}'
    }

    It 'takes tags as <Tags>' -ForEach @(
        @{ Tags = { @{ Team = 'A'; Site = 'Leeds' } } }
        @{ Tags = { @{ Key = 'Team'; Value = 'A' }, @{ Key = 'Site'; Value = 'Leeds' } } }
        @{ Tags = { [pscustomobject]@{ Key = 'Team'; Value = 'A' }, [pscustomobject]@{ Key = 'Site'; Value = 'Leeds' } } }
        @{ Tags = { 'Team=A;Site=Leeds' } }
    ) {
        New-ConnectUser 'ben' @minimal @names -Tag (& $Tags)
        Get-TestTag 'ben' | Should -Be 'Site=Leeds', 'Team=A'
    }

    It 'sends settings per channel as their arrays' {
        $configs = @{
            AutoAcceptConfig       = @{ Channel = 'VOICE'; AutoAccept = $true }, @{ Channel = 'CHAT'; AutoAccept = $false }
            AfterContactWorkConfig = @{ Channel = 'VOICE'; AfterContactWorkTimeLimit = 30 }
            PhoneNumberConfig      = @{ Channel = 'VOICE'; PhoneType = 'SOFT_PHONE' }
        }
        New-ConnectUser 'ben' @minimal @names @configs
        $state = Get-TestUser 'ben'
        $state.AutoAcceptConfigs | Should -HaveCount 2
        ConvertTo-Json $state.AfterContactWorkConfigs -Compress | Should -BeExactly '[{"Channel":"VOICE","AfterContactWorkConfig":{"AfterContactWorkTimeLimit":30}}]'
        $state.Keys | Should -Not -Contain 'PhoneConfig'
    }

    It 'takes the instance as <Given>' -ForEach @(
        @{ Given = { 'contact-centre' } }
        @{ Given = { $instance.Split('/')[1] } }
    ) {
        New-ConnectUser 'ben' -RoutingProfile $routing[0] -SecurityProfile $security[0] -InstanceArn (& $Given) -Password $password @names
        (Get-TestUser 'ben').InstanceArn | Should -Be $instance
    }

    It 'takes objects of the look-ups for ARNs' {
        $found = @{
            RoutingProfile = Get-ConnectRoutingProfile -Name 'Basic Routing Profile'; InstanceArn = Get-ConnectInstance
            SecurityProfile = Get-ConnectSecurityProfile -Name 'A*'; HierarchyGroup = Get-ConnectHierarchyGroup -Name 'Leeds Sales'
        }
        New-ConnectUser 'ben' @found @names -Password $password
        (Get-TestUser 'ben').SecurityProfileArns | Should -HaveCount 2
        (Get-TestUser 'ben').HierarchyGroupArn | Should -BeLike '*/agent-group/*'
    }

    It 'applies parameters to every row' {
        'ben', 'mia' | ForEach-Object { @{ Username = $_; FirstName = 'Row'; LastName = 'Li' } } | New-ConnectUser @minimal -FirstName 'Line' | Should -HaveCount 2
        (Get-TestUser 'ben').IdentityInfo.FirstName | Should -Be 'Line'
        (Get-TestUser 'mia').IdentityInfo.FirstName | Should -Be 'Line'
    }

    It 'goes on after bad rows, and names each' {
        Add-TestUser 'taken'
        $result = Get-Result { 'a', 'taken', 'not a name', 'b' | ForEach-Object { [pscustomobject]@{ Username = $_ } } | New-ConnectUser @minimal @names }
        $result.Output.Username | Sort-Object | Should -Be 'a', 'b'
        Get-ErrorId $result.Error | Sort-Object | Should -Be 'AlreadyExists', 'InvalidValue'
        $taken = $result.Error | Where-Object FullyQualifiedErrorId -Like 'AlreadyExists,*'
        $taken.CategoryInfo.Category | Should -Be 'ResourceExists'
        "$taken" | Should -BeLike '*taken*'
        $taken.TargetObject.Username | Should -Be 'taken'
        $simulator.UserCount | Should -Be 3
    }

    It 'returns with -NoWait the request, without the password' {
        $request = New-ConnectUser 'ben' @minimal @names -NoWait
        $request.PSTypeNames[0] | Should -Be 'AwsccConnect.ConnectUserRequest'
        $request.RequestToken | Should -Not -BeNullOrEmpty
        $request.Operation | Should -Be 'CREATE'
        $request.User | Should -Be 'ben'
        Get-CallCount 'GetResourceRequestStatus' | Should -Be 0
        $request.PSObject.Properties | ForEach-Object { "$($_.Value)" } | Should -Not -BeLike '*Correct7Horse*'
    }

    It 'sends a client token as it is' {
        New-ConnectUser 'ben' @minimal @names -ClientToken 'my-token-1'
        ($simulator.Calls | Where-Object Operation -EQ 'CreateResource').ClientToken | Should -Be 'my-token-1'
    }

    It 'refuses <Users>, which have no values to create from' -ForEach @(
        @{ Users = { $arn } }
        @{ Users = { Get-ConnectUser -IdentifierOnly } }
    ) {
        $arn = Add-TestUser 'ben'
        $null = Assert-Failure 'MissingIdentity' { & $Users | New-ConnectUser -Password $password }
        Get-WriteCount | Should -Be 0
    }
}

Describe 'New-ConnectUser with a roster' {
    BeforeEach {
        $simulator = Start-TestSimulator
        $common = @{ InstanceArn = $instance; RoutingProfile = $routing[1]; SecurityProfile = $security[1] }
        $roster = Join-Path $TestDrive 'new.csv'
        @'
Username,FirstName,LastName,Email,PhoneType,DeskPhoneNumber,AutoAccept,AfterContactWorkTimeLimit,tag:Team
ana.bell,Ana,Bell,ana.bell@example.com,SOFT_PHONE,,yes,30,Sales
ben.cole,Ben,Cole,ben.cole@example.com,DESK_PHONE,+441134960001,no,,Support
'@ | Set-Content -Path $roster
    }

    It 'creates users from Import-Csv' {
        Import-Csv $roster | New-ConnectUser @common -GeneratePassword | Should -HaveCount 2
        $user = Get-ConnectUser -Username 'ben.cole'
        $user.PhoneType | Should -Be 'DESK_PHONE'
        $user.DeskPhoneNumber | Should -Be '+441134960001'
        $user.AutoAccept | Should -BeFalse
        $user.AfterContactWorkTimeLimit | Should -BeNullOrEmpty
        $user.Tags.Key | Should -Be 'Team'
        $user.RoutingProfileArn | Should -Be $routing[1]
    }

    It 'creates users from Import-ConnectUser as from Import-Csv' {
        Import-ConnectUser $roster | New-ConnectUser @common -GeneratePassword | Should -HaveCount 2
        (Get-ConnectUser -Username 'ana.bell').AfterContactWorkTimeLimit | Should -Be 30
    }

    It 'goes on after a bad row' {
        $rows = @(Import-Csv $roster)
        $rows[0].AutoAccept = 'perhaps'
        $users = $rows | New-ConnectUser @common -GeneratePassword -ErrorAction SilentlyContinue -ErrorVariable failed
        $users.Username | Should -Be 'ben.cole'
        $failed | Should -HaveCount 1
        $failed[0].TargetObject.Username | Should -Be 'ana.bell'
        "$($failed[0])" | Should -BeLike '*perhaps*'
    }

    It 'writes nothing with -WhatIf' {
        Import-Csv $roster | New-ConnectUser @common -GeneratePassword -WhatIf | Should -BeNullOrEmpty
        $simulator.UserCount | Should -Be 25
    }

    It 'leaves existing users as they are with -SkipExisting, <Name>' -ForEach @(
        @{ Name = 'found in the list of users'; Deny = @{}; Creates = 1 }
        @{ Name = 'where users cannot be listed, after the refusal of AWS'; Deny = @{ Deny = 'connect:ListUsers' }; Creates = 2 }
    ) {
        $simulator = Start-TestSimulator @Deny
        $rows = Import-Csv $roster
        $rows[0] | New-ConnectUser @common -GeneratePassword
        $rows[0].LastName = 'Other'
        $simulator.ClearCalls()
        $result = Get-Result { $rows | New-ConnectUser @common -GeneratePassword -SkipExisting -Verbose }
        $result.Error | Should -BeNullOrEmpty
        $result.Output.Username | Should -Be 'ben.cole'
        $result.Output.InitialCredential.UserName | Should -Be 'ben.cole'
        $result.Verbose | Where-Object { "$_" -like "'ana.bell' exists already*" } | Should -HaveCount 1
        Get-CallCount 'CreateResource' | Should -Be $Creates
        (Get-TestUser 'ana.bell').IdentityInfo.LastName | Should -Be 'Bell'
    }

    It 'shows with -SkipExisting -WhatIf only what would be created, and refuses a username that two rows have' {
        Import-Csv $roster | Select-Object -First 1 | New-ConnectUser @common -GeneratePassword
        $rows = @(Import-Csv $roster; (Import-Csv $roster)[1])
        foreach ($whatIf in $true, $false) {
            $result = Get-Result { $rows | New-ConnectUser @common -GeneratePassword -SkipExisting -WhatIf:$whatIf }
            Get-ErrorId $result.Error | Should -Be 'AlreadyExists'
            $result.Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*one of the rows*'
            $simulator.UserCount | Should -Be ($whatIf ? 26 : 27)
        }
    }

    It 'refuses with -WhatIf too what AWS would refuse: usernames of users and of earlier rows' {
        Import-Csv $roster | Select-Object -First 1 | New-ConnectUser @common -GeneratePassword | Should -HaveCount 1
        $simulator.ClearCalls()
        $rows = @(Import-Csv $roster; (Import-Csv $roster)[1])
        $rows[2].Username = $rows[2].Username.ToUpperInvariant()
        $failed = (Get-Result { $rows | New-ConnectUser @common -GeneratePassword -WhatIf }).Error
        Get-ErrorId $failed | Should -Be 'AlreadyExists', 'AlreadyExists'
        $failed.TargetObject.Username | Should -BeExactly 'ana.bell', 'BEN.COLE'
        Get-CallCount 'ListUsers' | Should -Be 1
        (Get-Result { $rows[0] | New-ConnectUser @common -Password $password -WhatIf -RunId 'wave/2' }).Error | Should -BeNullOrEmpty
    }

    It 'reports what an earlier run did with the same -RunId, and creates what is left' {
        $rows = @(Import-Csv $roster)
        $first = $rows[0] | New-ConnectUser @common -Password $password -RunId 'wave/1'
        $users = $rows | New-ConnectUser @common -Password $password -RunId 'wave/1'
        $users | Should -HaveCount 2
        $users.UserArn | Should -Contain $first.UserArn
        $simulator.UserCount | Should -Be 27
    }
}

Describe 'New-ConnectUser, values that are refused' {
    BeforeAll {
        $simulator = Start-TestSimulator -UserCount 0
    }

    BeforeEach {
        $simulator.ClearCalls()
    }

    It 'refuses a row with <Cells> before any call' -ForEach @(
        @{ Cells = { @{ RoutingProfileArn = '' } }; Id = 'MissingProperty'; Mention = 'RoutingProfile' }
        @{ Cells = { @{ SecurityProfileArns = '' } }; Id = 'MissingProperty'; Mention = 'SecurityProfile' }
        @{ Cells = { @{ InstanceArn = '' } }; Id = 'MissingProperty'; Mention = 'InstanceArn' }
        @{ Cells = { @{ PhoneType = 'DESKPHONE2' } }; Id = 'InvalidValue'; Mention = 'PhoneType' }
        @{ Cells = { @{ AfterContactWorkTimeLimit = 2000001 } }; Id = 'InvalidValue'; Mention = 'AfterContactWorkTimeLimit' }
        @{ Cells = { @{ Mobile = '07700 900123' } }; Id = 'InvalidValue'; Mention = 'Mobile' }
        @{ Cells = { @{ RoutingProfileArn = 'arn:aws:connect:x' } }; Id = 'InvalidArn'; Mention = 'RoutingProfileArn' }
        @{ Cells = { @{ RoutingProfileArn = $security[0] } }; Id = 'InvalidArn'; Mention = 'RoutingProfileArn' }
        @{ Cells = { @{ InstanceArn = $routing[0] } }; Id = 'InvalidArn'; Mention = 'InstanceArn' }
        @{ Cells = { @{ InstanceArn = $instance -replace 'eu-west-2', 'us-east-1' } }; Id = 'RegionMismatch'; Mention = 'us-east-1' }
        @{ Cells = { @{ RoutingProfileArn = $routing[0] -replace 'eu-west-2', 'us-east-1' } }; Id = 'RegionMismatch'; Mention = 'RoutingProfileArn' }
        @{ Cells = { @{ RoutingProfileArn = $routing[0] -replace 'instance/........', 'instance/00000000' } }; Id = 'InstanceMismatch'; Mention = 'RoutingProfileArn' }
        @{ Cells = { @{ Region = 'us-east-1' } }; Id = 'RegionMismatch'; Mention = 'us-east-1' }
        @{ Cells = { @{ UserProficiencies = 'Language/English=11' } }; Id = 'InvalidValue'; Mention = 'Level' }
        @{ Cells = { @{ Tags = 'x' * 129 + '=1' } }; Id = 'InvalidValue'; Mention = 'Tags' }
        @{ Cells = { @{ AutoAccept = 'yes'; AutoAcceptConfigs = 'VOICE:AutoAccept=false' } }; Id = 'ConflictingColumns'; Mention = 'AutoAccept' }
    ) {
        $row = [ordered]@{ Username = 'ben'; InstanceArn = $instance; RoutingProfileArn = $routing[0]; SecurityProfileArns = $security[0] }
        $more = & $Cells
        foreach ($key in $more.Keys) {
            $row[$key] = $more[$key]
        }

        $failure = Assert-Failure $Id { [pscustomobject]$row | New-ConnectUser -Password $password }
        "$failure".Contains($Mention) | Should -BeTrue -Because $failure
        , $failure.TargetObject | Should -BeOfType [pscustomobject]
        $failure.TargetObject.Username | Should -Be 'ben'
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $simulator.CallCount | Should -Be 0
    }

    It 'names <Mention> where a property is missing' -ForEach @(
        @{ Script = { @{ Username = 'ben' } | New-ConnectUser -Password $password }; Mention = 'ben' }
        @{ Script = { @{ FirstName = 'Ben' } | New-ConnectUser -Password $password }; Mention = 'Username' }
        @{ Script = { New-ConnectUser 'ben' -InstanceArn $instance }; Mention = 'RoutingProfile and SecurityProfile' }
        @{ Script = { New-ConnectUser -Password $password }; Mention = 'A new user needs InstanceArn, Username, RoutingProfile and SecurityProfile.' }
    ) {
        $failure = Assert-Failure 'MissingProperty' $Script
        "$failure" | Should -BeLike "*$Mention*"
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*for example: New-ConnectUser *'
    }

    It 'names the line of a file' {
        $file = Join-Path $TestDrive 'new.csv'
        @"
Username,FirstName,LastName,InstanceArn,RoutingProfileArn,SecurityProfileArns
ben,Ben,Li,$instance,$($routing[0]),$($security[0])
mia,Mia,Li,$instance,,$($security[0])
"@ | Set-Content -Path $file
        $failure = Assert-Failure 'MissingProperty' { Import-ConnectUser $file | New-ConnectUser -Password $password }
        "$failure" | Should -BeLike '*mia*'
        "$failure" | Should -BeLike '*new.csv:3*'
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        @($simulator.Calls | Where-Object Operation -EQ 'CreateResource') | Should -HaveCount 1
    }

    It 'fails once where a file has no column for what a new user needs' {
        $file = Join-Path $TestDrive 'short.csv'
        'Username,FirstName,LastName,SecurityProfile', 'ben,Ben,Li,', 'mia,Mia,Li,Agent' | Set-Content -Path $file
        foreach ($rows in { Import-ConnectUser $file }, { Import-Csv $file }) {
            $failure = Assert-Failure 'MissingProperty' { & $rows | New-ConnectUser -InstanceArn $instance -GeneratePassword; 'next' }
            "$failure" | Should -BeLike '*A new user needs RoutingProfile, for which there is neither a column nor a parameter. Nothing was done.'
        }

        "$(Assert-Failure 'MissingProperty' { Import-ConnectUser $file | New-ConnectUser -RoutingProfile 'Sales' })" | Should -BeLike 'short.csv: *InstanceArn*'
        $simulator.CallCount | Should -Be 0
    }

    It 'fails once with -<Name> <Value>, whatever the rows' -ForEach @(
        @{ Name = 'Mobile'; Value = '07700'; Id = 'InvalidValue' }
        @{ Name = 'PhoneType'; Value = 'PHONE'; Id = 'InvalidValue' }
        @{ Name = 'RoutingProfile'; Value = 'arn:aws:connect:x'; Id = 'InvalidArn' }
        @{ Name = 'PhoneConfig'; Value = @{ Nothing = 1 }; Id = 'InvalidValue' }
    ) {
        $more = @{ $Name = $Value }
        $rows = 1..3 | ForEach-Object {
            @{ Username = "u$_"; InstanceArn = $instance; SecurityProfileArns = $security[0]; RoutingProfileArn = $routing[0] }
        }
        $null = Assert-Failure $Id { $rows | New-ConnectUser -Password $password @more }
        $simulator.CallCount | Should -Be 0
    }
}
