BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $simulator = Start-TestSimulator
}

Describe 'Get-ConnectSecurityProfile' {
    It 'lists all' {
        Get-ConnectSecurityProfile | Should -HaveCount 5
    }

    It 'finds by name within an instance' {
        $found = Get-ConnectSecurityProfile -Name 'TeamLead' -InstanceArn contact-centre
        $found.Name | Should -Be 'TeamLead'
        $found.Arn | Should -BeLike "*/$($found.Id)"
        $found.InstanceArn | Should -Be $simulator.InstanceArn
    }

    It 'reads one by its ARN' {
        $found = Get-ConnectSecurityProfile -Name 'TeamLead'
        (Get-ConnectSecurityProfile -Identifier $found.Arn).Name | Should -Be 'TeamLead'
    }

    It 'gives nothing for a pattern that nothing matches' {
        Get-ConnectSecurityProfile -Name 'no such*' | Should -BeNullOrEmpty
    }
}
