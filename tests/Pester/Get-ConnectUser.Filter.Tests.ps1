BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')

    # Fills the simulator in $simulator with users that the filters tell apart; the same each time.
    function New-Population {
        param()

        $script:addedUsers = 0
        $null = Add-TestUser 'no.tags' { $_.Remove('Tags') }
        $null = Add-TestUser 'Empty.Value' { $_.Tags = @(@{ Key = 'Team'; Value = '' }, @{ Key = 'team'; Value = 'Sales' }) }
        $null = Add-TestUser 'other.case' { $_.Tags = @(@{ Key = 'Team'; Value = 'SALES' }); $_.IdentityInfo.FirstName = 'ADA' }
        $null = Add-TestUser 'no.name' { $_.Remove('IdentityInfo'); $_.RoutingProfileArn = $routing[-1] }
        $null = Add-TestUser 'brackets' { $_.IdentityInfo.LastName = 'de [la] C*uz'; $_.HierarchyGroupArn = $groups[0] }
        $null = Add-TestUser 'by.channel' {
            $_.Remove('PhoneConfig')
            $_.PhoneNumberConfigs = @(@{ Channel = 'VOICE'; PhoneType = 'DESK_PHONE'; PhoneNumber = '+441134960130' })
            $_.SecurityProfileArns = $security[0, 1]
            $_.HierarchyGroupArn = $groups[-1]
        }
    }

    # Whether a text matches one of some patterns.
    function Test-In {
        param($Text, [object[]] $Pattern)

        $null -ne $Text -and @($Pattern | Where-Object { $Text -like $_ }).Count -gt 0
    }

    # Whether a user has what filters ask for, worked out from all users, profiles and groups.
    function Test-User {
        param($User, [hashtable] $Filter)

        $tags = [System.Collections.Generic.Dictionary[string, string]]::new()
        $User.Tags | ForEach-Object { $tags[$_.Key] = $_.Value }
        $above = @(for ($group = $allGroups["$($User.HierarchyGroupArn)"]; $group; $group = $allGroups["$($group.ParentGroupArn)"]) { $group.Path })
        foreach ($name in $Filter.Keys) {
            $value = $Filter[$name]
            $passes = switch ($name) {
                'Username' { Test-In $User.Username $value }
                'FirstName' { Test-In $User.FirstName $value }
                'LastName' { Test-In $User.LastName $value }
                'RoutingProfile' { $routingNames[$User.RoutingProfileArn] -in $value }
                'SecurityProfile' { @($User.SecurityProfileArns | Where-Object { $securityNames[$_] -in $value }).Count -gt 0 }
                'HierarchyGroup' { @($(if ($Filter.IncludeDescendant) { $above } else { $above | Select-Object -First 1 }) | Where-Object { $_ -in $value }).Count -gt 0 }
                'PhoneType' { $User.PhoneType -eq $value }
                'Tag' {
                    @($value.Keys | Where-Object {
                            $key = $_
                            -not $(if ($null -eq $value[$key]) { -not $tags.ContainsKey($key) }
                                else { $tags.ContainsKey($key) -and @($value[$key] | Where-Object { $tags[$key] -clike $_ }).Count -gt 0 })
                        }).Count -eq 0
                }
                default { $true }
            }
            if (-not $passes) {
                return $false
            }
        }

        $true
    }

    $simulator = Start-TestSimulator -UserCount 34 -Seed 11
    $denied = @{ AccessKey = 'AKIDDENIED'; SecretKey = 'none'; RoleArn = 'arn:aws:iam::123456789012:role/Handlers' }
    $routing = @((Get-ConnectRoutingProfile).Arn)
    $security = @((Get-ConnectSecurityProfile).Arn)
    $groups = @((Get-ConnectHierarchyGroup).Arn)
    New-Population
    $instance = $simulator.InstanceArn
    $all = @(Get-ConnectUser)
    $allGroups = @{}
    $routingNames = @{}
    $securityNames = @{}
    Get-ConnectHierarchyGroup | ForEach-Object { $allGroups[$_.Arn] = $_ }
    Get-ConnectRoutingProfile | ForEach-Object { $routingNames[$_.Arn] = $_.Name }
    Get-ConnectSecurityProfile | ForEach-Object { $securityNames[$_.Arn] = $_.Name }
}

