BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')

    function Get-UpdateCount {
        @($simulator.Calls | Where-Object Operation -EQ 'UpdateResource').Count
    }
}

Describe 'Set-ConnectUser' {
    BeforeEach {
        $simulator = Start-ConnectSimulator -SetDefault
        $arn = $simulator.FindUser('sara.smith')
    }

    AfterEach {
        $simulator | Stop-ConnectSimulator
    }

    It 'changes piped users and returns nothing' {
        Get-ConnectUser -First 3 | Set-ConnectUser -AfterContactWorkTimeLimit 45 | Should -BeNullOrEmpty
        (Get-ConnectUser -First 3).AfterContactWorkTimeLimit | Should -Be 45, 45, 45
        Get-UpdateCount | Should -Be 3
    }

    It 'sends edits of a read user, flat or nested' {
        $user = Get-ConnectUser $arn
        $user.LastName = 'Smith-Jones'
        $user.PhoneConfig.AutoAccept = $true
        $after = $user | Set-ConnectUser -PassThru
        $after.LastName | Should -Be 'Smith-Jones'
        $after.AutoAccept | Should -BeTrue
        Get-UpdateCount | Should -Be 1
    }

    It 'makes no write call where nothing is to be changed' {
        $user = Get-ConnectUser $arn
        $user | Set-ConnectUser -LastName $user.LastName
        Get-UpdateCount | Should -Be 0
    }

    It 'adds and removes elements and keeps the others' {
        Set-ConnectUser $arn -AddTag @{ Shift = 'Late' } -RemoveTag 'CostCentre'
        (Get-ConnectUser $arn).Tags.Key | Sort-Object | Should -Be 'Shift', 'Site', 'Team'
    }

    It 'takes exported users back: nothing edited, no write; one cell edited, one write' {
        $file = Join-Path $TestDrive 'users.csv'
        Get-ConnectUser | Export-Csv $file
        $rows = @(Import-Csv $file)
        $rows | Should -HaveCount 25
        $rows | Set-ConnectUser
        Get-UpdateCount | Should -Be 0

        $row = $rows | Where-Object Username -EQ 'sara.smith'
        $row.Tags = 'Team=Sales;Site=Leeds'
        $rows | Set-ConnectUser
        Get-UpdateCount | Should -Be 1
        (Get-ConnectUser $arn).Tags.ToString() -split ';' | Sort-Object | Should -Be 'Site=Leeds', 'Team=Sales'
    }

    It 'changes what the cells of a CSV file say; empty cells say nothing' {
        @"
Username,InstanceArn,auto_accept,LastName
sara.smith,$($simulator.InstanceArn),yes,
maria.chen,contact-centre,,Chen-Lee
"@ | ConvertFrom-Csv | Set-ConnectUser
        $users = Get-ConnectUser -Username 'sara.smith', 'maria.chen'
        ($users | Where-Object Username -EQ 'sara.smith').AutoAccept | Should -BeTrue
        ($users | Where-Object Username -EQ 'sara.smith').LastName | Should -Be 'Smith'
        ($users | Where-Object Username -EQ 'maria.chen').LastName | Should -Be 'Chen-Lee'
    }

    It 'takes selected users by their identity, with changes as parameters' {
        Get-ConnectUser -First 2 | Select-Object UserArn, Username | Set-ConnectUser -FirstName 'Kim'
        (Get-ConnectUser -First 2).FirstName | Should -Be 'Kim', 'Kim'
    }

    It 'takes users that have been through Export-Clixml by their identity' {
        $file = Join-Path $TestDrive 'users.xml'
        Get-ConnectUser -First 2 | Export-Clixml $file
        Import-Clixml $file | Set-ConnectUser -FirstName 'Kim'
        (Get-ConnectUser -First 2).FirstName | Should -Be 'Kim', 'Kim'
    }

    It 'refuses what AWS does not change, before any call' {
        $user = Get-ConnectUser $arn
        $calls = $simulator.CallCount
        { Set-ConnectUser $arn -Property @{ Username = 'other' } -ErrorAction Stop } | Should -Throw -ErrorId 'PropertyNotUpdatable*'
        $user.Username = 'other'
        { $user | Set-ConnectUser -ErrorAction Stop } | Should -Throw -ErrorId 'PropertyNotUpdatable*'
        $simulator.CallCount | Should -Be $calls
    }

    It 'refuses with -IfUnchanged where somebody else was first' {
        $user = Get-ConnectUser $arn
        Set-ConnectUser $arn -LastName 'First'
        { $user | Set-ConnectUser -LastName 'Second' -IfUnchanged -ErrorAction Stop } | Should -Throw -ErrorId 'ConcurrentChange*'
        (Get-ConnectUser $arn).LastName | Should -Be 'First'
    }

    It 'takes a patch document as it is' {
        Set-ConnectUser $arn -PatchDocument '[{"op":"replace","path":"/IdentityInfo/LastName","value":"Kim"}]'
        (Get-ConnectUser $arn).LastName | Should -Be 'Kim'
    }

    It 'writes nothing with -WhatIf' {
        Get-ConnectUser -First 2 | Set-ConnectUser -FirstName 'Kim' -WhatIf
        Get-UpdateCount | Should -Be 0
    }

    It 'returns requests with -NoWait' {
        $request = Set-ConnectUser $arn -FirstName 'Kim' -NoWait
        $request.Operation | Should -Be 'UPDATE'
        $request.RequestToken | Should -Not -BeNullOrEmpty
        $request.User | Should -Be 'sara.smith'
    }

    It 'makes a change once in runs with the same -RunId' {
        1..2 | ForEach-Object { Set-ConnectUser $arn -FirstName 'Kim' -RunId 'change-1' }
        Get-UpdateCount | Should -Be 1
        { Set-ConnectUser $arn -FirstName 'Kim' -RunId 'change 1' } | Should -Throw '*RunId*'
    }
}
