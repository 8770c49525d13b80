# The names that columns may have, and what happens to columns with other names.
BeforeDiscovery {
    $columns = @(
        # Connect's own API, as DescribeUser, SearchUsers and CreateUser have it.
        @{ Column = 'RoutingProfileId'; Value = { Get-Id $routing[1] }; Property = 'RoutingProfileArn'; Expected = { $routing[1] } }
        @{ Column = 'SecurityProfileIds'; Value = { , @($security[1, 2] | ForEach-Object { Get-Id $_ }) }; Property = 'SecurityProfileArns'; Expected = { $security[1, 2] } }
        @{ Column = 'HierarchyGroupId'; Value = { Get-Id $groups[0] }; Property = 'HierarchyGroupArn'; Expected = { $groups[0] } }
        # The AWS CLI.
        @{ Column = 'routing-profile-id'; Value = { Get-Id $routing[1] }; Property = 'RoutingProfileArn'; Expected = { $routing[1] } }
        @{ Column = 'security-profile-ids'; Value = { ($security[1, 2] | ForEach-Object { Get-Id $_ }) -join ';' }; Property = 'SecurityProfileArns'; Expected = { $security[1, 2] } }
        @{ Column = 'hierarchy-group-id'; Value = { Get-Id $groups[0] }; Property = 'HierarchyGroupArn'; Expected = { $groups[0] } }
        # Terraform.
        @{ Column = 'routing_profile_id'; Value = { Get-Id $routing[1] }; Property = 'RoutingProfileArn'; Expected = { $routing[1] } }
        @{ Column = 'security_profile_ids'; Value = { , @(Get-Id $security[1]) }; Property = 'SecurityProfileArns'; Expected = { $security[1] } }
        @{ Column = 'hierarchy_group_id'; Value = { Get-Id $groups[0] }; Property = 'HierarchyGroupArn'; Expected = { $groups[0] } }
        # People.
        @{ Column = 'Routing Profile Name'; Value = { 'Basic Routing Profile' }; Property = 'RoutingProfileArn'; Expected = { $routing[0] } }
        # Files of HR.
        @{ Column = 'Login'; Value = { 'ana' }; Property = 'Username'; Expected = { 'ana' } }
        @{ Column = 'login name'; Value = { 'ana' }; Property = 'Username'; Expected = { 'ana' } }
        @{ Column = 'Given Name'; Value = { 'Mia' }; Property = 'FirstName'; Expected = { 'Mia' } }
        @{ Column = 'Forename'; Value = { 'Mia' }; Property = 'FirstName'; Expected = { 'Mia' } }
        @{ Column = 'Surname'; Value = { 'Roe' }; Property = 'LastName'; Expected = { 'Roe' } }
        @{ Column = 'FamilyName'; Value = { 'Roe' }; Property = 'LastName'; Expected = { 'Roe' } }
        @{ Column = 'Mail'; Value = { 'm@example.com' }; Property = 'Email'; Expected = { 'm@example.com' } }
        @{ Column = 'E-Mail'; Value = { 'm@example.com' }; Property = 'Email'; Expected = { 'm@example.com' } }
        @{ Column = 'ACW'; Value = { '45' }; Property = 'AfterContactWorkTimeLimit'; Expected = { 45 } }
        @{ Column = 'After-call work time'; Value = { '45' }; Property = 'AfterContactWorkTimeLimit'; Expected = { 45 } }
        @{ Column = 'ROUTING PROFILE'; Value = { $routing[1] }; Property = 'RoutingProfileArn'; Expected = { $routing[1] } }
    )
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Seed.ps1')
    $new = @{ Password = ConvertTo-SecureString 'Correct7Horse' -AsPlainText -Force }

    function Get-Id {
        param([string] $Arn)

        ($Arn -split '/')[-1]
    }

    function Get-NewRow {
        param([string] $Username, [System.Collections.IDictionary] $More = @{})

        $row = [ordered]@{ Username = $Username; FirstName = 'Ana'; LastName = 'Li'; InstanceArn = $instance; RoutingProfileArn = $routing[0]; SecurityProfileArns = $security[0] }
        foreach ($name in $More.Keys) {
            $row[$name] = $More[$name]
        }

        [pscustomobject]$row
    }
}

