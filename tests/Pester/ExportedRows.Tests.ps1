BeforeDiscovery {
    $columns = @(
        @{ Column = 'FirstName'; Value = 'Jane'; Expected = { $_.IdentityInfo.FirstName | Should -BeExactly 'Jane' } }
        @{ Column = 'LastName'; Value = 'Jones'; Expected = { $_.IdentityInfo.LastName | Should -BeExactly 'Jones' } }
        @{ Column = 'Email'; Value = 'jane@example.com'; Expected = { $_.IdentityInfo.Email | Should -BeExactly 'jane@example.com' } }
        @{ Column = 'SecondaryEmail'; Value = 'jj@example.com'; Expected = { $_.IdentityInfo.SecondaryEmail | Should -BeExactly 'jj@example.com' } }
        @{ Column = 'Mobile'; Value = '+447700900999'; Expected = { $_.IdentityInfo.Mobile | Should -BeExactly '+447700900999' } }
        @{ Column = 'PhoneType'; Value = 'SOFT_PHONE'; Expected = { $_.PhoneConfig.PhoneType | Should -BeExactly 'SOFT_PHONE' } }
        @{ Column = 'DeskPhoneNumber'; Value = '+442079460999'; Expected = { $_.PhoneConfig.DeskPhoneNumber | Should -BeExactly '+442079460999' } }
        @{ Column = 'AutoAccept'; Value = 'True'; Expected = { $_.PhoneConfig.AutoAccept | Should -BeTrue } }
        @{ Column = 'AfterContactWorkTimeLimit'; Value = '77'; Expected = { $_.PhoneConfig.AfterContactWorkTimeLimit | Should -Be 77 } }
        @{ Column = 'PersistentConnection'; Value = 'True'; Expected = { $_.PhoneConfig.PersistentConnection | Should -BeTrue } }
        @{ Column = 'IdentityInfo'; Value = 'FirstName=Jane;LastName=Doe'; Expected = { $_.IdentityInfo.FirstName, $_.IdentityInfo.LastName | Should -BeExactly 'Jane', 'Doe' } }
        @{ Column = 'PhoneConfig'; Value = 'AutoAccept=true;PhoneType=SOFT_PHONE'; Expected = { $_.PhoneConfig.AutoAccept | Should -BeTrue } }
    )
    $formats = @(
        @{ Format = 'Export-Csv and Import-Csv'; Change = { param($user, $edit) $user | Export-Csv $file; $row = Import-Csv $file; & $edit $row; $row | Set-ConnectUser -ErrorAction Stop } }
        @{ Format = 'Export-Csv and Import-ConnectUser'; Change = { param($user, $edit) $user | Export-Csv $file; $row = Import-Csv $file; & $edit $row; $row | Export-Csv $file; Import-ConnectUser $file | Set-ConnectUser -ErrorAction Stop } }
        @{ Format = 'ConvertTo-Json and ConvertFrom-Json'; Change = { param($user, $edit) $row = $user | ConvertTo-Json -Depth 5 | ConvertFrom-Json; & $edit $row; $row | Set-ConnectUser -ErrorAction Stop } }
    )
    $edits = foreach ($format in $formats) { foreach ($column in $columns) { $format + $column } }
    $settings = @(
        @{ Column = 'AutoAccept'; Value = 'False'; Array = 'AutoAcceptConfigs'; Before = 'VOICE:AutoAccept=true;CHAT:AutoAccept=true'; After = 'VOICE:AutoAccept=false;CHAT:AutoAccept=true' }
        @{ Column = 'AfterContactWorkTimeLimit'; Value = '77'; Array = 'AfterContactWorkConfigs'; Before = 'VOICE:AfterContactWorkConfig.AfterContactWorkTimeLimit=20;CHAT:AfterContactWorkConfig.AfterContactWorkTimeLimit=30'; After = 'VOICE:AfterContactWorkConfig.AfterContactWorkTimeLimit=77;CHAT:AfterContactWorkConfig.AfterContactWorkTimeLimit=30' }
        @{ Column = 'DeskPhoneNumber'; Value = '+442079460999'; Array = 'PhoneNumberConfigs'; Before = 'VOICE:PhoneType=DESK_PHONE,PhoneNumber=+442079460000'; After = 'VOICE:PhoneType=DESK_PHONE,PhoneNumber=+442079460999' }
        @{ Column = 'PersistentConnection'; Value = 'False'; Array = 'PersistentConnectionConfigs'; Before = 'VOICE:PersistentConnection=true'; After = 'VOICE:PersistentConnection=false' }
    )
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $simulator = Start-TestSimulator -UserCount 2
    $arn = $simulator.FindUser((Get-ConnectUser -First 1).Username)
    $state = $simulator.GetProperties($arn) | ConvertFrom-Json -AsHashtable
    $state.IdentityInfo = @{ FirstName = 'Ana'; LastName = 'Li'; Email = 'ana@example.com'; SecondaryEmail = 'al@example.com'; Mobile = '+447700900123' }
    $state.Remove('AutoAcceptConfigs')

    function Set-LiveState {
        param([hashtable] $PhoneConfig, [hashtable] $Arrays = @{})

        $state.PhoneConfig = $PhoneConfig
        $merged = $state.Clone()
        foreach ($name in $Arrays.Keys) {
            $merged[$name] = $Arrays[$name]
        }

        $simulator.SetProperties('AWS::Connect::User', $arn, ($merged | ConvertTo-Json -Depth 10))
        $simulator.ClearCalls()
    }

    function Get-WriteCount {
        @($simulator.Calls | Where-Object Operation -EQ 'UpdateResource').Count
    }
}

