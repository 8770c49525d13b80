BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Unpublish-ConnectUserStack' {
    BeforeEach {
        $simulator = Start-ConnectSimulator -SetDefault
        $path = Join-Path $TestDrive 'team.csv'
        @'
Username,FirstName,LastName,RoutingProfile,SecurityProfile
ana.li,Ana,Li,Sales,Agent
omar.diaz,Omar,Diaz,Sales,Agent
'@ | Set-Content $path
        Publish-ConnectUserStack $path -InstanceArn contact-centre -GeneratePassword | Out-Null
    }

    AfterEach {
        $simulator | Stop-ConnectSimulator
    }

    It 'removes the users of the stack and nobody else' {
        $simulator.UserCount | Should -Be 27
        $results = Unpublish-ConnectUserStack $path -InstanceArn contact-centre -Force
        $results.Outcome | Should -Be 'Removed', 'Removed'
        $simulator.UserCount | Should -Be 25
    }

    It 'needs no file' {
        Unpublish-ConnectUserStack -Name team -InstanceArn contact-centre -Confirm:$false | Should -HaveCount 2
        $simulator.UserCount | Should -Be 25
    }

    It 'removes nobody where more would go than allowed, -Force or not' {
        Unpublish-ConnectUserStack $path -InstanceArn contact-centre -MaximumRemovals 1 -Force -ErrorAction SilentlyContinue -ErrorVariable failed | Out-Null
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'TooManyRemovals*'
        $simulator.UserCount | Should -Be 27
    }

    It 'removes nobody with -WhatIf' {
        Unpublish-ConnectUserStack $path -InstanceArn contact-centre -WhatIf -Force | Should -BeNullOrEmpty
        $simulator.UserCount | Should -Be 27
    }
}