Describe 'Columns' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $file = Join-Path $TestDrive 'columns.csv'
    }

    It 'named <Column> mean <Property>' -ForEach $columns {
        $row = Get-NewRow 'ana' @{ $Column = & $Value }
        $row.PSObject.Properties.Remove($Property)

        $result = Get-Result { $row | New-ConnectUser @new }
        $result.Error | Should -BeNullOrEmpty
        $result.Warning | Should -BeNullOrEmpty
        (Get-ConnectUser -Username 'ana').$Property | Sort-Object | Should -Be (& $Expected | Sort-Object)
    }

    It 'of Connect make a user' {
        $json = ConvertTo-Json -Depth 5 @{
            Username           = 'ana'
            InstanceId         = Get-Id $instance
            RoutingProfileId   = Get-Id $routing[1]
            SecurityProfileIds = @(Get-Id $security[1])
            HierarchyGroupId   = Get-Id $groups[0]
            IdentityInfo       = @{ FirstName = 'Ana'; LastName = 'Li'; Email = 'ana@example.com'; SecondaryEmail = 'a@example.com'; Mobile = '+447700900123' }
            PhoneConfig        = @{ PhoneType = 'SOFT_PHONE'; AutoAccept = $true; AfterContactWorkTimeLimit = 30; DeskPhoneNumber = '' }
            Tags               = @{ Team = 'Sales' }
            LastModifiedTime   = 1700000000
            LastModifiedRegion = 'eu-west-2'
        }
        $result = Get-Result { $json | ConvertFrom-Json | New-ConnectUser @new }
        $result.Error | Should -BeNullOrEmpty
        $state = Get-TestUser 'ana'
        $state.InstanceArn | Should -Be $instance
        $state.RoutingProfileArn | Should -Be $routing[1]
        $state.SecurityProfileArns | Should -Be $security[1]
        $state.HierarchyGroupArn | Should -Be $groups[0]
        $state.IdentityInfo.SecondaryEmail | Should -Be 'a@example.com'
        $state.PhoneConfig.AfterContactWorkTimeLimit | Should -Be 30
        Get-TestTag 'ana' | Should -Contain 'Team=Sales'
    }

    It 'of Terraform make a user' {
        $json = ConvertTo-Json -Depth 5 @{
            name                 = 'ana'
            instance_id          = Get-Id $instance
            routing_profile_id   = Get-Id $routing[1]
            security_profile_ids = @(Get-Id $security[1])
            identity_info        = @(@{ first_name = 'Ana'; last_name = 'Li'; email = 'ana@example.com'; secondary_email = $null })
            phone_config         = @(@{ phone_type = 'SOFT_PHONE'; auto_accept = $true; after_contact_work_time_limit = 30 })
            tags                 = @{ Team = 'Sales' }
            tags_all             = @{ Team = 'Sales' }
        }
        $result = Get-Result { $json | ConvertFrom-Json | New-ConnectUser @new }
        $result.Error | Should -BeNullOrEmpty
        $state = Get-TestUser 'ana'
        $state.RoutingProfileArn | Should -Be $routing[1]
        $state.SecurityProfileArns | Should -Be $security[1]
        $state.IdentityInfo.FirstName | Should -Be 'Ana'
        $state.PhoneConfig.AutoAccept | Should -BeTrue
    }

    It 'with an id agree with those with its ARN, and disagree with those with another' {
        Get-NewRow 'ana' @{ RoutingProfileId = Get-Id $routing[0]; SecurityProfileIds = , (Get-Id $security[0]) } | New-ConnectUser @new
        (Get-TestUser 'ana').RoutingProfileArn | Should -Be $routing[0]
        $failure = Assert-Failure 'ConflictingColumns' { Get-NewRow 'ben' @{ RoutingProfileId = Get-Id $routing[1] } | New-ConnectUser @new }
        "$failure" | Should -BeLike '*RoutingProfileId*'
    }

    It '<Name> with a bare id identify a user where an instance is given' -ForEach @(
        @{ Name = 'Id and InstanceArn'; Row = { @{ Id = Get-Id $arn; InstanceArn = $instance } } }
        @{ Name = 'UserId and InstanceId'; Row = { @{ UserId = Get-Id $arn; InstanceId = Get-Id $instance } } }
        @{ Name = 'user-id and an alias'; Row = { @{ 'user-id' = Get-Id $arn; instance = 'contact-centre' } } }
        @{ Name = 'user_id and an ARN'; Row = { @{ user_id = Get-Id $arn; arn = $arn } } }
        @{ Name = 'The id of Terraform'; Row = { @{ id = "$(Get-Id $instance):$(Get-Id $arn)"; user_id = Get-Id $arn; instance_id = Get-Id $instance; name = 'ben' } } }
    ) {
        $arn = Add-TestUser 'ben'
        $row = [pscustomobject]((& $Row) + @{ LastName = 'Ode' })
        (Get-Result { $row | Set-ConnectUser }).Error | Should -BeNullOrEmpty
        (Get-TestUser 'ben').IdentityInfo.LastName | Should -Be 'Ode'
        ($row | Get-ConnectUser).UserArn | Should -Be $arn
        $row | Remove-ConnectUser -Force -WarningAction Ignore
        Get-ConnectUser | Should -BeNullOrEmpty
    }

    It 'and identifiers with a bare id need -InstanceArn, as <Kind>' -ForEach @(
        @{ Kind = 'ARN'; Value = { $instance } }
        @{ Kind = 'id'; Value = { Get-Id $instance } }
        @{ Kind = 'alias'; Value = { 'contact-centre' } }
    ) {
        $arn = Add-TestUser 'ben'
        $id = Get-Id $arn
        $in = @{ InstanceArn = & $Value }
        [pscustomobject]@{ Id = $id; LastName = 'Ode' } | Set-ConnectUser @in
        (Get-ConnectUser -Identifier $id @in).LastName | Should -Be 'Ode'
        Set-ConnectUser $id @in -LastName 'Roy'
        ($id | Get-ConnectUser @in).LastName | Should -Be 'Roy'
        $null = Assert-Failure 'MissingIdentity' { Set-ConnectUser $id -LastName 'X' }
        $null = Assert-Failure 'MissingIdentity' { [pscustomobject]@{ Id = $id; LastName = 'X' } | Set-ConnectUser }
        Remove-ConnectUser $id @in -Force
        Get-ConnectUser | Should -BeNullOrEmpty
    }

    It 'that are not known end <Command> before its first write, with one error for all' -ForEach @(
        @{ Command = 'New-ConnectUser'; More = { $new }; Rows = { 1..3 | ForEach-Object { Get-NewRow "u$_" ([ordered]@{ Fristname = 'x'; Shoe = '' }) } } }
        @{ Command = 'Set-ConnectUser'; More = { @{} }; Rows = { 1..3 | ForEach-Object { [pscustomobject]@{ UserArn = $arn; Fristname = 'x'; Shoe = ''; LastName = 'Ode' } } } }
        @{ Command = 'New-ConnectUser'; More = { $new }; Rows = { 1..3 | ForEach-Object { Get-NewRow "u$_" ([ordered]@{ Fristname = 'x'; Shoe = 'y'; AutoAccept = 'perhaps' }) } } }
    ) {
        $arn = Add-TestUser 'ben'
        $more = & $More
        $rows = & $Rows
        $failure = Assert-Failure 'UnknownColumn' { $rows | & $Command @more; throw 'It did not end.' }
        $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
        "$failure" | Should -BeLike "*'Fristname'*'FirstName'*'Shoe'*-IgnoreUnknownColumn*"
        $simulator.CallCount | Should -Be 0
        { $rows | & $Command @more -ErrorAction SilentlyContinue } | Should -Throw
    }

    It 'that are not known are left out by <Command> with -IgnoreUnknownColumn' -ForEach @(
        @{ Command = 'New-ConnectUser'; More = { $new }; Row = { Get-NewRow 'ana' @{ Shoe = 'y' } } }
        @{ Command = 'Set-ConnectUser'; More = { @{} }; Row = { [pscustomobject]@{ UserArn = $arn; Shoe = 'y'; LastName = 'Ode' } } }
    ) {
        $arn = Add-TestUser 'ben'
        $more = & $More
        $result = Get-Result { & $Row | & $Command @more -IgnoreUnknownColumn -Verbose }
        $result.Error | Should -BeNullOrEmpty
        $result.Warning | Should -BeNullOrEmpty
        $result.Verbose | Where-Object { "$_" -like "*'Shoe'*" } | Should -HaveCount 1
        Get-WriteCount | Should -Be 1
    }

    It 'that are not known and first come in a later row leave that row out' {
        $result = Get-Result { & { Get-NewRow 'a'; Get-NewRow 'b' @{ Rotuing_profile = 'x' }; Get-NewRow 'c' } | New-ConnectUser @new }
        $result.Output.Username | Sort-Object | Should -Be 'a', 'c'
        Get-ErrorId $result.Error | Should -Be 'UnknownColumn'
        "$($result.Error)" | Should -BeLike "*'Rotuing_profile'*'RoutingProfile'*"
        $result.Error[0].TargetObject.Username | Should -Be 'b'
        Get-WriteCount | Should -Be 2
    }

    It 'that are one, of a file delimited by <Name>, are an error that says so: <Command>' -ForEach @(
        foreach ($command in 'New-ConnectUser', 'Set-ConnectUser', 'Remove-ConnectUser', 'Get-ConnectUser', 'Export-ConnectUserStack') {
            @{ Command = $command; Name = "';'"; Delimiter = ';'; Advice = "*Import-ConnectUser*-Delimiter ';'*" }
        }

        @{ Command = 'New-ConnectUser'; Name = 'tabs'; Delimiter = "`t"; Advice = '*Import-ConnectUser*-Delimiter "?t"*' }
    ) {
        $more = if ($Command -like 'Export-*') { @{ Path = $file } } else { @{ InstanceArn = $instance } }
        'Username;FirstName;LastName;Password', 'ana;Ana;Li;x', 'ben;Ben;Li;x' -replace ';', $Delimiter | Set-Content $file
        $failure = Assert-Failure 'UnknownColumn' { Import-Csv $file | & $Command @more }
        "$failure" | Should -BeLike "*delimited by $Name*"
        $failure.ErrorDetails.RecommendedAction | Should -BeLike $Advice
        $simulator.CallCount | Should -Be 0
    }

    It 'of PowerShell and of the module are no mistake' {
        $more = @{ PSPath = 'x'; RunspaceId = 'x'; PSComputerName = 'x'; Source = 'x'; Line = 2; Checksum = ''; UserArn = Add-TestUser 'ben'; Protected = 'true'; Status = 'Missing' }
        $result = Get-Result { Get-NewRow 'ana' $more | New-ConnectUser @new }
        $result.Error | Should -BeNullOrEmpty
        $result.Warning | Should -BeNullOrEmpty
    }

    It 'without a header and without cells are no mistake' {
        "Username,FirstName,LastName,InstanceArn,RoutingProfileArn,SecurityProfileArns,`nana,Ana,Li,$instance,$($routing[0]),$($security[0])," | Set-Content $file
        $result = Get-Result { Import-Csv $file -WarningAction Ignore | New-ConnectUser @new }
        $result.Error | Should -BeNullOrEmpty
        Get-WriteCount | Should -Be 1
    }

    It 'of exported users and results are no mistake' {
        $made = Get-NewRow 'ana' | New-ConnectUser -GeneratePassword
        $made | Export-Csv $file
        (Get-Result { Import-Csv $file | Set-ConnectUser -LastName 'Ode' }).Error | Should -BeNullOrEmpty
        (Get-Result { Import-ConnectUser $file | Set-ConnectUser -LastName 'Roy' }).Error | Should -BeNullOrEmpty
        (Get-TestUser 'ana').IdentityInfo.LastName | Should -Be 'Roy'
        Set-ConnectUser $made.UserArn -LastName 'Li' -NoWait | Wait-ConnectUserRequest | Export-Csv $file
        (Get-Result { Import-Csv $file | Set-ConnectUser -LastName 'Ode' }).Error | Should -BeNullOrEmpty
        Get-NewRow 'ana' | Export-Csv $file
        Test-ConnectUserStack $file | Export-Csv ($results = Join-Path $TestDrive 'results.csv')
        (Get-Result { Import-Csv $results | Set-ConnectUser -FirstName 'Bea' }).Error | Should -BeNullOrEmpty
        (Get-TestUser 'ana').IdentityInfo.FirstName | Should -Be 'Bea'
    }
}