Describe 'An exported row that was edited' {
    BeforeEach {
        $file = Join-Path $TestDrive 'e.csv'
        Set-LiveState @{ PhoneType = 'DESK_PHONE'; DeskPhoneNumber = '+442079460000'; AutoAccept = $false; AfterContactWorkTimeLimit = 10; PersistentConnection = $false }
    }

    It 'changes <Column> through <Format>, once however often it is read' -ForEach $edits {
        $user = Get-ConnectUser -Identifier $arn
        $edit = { param($row) $row.$Column = $Value }.GetNewClosure()
        & $Change $user $edit
        $simulator.GetProperties($arn) | ConvertFrom-Json | ForEach-Object $Expected
        Get-WriteCount | Should -Be 1
        & $Change $user $edit
        Get-WriteCount | Should -Be 1
    }

    It 'changes nothing where nothing was edited' {
        Get-ConnectUser -Identifier $arn | Export-Csv $file
        Import-Csv $file | Set-ConnectUser -ErrorAction Stop
        Get-WriteCount | Should -Be 0
    }

    It 'changes with -IfUnchanged only what was edited' {
        $state.Tags = @(@{ Key = 'Team'; Value = 'Sales' })
        Set-LiveState $state.PhoneConfig
        $user = Get-ConnectUser -Identifier $arn
        Get-ConnectUser -Identifier $arn | Export-Csv $file
        Set-ConnectUser $arn -LastName 'Other' -AddTag @{ Shift = 'Late' } -PhoneType SOFT_PHONE
        $simulator.ClearCalls()
        Import-Csv $file | Set-ConnectUser -IfUnchanged
        Get-WriteCount | Should -Be 0
        $row = Import-Csv $file
        $row.FirstName = 'Jane'
        $row | Set-ConnectUser -IfUnchanged -ErrorAction Stop
        $identity = (Get-TestUser $user.Username).IdentityInfo
        $identity.FirstName, $identity.LastName | Should -BeExactly 'Jane', 'Other'
        Get-TestTag $user.Username | Should -Contain 'Shift=Late'
    }

    It 'is refused with -IfUnchanged where another client has changed what was edited: <Column>' -ForEach @(
        @{ Column = 'LastName'; Value = 'Zed'; More = @{}; Change = @{ LastName = 'Other' } }
        @{ Column = 'IdentityInfo'; Value = 'LastName=Zed'; More = @{}; Change = @{ LastName = 'Other' } }
        @{ Column = 'Mobile'; Value = '+447700900999'; More = @{}; Change = @{ Mobile = $null } }
        @{ Column = 'Tags'; Value = 'Team=Billing'; More = @{}; Change = @{ AddTag = @{ Shift = 'Late' } } }
        @{ Column = 'RoutingProfile'; Value = 'Sales'; More = @{}; Change = @{ RoutingProfile = 'Basic Routing Profile' } }
        @{ Column = 'AutoAccept'; Value = ''; Change = @{ LastName = 'Other' }; More = @{ LastName = 'Zed' } }
    ) {
        Get-ConnectUser -Identifier $arn | Export-Csv $file
        Set-ConnectUser $arn @Change
        $row = Import-Csv $file
        $row.$Column = $Value
        $simulator.ClearCalls()
        $failure = Assert-Failure 'ConcurrentChange' { $row | Set-ConnectUser -IfUnchanged @More }
        "$failure" | Should -BeLike '*since it was exported*'
        Get-WriteCount | Should -Be 0
    }

    It 'takes two edits of one object, in two columns' {
        Get-ConnectUser -Identifier $arn | Export-Csv $file
        $row = Import-Csv $file
        $row.FirstName = 'Jane'
        $row.IdentityInfo = $row.IdentityInfo -replace 'Li', 'Jones'
        $row | Set-ConnectUser -ErrorAction Stop
        $identity = ($simulator.GetProperties($arn) | ConvertFrom-Json).IdentityInfo
        $identity.FirstName, $identity.LastName | Should -BeExactly 'Jane', 'Jones'
    }

    It 'is refused where both columns were edited and disagree' {
        Get-ConnectUser -Identifier $arn | Export-Csv $file
        $row = Import-Csv $file
        $row.LastName = 'Jones'
        $row.IdentityInfo = $row.IdentityInfo -replace 'Li', 'Smith'
        { $row | Set-ConnectUser -ErrorAction Stop } | Should -Throw -ErrorId 'ConflictingColumns,*'
        Get-WriteCount | Should -Be 0
    }

    It 'is refused where the columns disagree and the checksum is gone' {
        Get-ConnectUser -Identifier $arn | Export-Csv $file
        $row = Import-Csv $file | Select-Object -ExcludeProperty Checksum
        $row.LastName = 'Jones'
        { $row | Set-ConnectUser -ErrorAction Stop } | Should -Throw -ErrorId 'ConflictingColumns,*'
    }

    It 'makes a user with the edited value' {
        Get-ConnectUser -Identifier $arn | Export-Csv $file
        $row = Import-Csv $file
        $row.Username = 'edited'
        $row.LastName = 'Jones'
        ($row | New-ConnectUser -GeneratePassword -ErrorAction Stop).LastName | Should -BeExactly 'Jones'
    }
}

