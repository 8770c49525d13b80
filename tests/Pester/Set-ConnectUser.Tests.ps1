BeforeAll {
    . (Join-Path $PSScriptRoot 'Seed.ps1')
}

Describe 'Set-ConnectUser' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $arn = Add-TestUser 'ben'
    }

    It 'sends <Patch> for <More>' -ForEach @(
        @{ More = { @{ FirstName = 'Bo' } }; Patch = 'replace /IdentityInfo/FirstName "Bo"' }
        @{ More = { @{ Mobile = '+447700900123' } }; Patch = 'add /IdentityInfo/Mobile "+447700900123"' }
        @{ More = { @{ AfterContactWorkTimeLimit = 0 } }; Patch = 'replace /PhoneConfig/AfterContactWorkTimeLimit 0' }
        @{ More = { @{ PersistentConnection = $false } }; Patch = 'add /PhoneConfig/PersistentConnection false' }
        @{ More = { @{ Email = $null } }; Patch = 'remove /IdentityInfo/Email' }
        @{ More = { @{ Email = '' } }; Patch = 'remove /IdentityInfo/Email' }
        @{ More = { @{ AfterContactWorkTimeLimit = $null } }; Patch = 'remove /PhoneConfig/AfterContactWorkTimeLimit' }
        @{ More = { @{ Tag = $null } }; Patch = 'remove /Tags' }
        @{ More = { @{ Tag = @() } }; Patch = 'remove /Tags' }
        @{ More = { @{ IdentityInfo = @{ last_name = 'Ode' } } }; Patch = 'replace /IdentityInfo/LastName "Ode"' }
        @{ More = { @{ PhoneConfig = @{ AutoAccept = $true } } }; Patch = 'replace /PhoneConfig/AutoAccept true' }
        @{ More = { @{ PhoneConfig = @{ AutoAccept = $null } } }; Patch = 'remove /PhoneConfig/AutoAccept' }
        @{ More = { @{ Proficiency = @{ 'Product/Mobile' = 3 } } }; Patch = 'add /UserProficiencies [{"AttributeName":"Product","AttributeValue":"Mobile","Level":3}]' }
        @{ More = { @{ Property = @{ FirstName = 'Bo' } } }; Patch = 'replace /IdentityInfo/FirstName "Bo"' }
        @{ More = { @{ Property = @{ email = $null } } }; Patch = 'remove /IdentityInfo/Email' }
        @{ More = { @{ Property = @{ PhoneConfig = @{ AutoAccept = $true } } } }; Patch = 'replace /PhoneConfig/AutoAccept true' }
        @{ More = { @{ Property = @{ Tags = $null } } }; Patch = 'remove /Tags' }
        @{ More = { @{ Property = @{ FirstName = 'Property' }; FirstName = 'Bo' } }; Patch = 'replace /IdentityInfo/FirstName "Bo"' }
        @{ More = { @{ VoiceEnhancementConfig = @{ Channel = 'VOICE'; VoiceEnhancementMode = 'NONE' } } }; Patch = 'add /VoiceEnhancementConfigs [{"Channel":"VOICE","VoiceEnhancementMode":"NONE"}]' }
    ) {
        $more = & $More
        $sent = @(Get-SentRequest 'UpdateResource' { Set-ConnectUser $arn @more | Should -BeNullOrEmpty })
        $sent | Should -HaveCount 1
        $sent[0].Patch | Should -BeExactly $Patch
        $sent[0].Identifier | Should -Be $arn
    }

    It 'sends a patch document as it is' {
        $document = '[{"op":"test","path":"/IdentityInfo/FirstName","value":"Ada"},{"op":"replace","path":"/IdentityInfo/FirstName","value":"Bo"}]'
        Get-SentPatch { Set-ConnectUser $arn -PatchDocument $document } |
            Should -BeExactly 'test /IdentityInfo/FirstName "Ada"', 'replace /IdentityInfo/FirstName "Bo"'
        (Get-TestUser 'ben').IdentityInfo.FirstName | Should -Be 'Bo'
    }

    It 'counts the run with -Verbose' {
        (Get-Result { Set-ConnectUser $arn -FirstName 'Kim' -Verbose }).Verbose | Where-Object { "$_" -like '1 done, 0 failed, 0 unchanged;*' } |
            Should -Not -BeNullOrEmpty
    }

    It 'changes several users, named by ARN or username' {
        $arns = @($arn; Add-TestUser 'mia')
        Set-ConnectUser -Arn $arns -LastName 'Ode' | Should -BeNullOrEmpty
        (Get-TestUser 'ben').IdentityInfo.LastName | Should -Be 'Ode'
        (Get-TestUser 'mia').IdentityInfo.LastName | Should -Be 'Ode'
        $failure = Assert-Failure 'NotFound' { Set-ConnectUser -Username 'BEN', 'nobody', 'mia' -InstanceArn 'contact-centre' -LastName 'Roy' }
        $failure.TargetObject | Should -Be 'nobody'
        (Get-TestUser 'ben').IdentityInfo.LastName | Should -Be 'Roy'
        (Get-TestUser 'mia').IdentityInfo.LastName | Should -Be 'Roy'
    }

    It 'adds, changes and removes tags one by one' {
        Edit-TestUser 'ben' { $_.Tags += @{ Key = 'Site'; Value = 'Leeds' } }
        Set-ConnectUser $arn -AddTag @{ Team = 'Support'; Shift = 'Late' } -RemoveTag 'Site', 'Unknown'
        Get-TestTag 'ben' | Should -Be 'Shift=Late', 'Team=Support'
        Set-ConnectUser $arn -AddTag @{ Key = 'Site'; Value = '' }
        Get-TestTag 'ben' | Should -Be 'Shift=Late', 'Site=', 'Team=Support'
        Get-CallCount 'UpdateResource' | Should -Be 2
    }

    It 'refuses a list of security profiles with an empty element: <Value>' -ForEach @(
        @{ Value = @('Agent', $null) }
        @{ Value = @('Agent', '') }
    ) {
        $null = Assert-Failure 'InvalidValue' { Set-ConnectUser $arn -SecurityProfile $Value }
        $null = Assert-Failure 'InvalidValue' { [pscustomobject]@{ UserArn = $arn; SecurityProfile = $Value } | Set-ConnectUser }
        Get-WriteCount | Should -Be 0
    }

    It 'refuses to add and to remove the same element: <More.Keys>' -ForEach @(
        @{ More = @{ AddTag = @{ Team = 'x' }; RemoveTag = 'Team' } }
        @{ More = @{ AddSecurityProfile = 'Agent'; RemoveSecurityProfile = 'Agent' } }
        @{ More = @{ AddProficiency = @{ 'Product/Mobile' = 3 }; RemoveProficiency = 'Product/Mobile' } }
    ) {
        $null = Assert-Failure 'ConflictingProperties' { Set-ConnectUser $arn @More }
        Get-WriteCount | Should -Be 0
    }

    It 'expands no wildcards in what is to be removed: <Name>' -ForEach @(
        @{ Name = 'RemoveTag'; Id = 'InvalidValue'; Value = 'T*' }
        @{ Name = 'RemoveTag'; Id = 'InvalidValue'; Value = 'Tea[lm]' }
        @{ Name = 'RemoveProficiency'; Id = 'InvalidValue'; Value = 'Product/*' }
        @{ Name = 'RemoveSecurityProfile'; Id = 'NotFound'; Value = 'A*' }
    ) {
        Edit-TestUser 'ben' { $_.UserProficiencies = @(@{ AttributeName = 'Product'; AttributeValue = 'Mobile'; Level = 5 }) }
        $more = @{ $Name = $Value }
        "$(Assert-Failure $Id { Set-ConnectUser $arn @more -LastName 'Ode' })" | Should -BeLike "*'$([WildcardPattern]::Escape($Value))'*"
        Get-WriteCount | Should -Be 0
    }

    It 'adds and removes security profiles one by one' {
        Set-ConnectUser $arn -AddSecurityProfile $security[1], $security[2] -RemoveSecurityProfile $security[0]
        (Get-TestUser 'ben').SecurityProfileArns | Sort-Object | Should -Be ($security[1, 2] | Sort-Object)
        Set-ConnectUser $arn -AddSecurityProfile $security[1]
        Get-CallCount 'UpdateResource' | Should -Be 1 -Because 'the profile is there already'
    }

    It 'adds, changes and removes proficiencies one by one' {
        Set-ConnectUser $arn -AddProficiency @{ 'Product/Mobile' = 2; 'Product/Broadband' = 3 }
        Set-ConnectUser $arn -AddProficiency @{ AttributeName = 'Product'; AttributeValue = 'Mobile'; Level = 5 } -RemoveProficiency 'Product/Broadband'
        ConvertTo-Json (Get-TestUser 'ben').UserProficiencies -Compress | Should -BeExactly '[{"AttributeName":"Product","AttributeValue":"Mobile","Level":5}]'
    }

    It 'takes an array for the complete set, in any order' {
        Edit-TestUser 'ben' { $_.SecurityProfileArns = $security[1, 0] }
        Set-ConnectUser $arn -SecurityProfile $security[0], $security[1] -Tag @{ Team = 'Sales' }
        Get-WriteCount | Should -Be 0
        Set-ConnectUser $arn -SecurityProfile $security[2] -Tag @{ Only = 'This' }
        (Get-TestUser 'ben').SecurityProfileArns | Should -Be $security[2]
        Get-TestTag 'ben' | Should -Be 'Only=This'
    }

    It 'merges settings by channel' {
        Edit-TestUser 'ben' {
            $_.Remove('PhoneConfig')
            $_.AutoAcceptConfigs = @(
                @{ Channel = 'VOICE'; AutoAccept = $false; AgentFirstCallbackAutoAccept = $true }
                @{ Channel = 'CHAT'; AutoAccept = $false }
            )
        }
        Set-ConnectUser $arn -AutoAcceptConfig @{ Channel = 'voice'; AutoAccept = $true }, @{ Channel = 'TASK'; AutoAccept = $true }
        Get-CanonicalJson (Get-TestUser 'ben').AutoAcceptConfigs | Should -BeExactly (Get-CanonicalJson @(
                @{ AgentFirstCallbackAutoAccept = $true; AutoAccept = $true; Channel = 'VOICE' }
                @{ AutoAccept = $false; Channel = 'CHAT' }
                @{ AutoAccept = $true; Channel = 'TASK' }
            ))
    }

    It 'takes a patch document beside other parameters' {
        Set-ConnectUser $arn -LastName 'Ode' -PatchDocument '[{"op":"add","path":"/Tags/-","value":{"Key":"Site","Value":"Leeds"}}]'
        Get-TestTag 'ben' | Should -Be 'Site=Leeds', 'Team=Sales'
        (Get-TestUser 'ben').IdentityInfo.LastName | Should -Be 'Ode'
    }

    It 'returns with -PassThru the user as it is now, also where nothing had to be changed' {
        $user = Get-ConnectUser -Username 'ben' | Set-ConnectUser -LastName 'Ode' -PassThru
        $user.PSTypeNames[0] | Should -Be 'AwsccConnect.ConnectUser'
        $user.LastName | Should -Be 'Ode'
        Get-ConnectUser -Username 'ben' | Set-ConnectUser -LastName 'Ode' -PassThru | Should -HaveCount 1
        Get-CallCount 'UpdateResource' | Should -Be 1
    }

    It 'returns with -NoWait the request' {
        $request = Set-ConnectUser $arn -LastName 'Ode' -NoWait
        $request.PSTypeNames[0] | Should -Be 'AwsccConnect.ConnectUserRequest'
        $request.Operation | Should -Be 'UPDATE'
        $request.Identifier | Should -Be $arn
        $request.User | Should -Be 'ben'
        $request.RequestToken | Should -Not -BeNullOrEmpty
        Get-CallCount 'GetResourceRequestStatus' | Should -Be 0
    }

    It 'keeps what a request in flight changes: <Name>' -ForEach @(
        @{ Name = 'tags'; First = @{ AddTag = @{ A = '1' } }; Second = @{ AddTag = @{ B = '2' } }; Expected = { Get-TestTag 'ben' | Should -Be 'A=1', 'B=2', 'Team=Sales' } }
        @{ Name = 'security profiles'; First = @{ AddSecurityProfile = 'TeamLead' }; Second = @{ AddSecurityProfile = 'CallCenterManager' }; Expected = { (Get-TestUser 'ben').SecurityProfileArns | Should -HaveCount 3 } }
        @{ Name = 'settings by channel'; First = @{ AutoAcceptConfig = @{ Channel = 'CHAT'; AutoAccept = $true } }; Second = @{ AutoAcceptConfig = @{ Channel = 'TASK'; AutoAccept = $true } }; Expected = { (Get-TestUser 'ben').AutoAcceptConfigs.Channel | Should -Contain 'CHAT' } }
    ) {
        $simulator = Start-TestSimulator -UserCount 0 -HandlerSeconds 1
        $arn = Add-TestUser 'ben'
        Set-ConnectUser $arn @First -NoWait | Select-Object -ExpandProperty OperationStatus | Should -BeIn 'PENDING', 'IN_PROGRESS'
        Set-ConnectUser $arn @Second -NoWait | Wait-ConnectUserRequest | Select-Object -ExpandProperty OperationStatus | Should -Be 'SUCCESS'
        & $Expected
    }

    It 'keeps what earlier rows for the same user change with -NoWait' {
        $simulator = Start-TestSimulator -UserCount 0 -HandlerSeconds 1
        $arn = Add-TestUser 'ben'
        @([pscustomobject]@{ UserArn = $arn; 'tag:A' = '1'; 'tag:B' = '' }; [pscustomobject]@{ UserArn = $arn; 'tag:A' = ''; 'tag:B' = '1' }) |
            Set-ConnectUser -NoWait | Wait-ConnectUserRequest | Should -HaveCount 2
        Get-TestTag 'ben' | Should -Be 'A=1', 'B=1', 'Team=Sales'
    }

    It 'makes a change once in runs with the same -RunId' {
        1..2 | ForEach-Object { Set-ConnectUser $arn -FirstName 'Kim' -RunId 'change-1' }
        Get-CallCount 'UpdateResource' | Should -Be 1
        { Set-ConnectUser $arn -FirstName 'Kim' -RunId 'change 1' } | Should -Throw '*RunId*'
    }
}

