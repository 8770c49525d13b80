# Names and ids instead of ARNs, in parameters, rows and edited objects.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Seed.ps1')
    $simulator = Start-TestSimulator -UserCount 0
    $profiles = Get-ConnectSecurityProfile
    $groups = Get-ConnectHierarchyGroup
    $names = @{ FirstName = 'Ada'; LastName = 'Li' }
    $new = $names + @{ InstanceArn = 'contact-centre'; Password = $password }

    function Get-SecurityArn {
        param([string[]] $Name)

        $Name | ForEach-Object { $one = $_; ($profiles | Where-Object Name -EQ $one).Arn } | Sort-Object
    }

    function Get-GroupArn {
        param([string] $Path)

        ($groups | Where-Object Path -EQ $Path).Arn
    }

    function Add-Profile {
        param([string] $Name)

        $added = "$instance/routing-profile/$(New-Guid)"
        $properties = ConvertTo-Json @{ InstanceArn = $instance; RoutingProfileArn = $added; Name = $Name; Description = 'Added.' }
        $simulator.SetProperties('AWS::Connect::RoutingProfile', $added, $properties)
        $added
    }

    function Add-Group {
        param([string] $Name, [string] $Parent)

        $added = "$instance/agent-group/$(New-Guid)"
        $properties = ConvertTo-Json @{ InstanceArn = $instance; UserHierarchyGroupArn = $added; Name = $Name; ParentGroupArn = $Parent }
        $simulator.SetProperties('AWS::Connect::UserHierarchyGroup', $added, $properties)
        $added
    }
}