Describe 'An exported row with settings per channel' {
    It 'changes <Array> by the column <Column>' -ForEach $settings {
        $file = Join-Path $TestDrive 'e.csv'
        Set-LiveState @{ PhoneType = 'SOFT_PHONE' }
        Set-ConnectUser $arn -Property @{ $Array = $Before } -ErrorAction Stop
        Get-ConnectUser -Identifier $arn | Export-Csv $file
        foreach ($time in 1, 2) {
            $row = Import-Csv $file
            $row.$Column = $Value
            $row | Set-ConnectUser -ErrorAction Stop
            $user = Get-ConnectUser -Identifier $arn
            ($user.$Array.ToString() -split ';' | Sort-Object) | Should -Be ($After -split ';' | Sort-Object)
        }

        Get-WriteCount | Should -Be 2
    }
}

Describe 'Tags by key' {
    It 'reads and sets a tag' {
        $user = Get-ConnectUser -Identifier $arn
        $user.Tags = 'Team=Sales;Site=Leeds'
        $user.Tags['Team'] | Should -BeExactly 'Sales'
        $user.Tags['team'] | Should -BeNullOrEmpty
        $user.Tags[0].Key | Should -BeExactly 'Team'
        $user.Tags['Team'] = 'Support'
        $user.Tags['Shift'] = 'Late'
        $user.Tags.ToString() | Should -BeExactly 'Team=Support;Site=Leeds;Shift=Late'
    }
}

