BeforeAll {
    . (Join-Path $PSScriptRoot 'Stacks.ps1')
}

Describe 'Test-ConnectUserStack' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
    }

    It 'gives each property that differs and writes nothing' {
        Write-Roster 'ana', 'ben', 'new'
        Add-OwnedUser 'team' 'ana', 'ben', 'extra'
        Edit-TestUser 'ben' { $_.IdentityInfo.FirstName = 'Bo'; $_.PhoneConfig = @{ PhoneType = 'DESK_PHONE' } }
        $null = Add-TestUser 'someone'
        $agent = (Get-ConnectSecurityProfile 'Agent').Arn
        'ana', 'ben' | ForEach-Object { Edit-TestUser $_ { $_.SecurityProfileArns = @($agent) } }
        $null = Test-ConnectUserStack @stack -Quiet # Now the names are known.
        $simulator.ClearCalls()
        $drift = Test-ConnectUserStack @stack
        Get-Report $drift | Should -Be 'ana InSync None', 'ben Different None', 'extra Extra None', 'new Missing None'
        Get-WriteCount | Should -Be 0
        Get-CallCount 'GetResource' | Should -Be 4
        $ben = $drift | Where-Object Username -EQ 'ben'
        $ben.Source | Should -Be 'team.csv:3'
        $ben.Differences | ForEach-Object { "$($_.Property)|$($_.Desired)|$($_.Live)" } | Should -Be 'IdentityInfo.FirstName|Ada|Bo'
        "$($ben.Differences)" | Should -Be 'IdentityInfo.FirstName: Bo -> Ada'
    }

    It 'shows the names of profiles and has their ARNs' {
        Write-Roster 'ana', 'new'
        $null = Add-TestUser 'ana' { $_.RoutingProfileArn = $routing[1]; $_.SecurityProfileArns = $security[0, 1] }
        $drift = Test-ConnectUserStack @stack
        $ana = ($drift | Where-Object Username -EQ 'ana').Differences | Where-Object Property -Like '*Profile*' | Sort-Object -Property Property
        $ana | ForEach-Object { "$_" } | Should -BeExactly 'RoutingProfileArn: Sales -> Basic Routing Profile', 'SecurityProfileArns: - Admin'
        $ana.Live | Should -BeExactly $routing[1], (($security[0, 1] | Sort-Object) -join ';')
        $text = $drift | Out-String -Width 160
        $text | Should -Match 'RoutingProfileArn: Sales -> Basic Routing Profile; SecurityProfileArns: - Admin'
        $text | Should -Match 'RoutingProfileArn = Basic R'
    }

    It 'compares with the users of a CloudFormation template and JSON lines' {
        $null = Add-TestUser 'ben' { $_.IdentityInfo.FirstName = 'Bo' }
        $template = Join-Path $TestDrive 'template.json'
        '{"Resources":{"Queue":{"Type":"AWS::Connect::Queue"},"Ben":{"Type":"AWS::Connect::User","Properties":{"Username":"ben","IdentityInfo":{"FirstName":"Ada"}}}}}' | Set-Content $template
        $lines = Join-Path $TestDrive 'template.jsonl'
        '{"Username":"ben","IdentityInfo":"{\"FirstName\":\"Ada\"}"}' | Set-Content $lines
        foreach ($path in $template, $lines) {
            $drift = Test-ConnectUserStack $path -InstanceArn $instance -Verbose 4>&1
            $result = $drift | Where-Object { $_ -isnot [System.Management.Automation.VerboseRecord] }
            "$($result.Stack) $($result.Differences)" | Should -Be 'template IdentityInfo.FirstName: Bo -> Ada'
            "$($drift)" -like '*Queue (AWS::Connect::Queue)*' | Should -Be ($path -eq $template)
        }
    }

    It 'exports to CSV, HTML and JSON' {
        $null = Add-TestUser 'ben' { $_.IdentityInfo.FirstName = 'Bo' }
        'Username,FirstName', 'ben,Ada' | Set-Content $file
        $drift = Test-ConnectUserStack @stack
        $row = $drift | ConvertTo-Csv | ConvertFrom-Csv
        $row.Differences | Should -Be 'IdentityInfo.FirstName: Bo -> Ada'
        $row.Status | Should -Be 'Different'
        "$($drift | ConvertTo-Html)" | Should -Match 'IdentityInfo\.FirstName: Bo -&gt; Ada'
        ($drift | ConvertTo-Json -Depth 4 | ConvertFrom-Json).Differences[0].Property | Should -Be 'IdentityInfo.FirstName'
    }

    It 'says yes or no with -Quiet' {
        Write-Roster 'ana'
        Test-ConnectUserStack @stack -Quiet | Should -BeFalse
        $null = Publish-ConnectUserStack @stack -Password $password
        Test-ConnectUserStack @stack -Quiet | Should -BeTrue
    }

    It 'says no with -Quiet where there is an error: <Id>' -ForEach @(
        @{ Id = 'FileNotReadable'; Given = { @{ Path = Join-Path $TestDrive 'absent.csv'; InstanceArn = $instance } } }
        @{ Id = 'EmptyStack'; Given = { Write-Roster @(); @{ Path = $file } } }
        @{ Id = 'NotFound'; Given = { Write-Roster 'ana'; @{ Path = $file; InstanceArn = 'nowhere' } } }
    ) {
        $given = & $Given
        $result = Get-Result { Test-ConnectUserStack @given -Quiet }
        $result.Output | Should -HaveCount 1
        $result.Output[0] | Should -BeFalse
        $result.Error | Should -HaveCount 1
        Get-ErrorId $result.Error | Should -Be $Id
    }

    It 'says no with -Quiet where a row is damaged' {
        Write-Roster 'ana', "$(Get-Line 'ben'),too,many"
        $result = Get-Result { Test-ConnectUserStack @stack -Quiet }
        $result.Output | Should -HaveCount 1
        $result.Output[0] | Should -BeFalse
        $result.Error | Should -HaveCount 1
        "$($result.Error)" | Should -BeLike '*team.csv:3*'
    }

    It 'compares the others where a row is damaged' {
        Write-Roster 'ana', "$((Get-Line 'ben') -replace 'Sales'),too,many"
        $result = Get-Result { Test-ConnectUserStack @stack }
        Get-Report $result.Output | Should -Be 'ana Missing None'
        $result.Error | Should -HaveCount 1
        "$($result.Error)" | Should -BeLike '*team.csv:3*'
    }

    It 'blocks the user of an unknown name alone' {
        Write-Roster 'ana', ((Get-Line 'ben') -replace 'Basic', 'Basci')
        $drift = Test-ConnectUserStack @stack
        Get-Report $drift | Should -Be 'ana Missing None', 'ben Blocked None'
        $ben = $drift | Where-Object Username -EQ 'ben'
        $ben.Message | Should -BeLike "*Did you mean 'Basic Routing Profile'?*"
        $ben.ErrorId | Should -Be 'NotFound'
    }

    It 'takes a path relative to the location of the session, with brackets as they are' {
        Set-Content -LiteralPath (Join-Path $TestDrive 'a[1].csv') -Value $header, (Get-Line 'ana')
        Push-Location $TestDrive
        try {
            (Test-ConnectUserStack 'a[1].csv' -InstanceArn $instance -Name 'x' -Environment 'prd').Stack | Should -Be 'x/prd'
        }
        finally {
            Pop-Location
        }
    }
}