Describe 'Get-ConnectUser, filters' {
    BeforeEach {
        $simulator.ClearCalls()
        $simulator.Faults.Clear()
    }

    AfterEach {
        $null = $simulator.Allow('connect:*')
    }

    It 'finds the same users with and without the permissions of Amazon Connect, for filters drawn with seed <_>' -ForEach (1..3) {
        $random = [random]::new($_)
        $draw = { param([object[]] $From, [int] $Most) @($From | Sort-Object { $random.Next() } | Select-Object -First $random.Next(1, $Most + 1)) }
        $makers = [ordered]@{
            Username        = { & $draw @('a*', '*.s*', '*e*', $all[0].Username.ToUpper(), '?o*', 'zz*') 2 }
            FirstName       = { & $draw @('a*', 'ADA', $all[1].FirstName, '[k-z]*') 2 }
            LastName        = { & $draw @('*e*', $all[2].LastName, 'de `[la`] c*', 'l?') 2 }
            RoutingProfile  = { & $draw @($routingNames.Values | Sort-Object) 2 }
            SecurityProfile = { & $draw @($securityNames.Values | Sort-Object) 2 }
            HierarchyGroup  = { & $draw @($allGroups.Values.Path | Sort-Object) 2 }
            PhoneType       = { & $draw @('DESK_PHONE', 'SOFT_PHONE') 1 | Select-Object -First 1 }
            Tag             = { & $draw @(@{ Team = 'Sales' }, @{ Team = 's*' }, @{ Team = '*'; CostCentre = 'CC10?' }, @{ Team = $null }, @{ Site = 'Leeds', 'Bristol' }, @{ team = '*' }) 1 | Select-Object -First 1 }
        }
        foreach ($round in 1..4) {
            $filter = @{}
            foreach ($name in & $draw @($makers.Keys) 3) {
                $filter[$name] = & $makers[$name]
            }

            if ($filter.HierarchyGroup -and $random.Next(2)) {
                $filter.IncludeDescendant = $true
            }

            $text = ConvertTo-Json $filter -Compress
            $expected = @($all | Where-Object { Test-User $_ $filter }).Username
            $common = @{ InstanceArn = $instance; ErrorAction = 'Ignore' }
            (Get-ConnectUser @filter @common).Username | Should -Be $expected -Because "of $text"
            (Get-ConnectUser @filter @common -IdentifierOnly).Username | Should -Be $expected -Because "of references by $text"
            $page = @($expected | Select-Object -Skip 1 -First 2)
            (Get-ConnectUser @filter @common -Skip 1 -First 2).Username | Should -Be $(if ($page) { $page }) -Because "of a page of $text"
            $simulator.Deny('connect:*')
            (Get-ConnectUser @filter @common @denied).Username | Should -Be $expected -Because "of $text, denied"
            (Get-ConnectUser @filter @common @denied -IdentifierOnly).Username | Should -Be $expected -Because "of references by $text, denied"
            $null = $simulator.Allow('connect:*')
        }
    }

    It 'reads only those that a search finds' {
        $found = @(Get-ConnectUser -InstanceArn $instance -Tag @{ Site = 'Leeds' } -RoutingProfile $all[0].RoutingProfileArn)
        $found.Count | Should -BeLessThan 20
        Get-CallCount 'GetResource' | Should -Be $found.Count
        Get-CallCount 'SearchUsers' | Should -Be 1
        Get-CallCount 'ListUsers' | Should -Be 0
    }

    It 'takes profiles and groups as <Form>' -ForEach @(
        @{ Form = 'ARNs'; Take = { $_ } }
        @{ Form = 'ids'; Take = { $_.Split('/')[-1] } }
        @{ Form = 'objects'; Take = { $id = $_; Get-ConnectRoutingProfile; Get-ConnectSecurityProfile; Get-ConnectHierarchyGroup | Where-Object Arn -EQ $id } }
    ) {
        $user = $all | Where-Object { $_.HierarchyGroupArn } | Select-Object -First 1
        $one = { param($arn) $arn | ForEach-Object $Take | Where-Object { "$_" -eq $arn -or $arn.EndsWith("/$_") } | Select-Object -First 1 }
        $filter = @{
            RoutingProfile  = & $one $user.RoutingProfileArn
            SecurityProfile = & $one $user.SecurityProfileArns[0]
            HierarchyGroup  = & $one $user.HierarchyGroupArn
        }
        (Get-ConnectUser -InstanceArn $instance @filter).Username | Should -Contain $user.Username
    }

    It 'searches by username, and reads what is found' {
        $names = $all[3].Username, $all[7].Username
        (Get-ConnectUser -InstanceArn $instance -Username $names).Username | Should -Be $names
        Get-CallCount 'GetResource' | Should -Be 2
        Get-CallCount 'ListUsers', 'ListResources' | Should -Be 0
    }

    It 'writes references without a read where the list has all that is needed' {
        $references = @(Get-ConnectUser -InstanceArn $instance -Username 'a*' -IdentifierOnly)
        $references.Username | Should -Be @($all.Username -like 'a*')
        $references.LastModifiedTime | ForEach-Object { $_.Kind | Should -Be 'Utc' }
        Get-CallCount 'GetResource' | Should -Be 0
    }

    It 'pages what the list can decide on without a read' {
        $expected = @($all.Username -like '*a*')
        (Get-ConnectUser -InstanceArn $instance -Username '*a*' -Skip 2 -First 3).Username | Should -Be $expected[2..4]
        Get-CallCount 'GetResource' | Should -Be 3
    }

    It 'finds what has changed since' {
        $since = [datetime]::UtcNow.AddMilliseconds(-1) # AWS's times have no more digits
        Edit-TestUser $all[4].Username { $_.IdentityInfo.LastName = 'Changed' }
        (Get-ConnectUser -ModifiedAfter $since).Username | Should -Be $all[4].Username
        (Get-ConnectUser -ModifiedAfter ([DateTimeOffset]$since)).Username | Should -Be $all[4].Username
        (Get-ConnectUser -ModifiedAfter $since.ToLocalTime() -IdentifierOnly -Username '*').Username | Should -Be $all[4].Username
        (Get-ConnectUser -ModifiedAfter $since -LastName 'changed' -Tag @{ Nowhere = $null }).LastName | Should -Be 'Changed'
        Get-ConnectUser -ModifiedAfter $since.AddDays(1) | Should -BeNullOrEmpty
        Edit-TestUser $all[4].Username { $_.IdentityInfo.LastName = $all[4].LastName }
    }

    It 'says what -ModifiedAfter needs where it cannot be had' {
        $simulator.Deny('connect:*')
        $failure = Assert-Failure 'AccessDenied' { Get-ConnectUser -ModifiedAfter (Get-Date) @denied; 'next' }
        "$failure" | Should -BeLike '*-ModifiedAfter*connect:ListUsers*'
    }

    It 'does not report that nobody has a username where not all users were listed and read' {
        $simulator.Deny('connect:*')
        $null = Assert-Failure 'AccessDenied' { Get-ConnectUser -Username $all[3].Username, 'nobody' -AccessKey 'AKIDREFUSED' -SecretKey 'none' }
        $simulator.Faults.AddJson((ConvertTo-Json @(@{ operation = 'GetResource'; user = $all[5].UserArn; kind = 'Exception'; exceptionName = 'InvalidRequestException' })))
        $null = Assert-Failure 'InvalidRequest' { Get-ConnectUser -Username 'nobody' @denied }
    }

    It 'names a profile that is nowhere, and looks for the others' {
        $result = Get-Result { Get-ConnectUser -RoutingProfile 'Nowhere', $routingNames[$all[0].RoutingProfileArn] }
        $result.Output.Username | Should -Contain $all[0].Username
        Get-ErrorId $result.Error | Should -Be 'NotFound'
        $result.Error[0].TargetObject | Should -Be 'Nowhere'
    }

    It 'passes over an instance that has no such profile' {
        $second = Add-TestInstance 'contact-centre-2'
        $profile = (Get-ConnectRoutingProfile -InstanceArn $second)[0]
        $json = $simulator.GetProperties($profile.Arn).Replace($profile.Name, 'Only Here')
        $simulator.SetProperties('AWS::Connect::RoutingProfile', $profile.Arn, $json)
        $arn = Add-TestUser 'there' { $_.InstanceArn = $second; $_.UserArn = $_.UserArn.Replace($instance, $second); $_.RoutingProfileArn = $profile.Arn; $_.SecurityProfileArns = @((Get-ConnectSecurityProfile -InstanceArn $second)[0].Arn) }
        $found = Get-Result { Get-ConnectUser -RoutingProfile 'Only Here' -AccessKey 'AKIDNEW' -SecretKey 'none' }
        $found.Error | Should -BeNullOrEmpty
        $found.Output.UserArn | Should -Be $arn
    }

    It 'refuses <Name> before any call' -ForEach @(
        @{ Name = 'a group''s descendants without a group'; Id = 'InvalidValue'; Filter = { @{ IncludeDescendant = $true } } }
        @{ Name = 'another type of phone'; Id = 'InvalidValue'; Filter = { @{ PhoneType = 'CAR_PHONE' } } }
        @{ Name = 'a broken pattern'; Id = 'InvalidValue'; Filter = { @{ FirstName = '[' } } }
        @{ Name = 'a broken pattern of a tag'; Id = 'InvalidValue'; Filter = { @{ Tag = @{ Team = '[' } } } }
        @{ Name = 'a tag with an empty array'; Id = 'InvalidValue'; Filter = { @{ Tag = @{ Team = @() } } } }
        @{ Name = 'a tag with $null in an array'; Id = 'InvalidValue'; Filter = { @{ Tag = @{ Team = 'Sales', $null } } } }
        @{ Name = 'a number as a time'; Id = 'ParameterArgumentTransformationError'; Filter = { @{ ModifiedAfter = 7 } } }
        @{ Name = '$null as a time'; Id = 'ParameterArgumentValidationError'; Filter = { @{ ModifiedAfter = $null } } }
        @{ Name = 'a security profile as a routing profile'; Id = 'InvalidArn'; Filter = { @{ RoutingProfile = $all[0].SecurityProfileArns[0] } } }
    ) {
        $filter = & $Filter
        $null = Assert-Failure $Id { Get-ConnectUser @filter }
        $simulator.CallCount | Should -Be 0
    }
}

Describe 'References' {
    It 'change and remove users without a search, and name them' {
        $references = @(Get-ConnectUser -InstanceArn $instance -IdentifierOnly -Username $all[10].Username, $all[11].Username)
        $simulator.ClearCalls()
        $references[0] | Set-ConnectUser -AddTag @{ By = 'reference' }
        $shown = Get-Result { $references[1] | Remove-ConnectUser -WhatIf }
        $shown.Error | Should -BeNullOrEmpty
        Get-CallCount 'ListUsers', 'SearchUsers', 'ListResources' | Should -Be 0
        Get-CallCount 'GetResource' | Should -BeLessOrEqual 2 -Because 'an update reads what it changes'
        $references[1] | Remove-ConnectUser -Force
        $gone = Assert-Failure 'NotFound' { $references[1] | Set-ConnectUser -AddTag @{ By = 'reference' } }
        "$gone" | Should -BeLike "*$($all[11].Username)*"
    }
}
