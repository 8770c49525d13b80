BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
    $simulator = Start-ConnectSimulator -SetDefault
}

AfterAll {
    $simulator | Stop-ConnectSimulator
}

Describe 'Get-ConnectInstance' {
    It 'lists instances' {
        (Get-ConnectInstance).Alias | Should -Be 'contact-centre'
        (Get-ConnectInstance -Name 'contact-*').Arn | Should -Be $simulator.InstanceArn
    }

    It 'reads one by its ARN' {
        (Get-ConnectInstance -Identifier $simulator.InstanceArn).IdentityManagementType | Should -Be 'CONNECT_MANAGED'
    }
}

Describe '<Command>' -ForEach @(
    @{ Command = 'Get-ConnectRoutingProfile'; Count = 5; Name = 'Support Tier 1' }
    @{ Command = 'Get-ConnectSecurityProfile'; Count = 5; Name = 'Agent' }
    @{ Command = 'Get-ConnectHierarchyGroup'; Count = 12; Name = 'Leeds Sales' }
) {
    It 'lists all' {
        & $Command | Should -HaveCount $Count
    }

    It 'finds by name within an instance' {
        $found = & $Command -Name $Name -InstanceArn contact-centre
        $found.Name | Should -Be $Name
        $found.Arn | Should -BeLike "*/$($found.Id)"
        $found.InstanceArn | Should -Be $simulator.InstanceArn
    }

    It 'reads one by its ARN' {
        $found = & $Command -Name $Name
        (& $Command -Identifier $found.Arn).Name | Should -Be $Name
    }

    It 'gives nothing for a pattern that nothing matches' {
        & $Command -Name 'no such*' | Should -BeNullOrEmpty
    }
}