Describe 'Blank rows' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $file = Join-Path $TestDrive 'blank.csv'
        @('Username,FirstName,LastName,InstanceArn,RoutingProfileArn,SecurityProfileArns', "ana,Ana,Li,$instance,$($routing[0]),$($security[0])", ',,,,,', ' ,,,,,', "ben,Ben,Li,$instance,$($routing[0]),$($security[0])", ',,,,,') | Set-Content $file
    }

    It 'are skipped by New-ConnectUser, with one verbose line' {
        $result = Get-Result { Import-Csv $file | New-ConnectUser @new -Verbose }
        $result.Error | Should -BeNullOrEmpty
        $result.Output.Username | Sort-Object | Should -Be 'ana', 'ben'
        $result.Verbose | Where-Object { "$_" -like '*blank row*' } | Should -HaveCount 1
    }

    It 'are skipped by Import-ConnectUser, with one verbose line' {
        $result = Get-Result { Import-ConnectUser $file -Verbose }
        $result.Error | Should -BeNullOrEmpty
        $result.Output.Username | Should -Be 'ana', 'ben'
        $result.Verbose | Where-Object { "$_" -like '*blank row*: 3*' } | Should -HaveCount 1
    }

    It 'are skipped in the roster of a stack, with one verbose line' {
        $result = Get-Result { Test-ConnectUserStack $file -Verbose }
        $result.Error | Should -BeNullOrEmpty
        $result.Output.Username | Should -Be 'ana', 'ben'
        $result.Verbose | Where-Object { "$_" -like '*blank row*: 3*' } | Should -HaveCount 1
    }

    It 'change and remove nobody' {
        $rows = [pscustomobject]@{ Username = ''; InstanceArn = '' }, [pscustomobject]@{ Username = $null; InstanceArn = ' ' }
        foreach ($command in { $rows | Set-ConnectUser -LastName 'X' }, { $rows | Remove-ConnectUser -Force }, { $rows | Get-ConnectUser }) {
            $result = Get-Result $command
            $result.Error | Should -BeNullOrEmpty
            $result.Output | Should -BeNullOrEmpty
        }

        $simulator.CallCount | Should -Be 0
    }
}