Describe 'Names' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $arn = Add-TestUser 'ana'
    }

    It 'create a user' {
        New-ConnectUser 'ben' @new -RoutingProfile 'Basic Routing Profile' -SecurityProfile 'Agent', 'TeamLead' -HierarchyGroup 'Leeds/Leeds Sales'
        $state = Get-TestUser 'ben'
        $state.RoutingProfileArn | Should -Be $routing[0]
        $state.SecurityProfileArns | Sort-Object | Should -Be (Get-SecurityArn 'Agent', 'TeamLead')
        $state.HierarchyGroupArn | Should -Be (Get-GroupArn 'Leeds/Leeds Sales')
        $state.InstanceArn | Should -Be $instance
    }

    It 'of a profile may be <Given>' -ForEach @(
        @{ Given = { 'sales' } }
        @{ Given = { ' Sales ' } }
        @{ Given = { $routing[1] -replace '.*/' } }
        @{ Given = { $routing[1] } }
        @{ Given = { Get-ConnectRoutingProfile 'Sales' } }
    ) {
        New-ConnectUser 'ben' @new -SecurityProfile 'Agent' -RoutingProfile (& $Given)
        (Get-TestUser 'ben').RoutingProfileArn | Should -Be $routing[1]
    }

    It 'of an instance may be <Given>' -ForEach @(
        @{ Given = { 'contact-centre' } }
        @{ Given = { 'CONTACT-Centre' } }
        @{ Given = { $instance -replace '.*/' } }
        @{ Given = { $instance } }
        @{ Given = { Get-ConnectInstance } }
    ) {
        $common = @{ InstanceArn = & $Given }
        New-ConnectUser 'ben' @common @names -Password $password -RoutingProfile 'Sales' -SecurityProfile 'Agent'
        (Get-TestUser 'ben').InstanceArn | Should -Be $instance
        [pscustomobject]@{ Username = 'mia'; InstanceArn = [string]$common.InstanceArn; RoutingProfile = 'Sales'; SecurityProfiles = 'Agent' } |
            New-ConnectUser -Password $password @names
        Set-ConnectUser -Username 'ana' @common -LastName 'Bo'
        (Get-TestUser 'ana').IdentityInfo.LastName | Should -Be 'Bo'
        (Get-ConnectUser @common -Username 'mia').Username | Should -Be 'mia'
        (Get-ConnectRoutingProfile 'Sales' @common).Arn | Should -Be $routing[1]
        Remove-ConnectUser -Username 'ana', 'ben' @common -Force
        $simulator.UserCount | Should -Be 1
    }

    It 'that are ids need the list alone, and ARNs no call' {
        Set-ConnectUser $arn -RoutingProfile ($routing[1] -replace '.*/')
        (Get-TestUser 'ana').RoutingProfileArn | Should -Be $routing[1]
        Get-CallCount 'ListRoutingProfiles' | Should -Be 1
        Get-CallCount 'GetResource' 'Profile' | Should -Be 0
        $simulator.ClearCalls()
        Set-ConnectUser $arn -RoutingProfile $routing[2]
        Get-CallCount 'ListRoutingProfiles' | Should -Be 0
    }

    It 'of groups may be the name, the end of the path or the path' {
        $deep = Add-Group 'Night' (Get-GroupArn 'Leeds/Leeds Sales')
        foreach ($group in 'Night', 'leeds sales/night', 'Leeds/Leeds Sales/Night', '/Leeds/Leeds Sales/Night') {
            Set-ConnectUser $arn -HierarchyGroup $group
            (Get-TestUser 'ana').HierarchyGroupArn | Should -Be $deep -Because $group
            Edit-TestUser 'ana' { $_.Remove('HierarchyGroupArn') }
        }
    }

    It 'with a slash before mean a top group' {
        $below = Add-Group 'Leeds' (Get-GroupArn 'Manila')
        "$(Assert-Failure 'AmbiguousName' { Set-ConnectUser $arn -HierarchyGroup 'Leeds' })" | Should -BeLike '*Manila/Leeds*'
        Set-ConnectUser $arn -HierarchyGroup '/Leeds'
        (Get-TestUser 'ana').HierarchyGroupArn | Should -Be (Get-GroupArn 'Leeds')
        Set-ConnectUser $arn -HierarchyGroup 'Manila/Leeds'
        (Get-TestUser 'ana').HierarchyGroupArn | Should -Be $below
    }

    It 'add and remove security profiles' {
        Set-ConnectUser $arn -AddSecurityProfile 'TeamLead', $security[1] -RemoveSecurityProfile 'Admin'
        (Get-TestUser 'ana').SecurityProfileArns | Sort-Object | Should -Be ((Get-SecurityArn 'TeamLead'), $security[1] | Sort-Object)
        $simulator.ClearCalls()
        Set-ConnectUser $arn -AddSecurityProfile 'TeamLead'
        Get-WriteCount | Should -Be 0 -Because 'the user has the profile of that name'
        Get-CallCount 'ListSecurityProfiles' | Should -Be 0
    }

    It 'are the same profiles as their ARNs' {
        New-ConnectUser 'ben' @new -RoutingProfile 'Sales' -SecurityProfile 'Admin', $security[0]
        (Get-TestUser 'ben').SecurityProfileArns | Should -Be $security[0]
    }

    It 'may be edits and values of -Property' {
        $user = Get-ConnectUser $arn
        $user.RoutingProfileArn = 'Billing'
        $user.HierarchyGroupArn = 'Lisbon'
        $user | Set-ConnectUser
        (Get-TestUser 'ana').RoutingProfileArn | Should -Be $routing[4]
        (Get-TestUser 'ana').HierarchyGroupArn | Should -Be (Get-GroupArn 'Lisbon')
        Get-ConnectUser $arn | Set-ConnectUser -Property @{ RoutingProfile = 'Sales'; SecurityProfiles = 'Agent;TeamLead' }
        (Get-TestUser 'ana').RoutingProfileArn | Should -Be $routing[1]
        (Get-TestUser 'ana').SecurityProfileArns | Should -HaveCount 2
    }

    It 'that are not there are an error with those that are and the nearest' {
        $failure = Assert-Failure 'NotFound' { New-ConnectUser 'ben' @new -SecurityProfile 'Agnet' -RoutingProfile 'Sale' }
        foreach ($text in 'ben', "'Sale'", 'Basic Routing Profile, Sales, Support Tier 1', 'CallCenterManager') {
            "$failure" | Should -BeLike "*$text*"
        }

        $failure.ErrorDetails.RecommendedAction | Should -BeLike "*Did you mean 'Sales'?*"
        $failure.ErrorDetails.RecommendedAction | Should -BeLike "*Did you mean 'Agent'?*"
        Get-WriteCount | Should -Be 0
    }

    It 'that are not there are an error with some of many, which ends with three dots' {
        1..20 | ForEach-Object { $null = Add-Profile "Shift $_" }
        "$(Assert-Failure 'NotFound' { Set-ConnectUser $arn -RoutingProfile 'Nights' })" | Should -Match 'Shift [0-9]+, \.\.\.(?!\.)'
    }

    It 'in a list that AWS does not <Case> are an error with the row and the list' -ForEach @(
        @{ Case = 'return'; Id = 'NetworkFailure'; List = 'ListResources*AWS::Connect::RoutingProfile'; Faults = '{ "operation": "ListRoutingProfiles", "kind": "Exception", "exceptionName": "AccessDeniedException" }, { "operation": "ListResources", "kind": "Slow", "milliseconds": 3000000 }' }
        @{ Case = 'stop to throttle'; Id = 'Throttling'; List = 'ListRoutingProfiles'; Faults = '{ "operation": "ListRoutingProfiles", "kind": "Throttle" }' }
    ) {
        $simulator.Faults.AddJson("[$Faults]")
        $failure = Assert-Failure $Id { [pscustomobject]@{ UserArn = $arn; Username = 'ana'; RoutingProfile = 'Sales' } | Set-ConnectUser -TimeoutSeconds 1 }
        "$failure" | Should -BeLike "ana: $List*"
        $failure.TargetObject.Username | Should -Be 'ana'
        Get-WriteCount | Should -Be 0
    }

    It 'in other letters are ambiguous where several have them' {
        $null = Add-Profile 'SALES'
        $null = Add-Profile 'Sales'
        $failure = Assert-Failure 'AmbiguousName' { Set-ConnectUser $arn -RoutingProfile 'sales' }
        "$failure" | Should -BeLike '*any of 3*'
        "$failure" | Should -BeLike "*$($routing[1].Substring($routing[1].Length - 12))*"
        "$(Assert-Failure 'AmbiguousName' { Set-ConnectUser $arn -RoutingProfile 'Sales' })" | Should -BeLike '*any of 2*'
        Get-WriteCount | Should -Be 0
        Set-ConnectUser $arn -RoutingProfile 'SALES'
        Get-WriteCount | Should -Be 1 -Because 'the exact name is clear'
    }

    It 'made since the others were read are found' {
        Set-ConnectUser $arn -RoutingProfile 'Sales'
        $made = Add-Profile 'Made since'
        Set-ConnectUser $arn -RoutingProfile 'Made since'
        (Get-TestUser 'ana').RoutingProfileArn | Should -Be $made
    }

    It 'beside wrong values never lead to a write: <More>' -ForEach @(
        @{ More = { @{ PhoneType = 'PHONE'; SecurityProfile = 'Agent' } }; Id = 'InvalidValue'; MaximumCalls = 0 }
        @{ More = { @{ SecurityProfile = 'Agent', 'arn:aws:connect:x' } }; Id = 'InvalidArn'; MaximumCalls = 100 }
        @{ More = { @{ SecurityProfile = $routing[0] } }; Id = 'InvalidArn'; MaximumCalls = 100 }
    ) {
        $more = & $More
        $null = Assert-Failure $Id { New-ConnectUser 'ben' @new -RoutingProfile 'Sales' @more }
        Get-WriteCount | Should -Be 0
        $simulator.CallCount | Should -BeLessOrEqual $MaximumCalls
    }

    It 'mean what they mean in the instance of the user' {
        $foreign = $routing[0] -replace 'instance/[^/]+', 'instance/11111111-2222-4333-8444-555555555555'
        "$(Assert-Failure 'InstanceMismatch' { Set-ConnectUser $arn -RoutingProfile $foreign })" | Should -BeLike "*$instance*"
    }
}

