# The names that users have beside the ARNs of profiles and groups.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $lists = 'RoutingProfile', 'SecurityProfile', 'UserHierarchyGroup' | ForEach-Object { "AWS::Connect::$_" }

    $simulator = Start-TestSimulator -UserCount 0
    $routing = @{}
    $security = @{}
    $groups = @{}
    Get-ConnectRoutingProfile | ForEach-Object { $routing[$_.Name] = $_.Arn }
    Get-ConnectSecurityProfile | ForEach-Object { $security[$_.Name] = $_.Arn }
    Get-ConnectHierarchyGroup | ForEach-Object { $groups[$_.Name] = $_.Arn }

    function Add-Named {
        param([string] $Username)

        Add-TestUser $Username {
            $_.RoutingProfileArn = $routing['Sales']
            $_.SecurityProfileArns = @($security['Agent'], $security['TeamLead'])
            $_.HierarchyGroupArn = $groups['Leeds Sales']
        }
    }

    function Rename-Profile {
        param([string] $Arn, [string] $Name)

        Edit-TestResource $Arn { $_.Name = $Name } -Type RoutingProfile
    }

    function Get-NameCall {
        $simulator.Calls | Where-Object { $_.TypeName -in $lists }
    }
}

Describe 'Users with names' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $arn = Add-Named 'ana'
    }

    It 'come from Get-ConnectUser, which lists each kind once for an instance' {
        $null = Add-Named 'ben'
        $users = Get-ConnectUser
        $users.RoutingProfile | Should -Be 'Sales', 'Sales'
        $users.HierarchyGroup | Should -Be 'Leeds Sales', 'Leeds Sales'
        $users.SecurityProfile | ForEach-Object { $_ } | Sort-Object -Unique | Should -Be 'Agent', 'TeamLead'
        $null = $users | Get-ConnectUser
        (Get-ConnectUser $arn).RoutingProfile | Should -Be 'Sales'
        @(Get-NameCall | Where-Object Operation -Like 'List*') | Should -HaveCount 3
    }

    It 'come from New-ConnectUser, and from Set-ConnectUser with -PassThru' {
        $new = @{ InstanceArn = $simulator.InstanceArn; FirstName = 'Ada'; LastName = 'Li'; GeneratePassword = $true }
        $made = New-ConnectUser 'cleo' @new -RoutingProfile $routing['Sales'] -SecurityProfile $security['Agent']
        $made.RoutingProfile, "$($made.SecurityProfile)", $made.HierarchyGroup | Should -Be 'Sales', 'Agent', $null
        (Set-ConnectUser $arn -LastName 'Ode' -PassThru).HierarchyGroup | Should -Be 'Leeds Sales'
    }

    It 'are not read where only identifiers are' {
        $null = Get-ConnectUser -IdentifierOnly
        Get-NameCall | Should -BeNullOrEmpty
    }

    It 'are for people in groups, CSV, JSON, HTML and tables' {
        $user = Get-ConnectUser $arn
        (Get-ConnectUser | Group-Object RoutingProfile).Name | Should -Be 'Sales'
        $row = $user | ConvertTo-Csv | ConvertFrom-Csv
        $row.RoutingProfile, $row.SecurityProfile, $row.HierarchyGroup | Should -Be 'Sales', 'Agent;TeamLead', 'Leeds Sales'
        ($user | ConvertTo-Json | ConvertFrom-Json).SecurityProfile | Should -Be 'Agent', 'TeamLead'
        "$($user | ConvertTo-Html SecurityProfile, RoutingProfile)" | Should -BeLike '*<td>Agent;TeamLead</td><td>Sales</td>*'
        $user | Out-String | Should -Match 'ana +Ada Li +Sales'
        $user | ForEach-Object -Parallel { $_.RoutingProfile } | Should -Be 'Sales'
    }

    It 'have the id where several have the name, and take it back' {
        Rename-Profile $routing['Billing'] 'Sales'
        $user = Get-ConnectUser $arn
        $user.RoutingProfile | Should -Be ($routing['Sales'] -replace '.*/')
        $simulator.ClearCalls()
        $user.RoutingProfile = $user.RoutingProfile
        $user | Set-ConnectUser
        $simulator.CallCount | Should -Be 0
        $user.RoutingProfile = $routing['Billing'] -replace '.*/'
        $user | Set-ConnectUser
        (Get-TestUser 'ana').RoutingProfileArn | Should -Be $routing['Billing']
    }

    It 'are edited: <Expected>' -ForEach @(
        @{ Edit = { $user.RoutingProfile = 'Billing' }; Expected = '/RoutingProfileArn'; Is = { $_.RoutingProfileArn | Should -Be $routing['Billing'] } }
        @{ Edit = { $user.SecurityProfile.Add('Admin') }; Expected = '/SecurityProfileArns'; Is = { $_.SecurityProfileArns | Sort-Object | Should -Be ($security['Agent', 'TeamLead', 'Admin'] | Sort-Object) } }
        @{ Edit = { $null = $user.SecurityProfile.Remove('Agent') }; Expected = '/SecurityProfileArns'; Is = { $_.SecurityProfileArns | Should -Be $security['TeamLead'] } }
        @{ Edit = { $user.SecurityProfile += 'Admin' }; Expected = '/SecurityProfileArns'; Is = { $_.SecurityProfileArns | Should -HaveCount 3 } }
        @{ Edit = { $user.SecurityProfile = 'Admin;Agent' }; Expected = '/SecurityProfileArns'; Is = { $_.SecurityProfileArns | Sort-Object | Should -Be ($security['Agent', 'Admin'] | Sort-Object) } }
        @{ Edit = { $user.HierarchyGroup = $null }; Expected = '/HierarchyGroupArn'; Is = { $_.HierarchyGroupArn | Should -BeNullOrEmpty } }
        @{ Edit = { $user.HierarchyGroup = 'Leeds/Leeds Billing' }; Expected = '/HierarchyGroupArn'; Is = { $_.HierarchyGroupArn | Should -Be $groups['Leeds Billing'] } }
        @{ Edit = { $user.RoutingProfile = 'Made later' }; Expected = '/RoutingProfileArn'; Is = { $_.RoutingProfileArn | Should -Be $routing['Billing'] } }
    ) {
        $user = Get-ConnectUser $arn
        Rename-Profile $routing['Billing'] $(if ("$Edit" -like '*Made later*') { 'Made later' } else { 'Billing' })
        . $Edit
        Get-SentPatch { $user | Set-ConnectUser } | Should -BeLike "* $Expected*"
        ForEach-Object -InputObject (Get-TestUser 'ana') -Process $Is
    }

    It 'fail by name where the name of an edit means nothing' {
        $user = Get-ConnectUser $arn
        $user.RoutingProfile = 'Nothing'
        "$(Assert-Failure 'NotFound' { $user | Set-ConnectUser })" | Should -BeLike "*ana*'Nothing'*"
    }
}