Describe 'Set-ConnectUser -IfUnchanged' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $null = Add-TestUser 'ben'
        $user = Get-ConnectUser -Username 'ben'
        $user.FirstName = 'Bo'
    }

    It 'refuses a change of what somebody else has changed since the read' {
        Edit-TestUser 'ben' { $_.IdentityInfo.FirstName = 'Eve' }
        $failure = Assert-Failure 'ConcurrentChange' { $user | Set-ConnectUser -IfUnchanged }
        "$failure" | Should -BeLike '*/IdentityInfo/FirstName*'
        $failure.CategoryInfo.Category | Should -Be 'InvalidOperation'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*Get-ConnectUser*'
        Get-WriteCount | Should -Be 0
    }

    It 'left out, the last one wins' {
        Edit-TestUser 'ben' { $_.IdentityInfo.FirstName = 'Eve' }
        $user | Set-ConnectUser
        (Get-TestUser 'ben').IdentityInfo.FirstName | Should -Be 'Bo'
    }

    It 'takes what it has written itself for the state of the user from then on' {
        $user.Tags['Shift'] = 'Late'
        $user | Set-ConnectUser -IfUnchanged
        Set-ConnectUser $user.UserArn -RemoveTag Shift
        $user.FirstName = 'Kim'
        $user | Set-ConnectUser -IfUnchanged -ErrorAction Stop
        (Get-TestUser 'ben').IdentityInfo.FirstName | Should -Be 'Kim'
        $user.FirstName = 'Ada'
        $user | Set-ConnectUser
        (Get-TestUser 'ben').IdentityInfo.FirstName | Should -Be 'Ada'
        Get-TestTag 'ben' | Should -Be 'Team=Sales'
    }

    It 'ignores a change of something else' {
        Edit-TestUser 'ben' { $_.IdentityInfo.LastName = 'Eve' }
        $user | Set-ConnectUser -IfUnchanged
        (Get-TestUser 'ben').IdentityInfo.FirstName | Should -Be 'Bo'
        (Get-TestUser 'ben').IdentityInfo.LastName | Should -Be 'Eve'
    }

    It 'ignores another order of elements' {
        Edit-TestUser 'ben' { $_.SecurityProfileArns = $security[0, 1] }
        $user = Get-ConnectUser -Username 'ben'
        $user.SecurityProfileArns += $security[2]
        Edit-TestUser 'ben' { $_.SecurityProfileArns = $security[1, 0] }
        $user | Set-ConnectUser -IfUnchanged
        (Get-TestUser 'ben').SecurityProfileArns | Should -HaveCount 3
    }

    It 'takes the new tag of somebody else for a change of the tags' {
        $user.Tags += @{ Key = 'Site'; Value = 'Leeds' }
        Edit-TestUser 'ben' { $_.Tags += @{ Key = 'Shift'; Value = 'Late' } }
        "$(Assert-Failure 'ConcurrentChange' { $user | Set-ConnectUser -IfUnchanged })" | Should -BeLike '*/Tags*'
        Get-TestTag 'ben' | Should -Be 'Shift=Late', 'Team=Sales'
    }

    It 'takes a value where there was none for a change' {
        $user.Mobile = '+447700900123'
        Edit-TestUser 'ben' { $_.IdentityInfo.Mobile = '+447700900999' }
        "$(Assert-Failure 'ConcurrentChange' { $user | Set-ConnectUser -IfUnchanged })" | Should -BeLike '*/IdentityInfo/Mobile*'
        Get-WriteCount | Should -Be 0
    }

    It 'takes the same change by somebody else for none' {
        Edit-TestUser 'ben' { $_.IdentityInfo.FirstName = 'Bo' }
        $user | Set-ConnectUser -IfUnchanged
        Get-WriteCount | Should -Be 0
    }

    It 'has the service test every touched leaf that is there, before the changes' {
        $patch = Get-SentPatch { $user | Set-ConnectUser -FirstName 'Bo' -Mobile '+447700900123' -AddTag @{ Site = 'Leeds' } -IfUnchanged }
        $patch[0..1] | Sort-Object | Should -BeExactly 'test /IdentityInfo/FirstName "Ada"', 'test /Tags [{"Key":"Team","Value":"Sales"}]'
        $patch | Select-Object -Skip 2 | Should -Not -BeLike 'test *'
    }

    It 'counts from its own read where it is given an identifier' {
        Get-SentPatch { Set-ConnectUser $user.UserArn -FirstName 'Bo' -IfUnchanged } |
            Should -BeExactly 'test /IdentityInfo/FirstName "Ada"', 'replace /IdentityInfo/FirstName "Bo"'
    }
}
