BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')

    function Set-Roster {
        [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A file of the test.')]
        param([string[]] $Line)
        @('Username,FirstName,LastName,RoutingProfile,SecurityProfile,tag:Team') + $Line | Set-Content $file
    }
}

Describe 'Publish-ConnectUserStack' {
    BeforeEach {
        $simulator = Start-ConnectSimulator -SetDefault
        $file = Join-Path $TestDrive 'team.csv'
        $stack = @{ Path = $file; InstanceArn = 'contact-centre' }
        Set-Roster 'ana.li,Ana,Li,Sales,Agent,Sales', 'omar.diaz,Omar,Diaz,Sales,Agent,Support'
    }

    AfterEach {
        $simulator | Stop-ConnectSimulator
    }

    It 'creates, repairs and prunes, and does nothing the second time' {
        (Publish-ConnectUserStack @stack -GeneratePassword).Outcome | Should -Be 'Created', 'Created'
        $simulator.ClearCalls()
        (Publish-ConnectUserStack @stack).Outcome | Should -Be 'None', 'None'
        $simulator.Calls.Operation | Should -Not -Contain 'UpdateResource'

        Set-ConnectUser -Username ana.li -InstanceArn contact-centre -LastName Lee
        $result = Publish-ConnectUserStack @stack -PassThru | Where-Object Outcome -EQ Updated
        $result.User.LastName | Should -Be 'Li'

        Set-Roster 'ana.li,Ana,Li,Sales,Agent,Sales'
        (Publish-ConnectUserStack @stack -Prune | Where-Object Outcome -EQ Removed).Username | Should -Be 'omar.diaz'
        $simulator.UserCount | Should -Be 26
    }

    It 'gives a credential for each new user' {
        $result = Publish-ConnectUserStack @stack -GeneratePassword | Where-Object Username -EQ ana.li
        $simulator.CheckPassword($result.UserArn, $result.InitialCredential.GetNetworkCredential().Password) | Should -BeTrue
    }

    It 'writes nothing with -WhatIf' {
        Publish-ConnectUserStack @stack -GeneratePassword -WhatIf | Should -BeNullOrEmpty
        $simulator.UserCount | Should -Be 25
    }

    It 'removes nobody where the file is empty or too many would go' {
        Set-Roster (1..6 | ForEach-Object { "agent$_,A,B,Sales,Agent,Sales" })
        Publish-ConnectUserStack @stack -GeneratePassword | Out-Null
        Set-Roster @()
        { Publish-ConnectUserStack @stack -Prune -ErrorAction Stop } | Should -Throw -ErrorId 'EmptyStack*'
        Set-Roster 'kate.lopez,Kate,Lopez,Sales,Agent,Sales'
        { Publish-ConnectUserStack @stack -Prune -ErrorAction Stop } | Should -Throw -ErrorId 'TooManyRemovals*'
        $simulator.UserCount | Should -Be 31
    }
}