Describe 'Files with columns that are not known' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $file = Join-Path $TestDrive 'typos.csv'
        @('Username,FirstName,LastName,InstanceArn,RoutingProfileArn,SecurityProfileArns,Fristname,Shoe', "ana,Ana,Li,$instance,$($routing[0]),$($security[0]),,", "ben,Ben,Li,$instance,$($routing[0]),$($security[0]),Ben,44") | Set-Content $file
    }

    It 'end <Command> before its first call' -ForEach @(
        @{ Command = 'Publish-ConnectUserStack'; More = { $new } }
        @{ Command = 'Test-ConnectUserStack'; More = { @{} } }
        @{ Command = 'Unpublish-ConnectUserStack'; More = { @{ Force = $true } } }
        @{ Command = 'Import-ConnectUser'; More = { @{} } }
    ) {
        $more = & $More
        $result = Get-Result { & $Command $file @more }
        $result.Output | Should -BeNullOrEmpty
        Get-ErrorId $result.Error | Should -Be 'UnknownColumn'
        "$($result.Error)" | Should -BeLike "*typos.csv*'Fristname'*'FirstName'*'Shoe'*-IgnoreUnknownColumn*"
        $result.Error[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $simulator.CallCount | Should -Be 0
    }

    It 'are read with -IgnoreUnknownColumn' {
        Publish-ConnectUserStack $file @new -IgnoreUnknownColumn | Select-Object -ExpandProperty Outcome | Should -Be 'Created', 'Created'
        (Test-ConnectUserStack $file -IgnoreUnknownColumn).Status | Should -Be 'InSync', 'InSync'
        (Import-ConnectUser $file -IgnoreUnknownColumn).Shoe | Should -Be '', '44'
    }

    It 'leave out a later file, and a later row' {
        'Username', 'a' | Set-Content ($first = Join-Path $TestDrive 'first.csv')
        'Username', 'z' | Set-Content ($last = Join-Path $TestDrive 'last.csv')
        $result = Get-Result { Import-ConnectUser $first, $file, $last }
        $result.Output.Username | Should -Be 'a', 'z'
        Get-ErrorId $result.Error | Should -Be 'UnknownColumn'
        '[{"Username":"a"},{"Username":"b","Shoe":1},{"Username":"c"}]' | Set-Content ($json = Join-Path $TestDrive 'later.json')
        $result = Get-Result { Import-ConnectUser $json }
        $result.Output.Username | Should -Be 'a', 'c'
        "$($result.Error)" | Should -BeLike '*later.json*Shoe*'
    }

    It 'keep both columns for one property, so that an empty one hides nothing' {
        "Username,RoutingProfileId,RoutingProfileArn`nana,$($routing[0])," | Set-Content $file
        $row = Import-ConnectUser $file
        $row | Add-Member InstanceArn $instance
        $row | Add-Member SecurityProfileArns $security[0]
        $row | New-ConnectUser @new -FirstName 'Ana' -LastName 'Li'
        (Get-TestUser 'ana').RoutingProfileArn | Should -Be $routing[0]
    }
}
