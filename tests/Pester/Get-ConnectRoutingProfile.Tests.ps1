BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $simulator = Start-TestSimulator
}

Describe 'Get-ConnectRoutingProfile' {
    It 'lists all' {
        Get-ConnectRoutingProfile | Should -HaveCount 5
    }

    It 'finds by name within an instance' {
        $found = Get-ConnectRoutingProfile -Name 'Support Tier 1' -InstanceArn contact-centre
        $found.Name | Should -Be 'Support Tier 1'
        $found.Arn | Should -BeLike "*/$($found.Id)"
        $found.InstanceArn | Should -Be $simulator.InstanceArn
    }

    It 'reads one by its ARN' {
        $found = Get-ConnectRoutingProfile -Name 'Support Tier 1'
        (Get-ConnectRoutingProfile -Identifier $found.Arn).Name | Should -Be 'Support Tier 1'
    }

    It 'gives nothing for a pattern that nothing matches' {
        Get-ConnectRoutingProfile -Name 'no such*' | Should -BeNullOrEmpty
    }
}