Describe 'Names in rosters' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $file = Join-Path $TestDrive 'agents.csv'
    }

    BeforeAll {
        $lists = 'ListInstances', 'ListRoutingProfiles', 'ListSecurityProfiles', 'ListUserHierarchyGroups', 'ListResources'

        function Write-Roster {
            param([string] $Prefix, [int] $Count)

            $routingNames = 'Basic Routing Profile', 'Sales', 'Support Tier 1', 'Support Tier 2', 'Billing'
            $sites = 'Leeds', 'Lisbon', 'Manila'
            $lines = 0..($Count - 1) | ForEach-Object {
                "$Prefix$_,Ada,Li$_,SOFT_PHONE,$($routingNames[$_ % 5]),Agent;TeamLead,$($sites[$_ % 3])/$($sites[$_ % 3]) Sales"
            }
            @('Username,FirstName,LastName,PhoneType,RoutingProfile,SecurityProfiles,HierarchyGroup') + $lines | Set-Content $file
        }

        function Get-NameReadCount {
            @($simulator.Calls | Where-Object { $_.Operation -eq 'GetResource' -and $_.TypeName -ne 'AWS::Connect::User' }).Count
        }
    }

    It 'are looked up once for each type, and not again' {
        Write-Roster 'agent' 12
        Import-Csv $file | New-ConnectUser @new | Should -HaveCount 12
        Get-CallCount 'CreateResource' | Should -Be 12
        Get-CallCount $lists | Should -Be 4
        Get-NameReadCount | Should -Be 6 -Because 'only the groups of the file are read, with those above them'
        (Get-TestUser 'agent7').RoutingProfileArn | Should -Be $routing[2]
        (Get-TestUser 'agent7').SecurityProfileArns | Should -HaveCount 2
        (Get-TestUser 'agent11').HierarchyGroupArn | Should -Be (Get-GroupArn 'Manila/Manila Sales')

        Write-Roster 'other' 3
        $simulator.ClearCalls()
        Import-Csv $file | New-ConnectUser @new | Should -HaveCount 3
        Get-CallCount 'CreateResource' | Should -Be 3
        Get-CallCount $lists | Should -Be 0
        Get-NameReadCount | Should -Be 0
    }

    It 'that are not there name their row, and the others go on' {
        @(
            'Username,RoutingProfile,SecurityProfiles,HierarchyGroup', 'ana,Sales,Agent,Leeds/Leeds Sales', 'ben,Saels,Agent,',
            'mia,Billing,Agent;Nobody,Leeds/Nowhere', 'zoe,Billing,Agent,'
        ) | Set-Content $file
        $result = Get-Result { Import-ConnectUser $file | New-ConnectUser @new }
        $result.Output | Should -HaveCount 2
        Get-ErrorId $result.Error | Should -Be 'NotFound', 'NotFound'
        $ben = @($result.Error | Where-Object { "$_" -like "*agents.csv:3*'Saels'*" })
        $ben | Should -HaveCount 1
        $ben[0].ErrorDetails.RecommendedAction | Should -BeLike "*Did you mean 'Sales'?*"
        $mia = @($result.Error | Where-Object { "$_" -like '*agents.csv:4*' -and "$_" -like "*'Nobody'*" -and "$_" -like '*Leeds/Nowhere*' })
        $mia | Should -HaveCount 1
        Get-CallCount 'CreateResource' | Should -Be 2
        Get-CallCount $lists | Should -Be 4
    }

    It 'give way to parameters, and are then not looked up' {
        'Username,RoutingProfile,SecurityProfileArns', "ana,No such profile,$($security[0])" | Set-Content $file
        Import-Csv $file | New-ConnectUser -InstanceArn $instance -Password $password -RoutingProfile $routing[3] @names -NoWait | Wait-ConnectUserRequest | Out-Null
        (Get-TestUser 'ana').RoutingProfileArn | Should -Be $routing[3]
        Get-CallCount $lists | Should -Be 0
        Get-CallCount 'GetResource' | Should -Be 1 -Because 'of the instance, whose users need what its identity management says'
    }

    It 'change users too' {
        $null = Add-TestUser 'ana'
        $null = Add-TestUser 'ben'
        'Username,RoutingProfileArn,SecurityProfile', 'ana,Support Tier 2,', "ben,$($routing[2]),Agent;TeamLead" | Set-Content $file
        Import-Csv $file | Set-ConnectUser -InstanceArn 'contact-centre'
        (Get-TestUser 'ana').RoutingProfileArn | Should -Be $routing[3]
        (Get-TestUser 'ben').RoutingProfileArn | Should -Be $routing[2]
        (Get-TestUser 'ben').SecurityProfileArns | Should -HaveCount 2
    }

    It 'of an unknown instance fail every row, and are looked for once' {
        Write-Roster 'agent' 3
        $result = Get-Result { Import-Csv $file | New-ConnectUser -InstanceArn 'contact-center' -Password $password }
        Get-ErrorId $result.Error | Should -Be 'NotFound', 'NotFound', 'NotFound'
        $result.Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*contact-centre*'
        Get-CallCount $lists | Should -Be 1
        Get-CallCount 'GetResource' | Should -Be 0
        Get-WriteCount | Should -Be 0
    }
}
