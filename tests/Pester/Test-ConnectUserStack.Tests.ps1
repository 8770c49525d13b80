BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Test-ConnectUserStack' {
    BeforeEach {
        $simulator = Start-ConnectSimulator -SetDefault
        $file = Join-Path $TestDrive 'team.csv'
        @'
Username,LastName,tag:Team
kate.lopez,Lopez,Sales
erik.rossi,Other,Support
'@ | Set-Content $file
        Publish-ConnectUserStack $file -InstanceArn contact-centre | Out-Null
        Set-ConnectUser -Username erik.rossi -InstanceArn contact-centre -LastName Rossi
        $simulator.ClearCalls()
    }

    AfterEach {
        $simulator | Stop-ConnectSimulator
    }

    It 'tells each property that differs and writes nothing' {
        $drift = Test-ConnectUserStack $file -InstanceArn contact-centre
        ($drift | Where-Object Status -EQ InSync).Username | Should -Be 'kate.lopez'
        $different = $drift | Where-Object Status -EQ Different
        $different.Source | Should -Be 'team.csv:3'
        $different.Differences.Property | Should -Be 'IdentityInfo.LastName'
        $different.Differences.Desired | Should -Be 'Other'
        $different.Differences.Live | Should -Be 'Rossi'
        $simulator.Calls.Operation | Should -Not -Contain 'UpdateResource'
    }

    It 'exports to CSV and HTML' {
        $drift = Test-ConnectUserStack $file -InstanceArn contact-centre | Where-Object Status -EQ Different
        $row = $drift | ConvertTo-Csv | ConvertFrom-Csv
        $row.Differences | Should -Be 'IdentityInfo.LastName: Rossi -> Other'
        $row.Status | Should -Be 'Different'
        "$($drift | ConvertTo-Html)" | Should -Match 'IdentityInfo\.LastName: Rossi -&gt; Other'
        ($drift | ConvertTo-Json -Depth 4 | ConvertFrom-Json).Differences[0].Property | Should -Be 'IdentityInfo.LastName'
    }

    It 'answers yes or no with -Quiet' {
        Test-ConnectUserStack $file -InstanceArn contact-centre -Quiet | Should -BeFalse
        Publish-ConnectUserStack $file -InstanceArn contact-centre | Out-Null
        Test-ConnectUserStack $file -InstanceArn contact-centre -Quiet | Should -BeTrue
        Test-ConnectUserStack "$file.yml" -Quiet -ErrorAction SilentlyContinue | Should -BeFalse
    }
}
