BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Get-ConnectUser' {
    BeforeEach {
        $simulator = Start-ConnectSimulator -SetDefault
    }

    AfterEach {
        $simulator | Stop-ConnectSimulator
    }

    It 'reads all users of the Region' {
        $users = Get-ConnectUser
        $users | Should -HaveCount 25
        $users[0].PSTypeNames | Should -Contain 'AwsccConnect.ConnectUser'
        $users.Username | Sort-Object -Unique | Should -HaveCount 25
    }

    It 'reads one by its ARN, named or piped' {
        $arn = $simulator.FindUser('sara.smith')
        (Get-ConnectUser $arn).Username | Should -Be 'sara.smith'
        ($arn | Get-ConnectUser).Email | Should -Be 'sara.smith@example.com'
    }

    It 'finds by username and by wildcards' {
        (Get-ConnectUser -InstanceArn contact-centre -Username 'sara.smith').FirstName | Should -Be 'Sara'
        Get-ConnectUser -Username 'no.such*' | Should -BeNullOrEmpty
        $found = Get-ConnectUser -Username 'm*'
        $found.Username | Should -Match '^m'
        $found.Count | Should -Be @($simulator.Calls.Username | Where-Object { $_ -like 'm*' } | Sort-Object -Unique).Count
    }

    It 'lists identifiers without reading users' {
        $references = Get-ConnectUser -IdentifierOnly
        $references | Should -HaveCount 25
        $simulator.Calls | Where-Object { $_.Operation -eq 'GetResource' -and $_.TypeName -eq 'AWS::Connect::User' } | Should -BeNullOrEmpty
    }

    It 'reads on when references are piped back' {
        Get-ConnectUser -IdentifierOnly | Get-ConnectUser | Should -HaveCount 25
    }

    It 'stops reading when Select-Object has enough' {
        $crowd = Start-ConnectSimulator -UserCount 2000 -SetDefault
        try {
            Get-ConnectUser -ThrottleLimit 8 | Select-Object -First 5 | Should -HaveCount 5
            @($crowd.Calls | Where-Object Operation -EQ 'GetResource').Count | Should -BeLessOrEqual (5 + 8 + 1)
            @($crowd.Calls | Where-Object { $_.Operation -eq 'ListResources' -and $_.TypeName -eq 'AWS::Connect::User' }).Count | Should -BeLessOrEqual 2
            $after = $crowd.CallCount
            Start-Sleep -Milliseconds 200
            $crowd.CallCount | Should -Be $after
        }
        finally {
            $crowd | Stop-ConnectSimulator
        }
    }

    It 'skips and limits by itself' {
        $all = Get-ConnectUser
        (Get-ConnectUser -Skip 3 -First 4).Username | Should -Be $all[3..6].Username
    }

    It 'gives flat properties that runspaces of their own can read' {
        $names = Get-ConnectUser -First 6 | ForEach-Object -Parallel { "$($_.FirstName)|$($_.PhoneType)|$($_.AutoAccept)" } -ThrottleLimit 3
        $names | Should -HaveCount 6
        $names | Should -Match '^\w+\|(SOFT|DESK)_PHONE\|(True|False)$'
    }

    It 'works inside ForEach-Object -Parallel' {
        $module = (Get-Module AwsccConnect).Path
        $arns = (Get-ConnectUser -IdentifierOnly -First 4).UserArn
        $read = $arns | ForEach-Object -Parallel {
            Import-Module -Name (Join-Path (Split-Path $using:module) 'AwsccConnect.psd1')
            (Get-ConnectUser $_).Username
        }
        $read | Should -HaveCount 4
        $read | Sort-Object | Should -Be (Get-ConnectUser -First 4 | ForEach-Object Username | Sort-Object)
    }

    It 'reports a user that is not there, and reads the others' {
        $arn = $simulator.FindUser('sara.smith')
        $read = ($arn + '0'), $arn | Get-ConnectUser -ErrorAction SilentlyContinue -ErrorVariable failed
        $read.Username | Should -Be 'sara.smith'
        $failed | Should -HaveCount 1
    }

    It 'becomes JSON with nested objects' {
        $json = Get-ConnectUser -First 1 | ConvertTo-Json -Depth 5 | ConvertFrom-Json
        $json.IdentityInfo.FirstName | Should -Be $json.FirstName
        $json.Tags[0].Key | Should -Not -BeNullOrEmpty
        $json.Password | Should -BeNullOrEmpty
    }
}
