# The read-only look-ups around a user, in an account with two instances.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Seed.ps1')
    $simulator = Start-TestSimulator -UserCount 0
    $null = Add-TestInstance 'contact-centre-2'
    $arn = Add-TestUser 'ana'
}

Describe 'Look-ups' {
    BeforeEach {
        $simulator.ClearCalls()
    }

    It 'find instances by alias: <_>' -ForEach 'contact-centre-2', 'CONTACT-centre-?' {
        $found = Get-ConnectInstance $_
        $found.Alias | Should -Be 'contact-centre-2'
        $found.Arn | Should -BeLike 'arn:aws:connect:eu-west-2:*'
        $found.Region | Should -Be 'eu-west-2'
    }

    It 'read instances by ARN' {
        (Get-ConnectInstance -Arn $instance).Alias | Should -Be 'contact-centre'
        Get-ConnectInstance | Should -HaveCount 2
        Get-CallCount 'GetResource' | Should -Be 3
    }

    It 'find routing profiles by name in one instance or in all' {
        (Get-ConnectRoutingProfile 'Support Tier*' -InstanceArn 'contact-centre').Name | Should -Be 'Support Tier 1', 'Support Tier 2'
        Get-ConnectRoutingProfile 'sales', 'billing' | Should -HaveCount 4
        (Get-ConnectRoutingProfile 'Sales' -InstanceArn $instance).InstanceArn | Should -Be $instance
        Get-ConnectRoutingProfile 'Nothing*' | Should -BeNullOrEmpty
    }

    It 'find a name with brackets, escaped as in a pattern' {
        $before = ($simulator.GetProperties($routing[0]) | ConvertFrom-Json).Name
        Edit-TestResource $routing[0] { $_.Name = 'Desk [EU]' } -Type RoutingProfile
        $found = Get-Result { Get-ConnectRoutingProfile 'Desk `[EU`]' -InstanceArn $instance }
        Edit-TestResource $routing[0] { $_.Name = $before } -Type RoutingProfile
        $found.Error | Should -BeNullOrEmpty
        $found.Output.Arn | Should -Be $routing[0]
    }

    It 'name the nearest where the name <Name> is not there' -ForEach @(
        @{ LookUp = { Get-ConnectRoutingProfile 'Sale' -InstanceArn 'contact-centre' }; Name = 'Sale'; Nearest = 'Sales' }
        @{ LookUp = { Get-ConnectSecurityProfile 'agnet' }; Name = 'agnet'; Nearest = 'Agent' }
        @{ LookUp = { Get-ConnectHierarchyGroup 'Leeds/Leeds Sale' }; Name = 'Leeds/Leeds Sale'; Nearest = 'Leeds/Leeds Sales' }
        @{ LookUp = { Get-ConnectInstance 'contact-center' }; Name = 'contact-center'; Nearest = 'contact-centre' }
    ) {
        $failure = Assert-Failure 'NotFound' $LookUp
        "$failure" | Should -BeLike "*'$Name'*"
        $failure.TargetObject | Should -Be $Name
        $failure.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failure.ErrorDetails.RecommendedAction | Should -Be "Did you mean '$Nearest'?"
    }

    It 'give the names that are there beside the error for one that is not' {
        $result = Get-Result { Get-ConnectSecurityProfile 'Agent', 'Nobody', 'Team*' -InstanceArn 'contact-centre' }
        $result.Output | Should -HaveCount 2
        $result.Error | Should -HaveCount 1
        $result.Error[0].TargetObject | Should -Be 'Nobody'
        $result.Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*Get-ConnectSecurityProfile*'
    }

    It 'take several aliases' {
        Get-ConnectInstance 'contact-centre-2', 'contact-centre' -Region 'eu-west-2' | Should -HaveCount 2
    }

    It 'report an instance that could not be searched, and not the name' {
        $failures = @((Get-Result { Get-ConnectRoutingProfile 'Nothing' -InstanceArn 'nowhere', 'contact-centre' }).Error)
        $failures | Should -HaveCount 1
        "$failures" | Should -BeLike '*nowhere*'
    }

    It 'find groups by path' {
        (Get-ConnectHierarchyGroup 'leeds/leeds sales' -InstanceArn $instance).Name | Should -Be 'Leeds Sales'
    }

    It 'leave names that need no further call: <LookUp>' -ForEach @(
        @{ AccessKey = 'AKIDONE'; LookUp = { Get-ConnectRoutingProfile -InstanceArn $instance @keys } }
        @{ AccessKey = 'AKIDTWO'; LookUp = { Get-ConnectRoutingProfile 'Sales' -InstanceArn $instance @keys } }
    ) {
        # With keys of its own: names are known by the keys that read them.
        $keys = @{ AccessKey = $AccessKey; SecretKey = 'none' }
        $null = & $LookUp
        $simulator.ClearCalls()
        Set-ConnectUser $arn -RoutingProfile 'sales' @keys
        Get-CallCount 'ListResources' | Should -Be 0
        Get-CallCount 'GetResource' | Should -Be 1 -Because 'only the user is read'
        Edit-TestUser 'ana' { $_.RoutingProfileArn = $routing[0] }
    }

    It 'leave the names that the table of users shows' {
        $keys = @{ AccessKey = 'AKIDFOUR'; SecretKey = 'none' }
        Edit-TestUser 'ana' { $_.RoutingProfileArn = $routing[1] }
        $null = Get-ConnectRoutingProfile -Identifier $routing[1] @keys
        Get-ConnectUser $arn @keys | Out-String -Width 160 | Should -Match ' Sales +eu-west-2 '
        Edit-TestUser 'ana' { $_.RoutingProfileArn = $routing[0] }
    }

    It 'give the names of security profiles' {
        (Get-ConnectSecurityProfile -InstanceArn 'contact-centre').Name | Sort-Object |
            Should -Be 'Admin', 'Agent', 'CallCenterManager', 'QualityAnalyst', 'TeamLead'
        (Get-ConnectSecurityProfile -Identifier $security[0]).Arn | Should -Be $security[0]
    }

    It 'give the paths of hierarchy groups' {
        (Get-ConnectHierarchyGroup 'Leeds*' -InstanceArn $instance).Path | Sort-Object |
            Should -Be 'Leeds', 'Leeds/Leeds Billing', 'Leeds/Leeds Sales', 'Leeds/Leeds Support'
    }

    It 'give the path of a group that is read by its ARN too' {
        $group = (Get-ConnectHierarchyGroup 'Leeds Sales' -InstanceArn $instance).Arn
        (Get-ConnectHierarchyGroup -Identifier $group -AccessKey 'AKIDTHREE' -SecretKey 'none').Path | Should -Be 'Leeds/Leeds Sales'
    }

    It 'list the instances that there are where one is not there' {
        $failure = Assert-Failure 'NotFound' { Get-ConnectRoutingProfile -InstanceArn 'contact-center' }
        "$failure" | Should -BeLike '*contact-centre-2*'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*contact-centre*'
    }

    It 'search the other instances where one is not there' {
        $result = Get-Result { Get-ConnectRoutingProfile 'Sales' -InstanceArn 'nowhere', 'contact-centre' }
        Get-ErrorId $result.Error | Should -Be 'NotFound'
        $result.Output | Should -HaveCount 1
    }

    It 'name an ARN that is not there, and read the others' {
        $unknown = $routing[0] -replace '.{4}$', '0000'
        $result = Get-Result { Get-ConnectRoutingProfile -Identifier $unknown, $routing[1] }
        $result.Output | Should -HaveCount 1
        Get-ErrorId $result.Error | Should -Be 'NotFound'
        "$($result.Error)" | Should -BeLike "*'$($unknown -replace '.*(?=routing-profile/)')' was not found*"
    }
}