Describe 'A flat setting and settings per channel' {
    BeforeDiscovery {
        $pairs = @(
            @{ Flat = @{ AutoAccept = $true }; Array = 'AutoAcceptConfigs'; Element = @{ Channel = 'CHAT'; AutoAccept = $false }; Result = 'CHAT:AutoAccept=false', 'VOICE:AutoAccept=true'; Other = $false; Changed = 'CHAT:AutoAccept=false', 'VOICE:AutoAccept=false' }
            @{ Flat = @{ AfterContactWorkTimeLimit = 20 }; Array = 'AfterContactWorkConfigs'; Element = @{ Channel = 'CHAT'; AfterContactWorkConfig = @{ AfterContactWorkTimeLimit = 5 } }; Result = 'CHAT:AfterContactWorkConfig.AfterContactWorkTimeLimit=5', 'VOICE:AfterContactWorkConfig.AfterContactWorkTimeLimit=20'; Other = 44; Changed = 'CHAT:AfterContactWorkConfig.AfterContactWorkTimeLimit=5', 'VOICE:AfterContactWorkConfig.AfterContactWorkTimeLimit=44' }
            @{ Flat = @{ DeskPhoneNumber = '+442079460000' }; Array = 'PhoneNumberConfigs'; Element = @{ Channel = 'VOICE'; PhoneType = 'DESK_PHONE' }; Result = , 'VOICE:PhoneType=DESK_PHONE,PhoneNumber=+442079460000'; Other = '+442079460999'; Changed = , 'VOICE:PhoneType=DESK_PHONE,PhoneNumber=+442079460999' }
            @{ Flat = @{ PersistentConnection = $true }; Array = 'PersistentConnectionConfigs'; Element = @{ Channel = 'VOICE'; PersistentConnection = $false }; Result = , 'VOICE:PersistentConnection=false'; Other = $true; Changed = , 'VOICE:PersistentConnection=true' }
        )
        $ways = @(
            @{ Way = 'a parameter'; Set = { param($name, $value) $parameter = $name -replace 'Configs$', 'Config'; $splat = @{ $parameter = $value }; Set-ConnectUser $arn @splat -ErrorAction Stop } }
            @{ Way = '-Property'; Set = { param($name, $value) Set-ConnectUser $arn -Property @{ $name = $value } -ErrorAction Stop } }
            @{ Way = 'a row'; Set = { param($name, $value) [pscustomobject]@{ UserArn = $arn; $name = $value } | Set-ConnectUser -ErrorAction Stop } }
            @{ Way = 'an edited user'; Set = { param($name, $value) $user = Get-ConnectUser -Identifier $arn; $user.$name = $value; $user | Set-ConnectUser -ErrorAction Stop } }
        )
        $cases = foreach ($pair in $pairs) { foreach ($way in $ways) { $pair + $way } }
    }

    It 'makes <Flat.Keys> an element of <Array> from <Way>, and changes it there' -ForEach $cases {
        $name = @($Flat.Keys)[0]
        Set-LiveState $Flat
        & $Set $Array $Element
        $state = $simulator.GetProperties($arn) | ConvertFrom-Json -AsHashtable
        $state.PhoneConfig.Keys | Should -Not -Contain $name
        ((Get-ConnectUser -Identifier $arn).$Array.ToString() -split ';' | Sort-Object) | Should -Be $Result

        & $Set $name $Other
        $state = $simulator.GetProperties($arn) | ConvertFrom-Json -AsHashtable
        $state.PhoneConfig.Keys | Should -Not -Contain $name
        ((Get-ConnectUser -Identifier $arn).$Array.ToString() -split ';' | Sort-Object) | Should -Be $Changed
    }

    It 'shows the conversion with -WhatIf' {
        Set-LiveState @{ AutoAccept = $true }
        $transcript = Join-Path $TestDrive 'whatif.txt'
        Start-Transcript -LiteralPath $transcript | Out-Null
        Set-ConnectUser $arn -AutoAcceptConfig @{ Channel = 'CHAT'; AutoAccept = $false } -WhatIf
        Stop-Transcript | Out-Null
        $text = Get-Content -LiteralPath $transcript -Raw
        $text | Should -BeLike '*remove /PhoneConfig/AutoAccept: true*'
        $text | Should -BeLike '*add /AutoAcceptConfigs: *VOICE:AutoAccept=true*'
    }
}