Describe 'Exported rows with names' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $arn = Add-Named 'ana'
        $file = Join-Path $TestDrive 'names.csv'
        Get-ConnectUser $arn | Export-Csv $file
        $row = Import-Csv $file
        $simulator.ClearCalls()
    }

    It 'ask for no change as they are, even where the name now means another' {
        $row | Set-ConnectUser
        Rename-Profile $routing['Sales'] 'Old sales'
        Rename-Profile $routing['Billing'] 'Sales'
        $row | Set-ConnectUser
        Get-WriteCount | Should -Be 0
    }

    It 'change what was edited: <Column>' -ForEach @(
        @{ Column = 'RoutingProfile'; Value = { 'Billing' }; Is = { $_.RoutingProfileArn | Should -Be $routing['Billing'] } }
        @{ Column = 'RoutingProfileArn'; Value = { $routing['Billing'] }; Is = { $_.RoutingProfileArn | Should -Be $routing['Billing'] } }
        @{ Column = 'SecurityProfile'; Value = { 'Admin;Agent' }; Is = { $_.SecurityProfileArns | Sort-Object | Should -Be ($security['Agent', 'Admin'] | Sort-Object) } }
        @{ Column = 'SecurityProfileArns'; Value = { $security['Admin'] }; Is = { $_.SecurityProfileArns | Should -Be $security['Admin'] } }
        @{ Column = 'HierarchyGroup'; Value = { 'Leeds/Leeds Billing' }; Is = { $_.HierarchyGroupArn | Should -Be $groups['Leeds Billing'] } }
    ) {
        $row.$Column = & $Value
        $row | Set-ConnectUser -ErrorAction Stop
        Get-WriteCount | Should -Be 1
        ForEach-Object -InputObject (Get-TestUser 'ana') -Process $Is
    }

    It 'are refused where name and ARN were edited' {
        $row.RoutingProfile = 'Billing'
        $row.RoutingProfileArn = $routing['Basic Routing Profile']
        "$(Assert-Failure 'ConflictingColumns' { $row | Set-ConnectUser })" | Should -BeLike '*RoutingProfile*Billing*'
    }

    It 'make a user of the same instance' {
        $row.Username = 'ben'
        $null = $row | New-ConnectUser -GeneratePassword -ErrorAction Stop
        (Get-TestUser 'ben').SecurityProfileArns | Sort-Object | Should -Be ((Get-TestUser 'ana').SecurityProfileArns | Sort-Object)
    }
}

Describe 'Users without permission to list names' {
    It 'have the ids, without an error' {
        $simulator = Start-TestSimulator -UserCount 0 -Deny 'connect:ListRoutingProfiles', 'connect:ListSecurityProfiles', 'connect:ListUserHierarchyGroups'
        $arn = Add-Named 'ana'
        $result = Get-Result { Get-ConnectUser $arn -Verbose }
        $result.Error | Should -BeNullOrEmpty
        $user = $result.Output[0]
        $user.RoutingProfile, $user.HierarchyGroup | Should -Be ($routing['Sales'] -replace '.*/'), ($groups['Leeds Sales'] -replace '.*/')
        $user | Out-String | Should -Match "Ada Li +[0-9a-f]{8}`u{2026}"
        "$($result.Verbose)" | Should -BeLike '*have the ids of routing profiles*'
        $user.Checksum | Should -Not -BeNullOrEmpty
        ($user | ConvertTo-Csv | ConvertFrom-Csv | Set-ConnectUser -PassThru).RoutingProfileArn | Should -Be $routing['Sales']
    }
}
