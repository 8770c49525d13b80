BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $simulator = Start-TestSimulator
}

Describe 'Get-ConnectHierarchyGroup' {
    It 'lists all' {
        Get-ConnectHierarchyGroup | Should -HaveCount 12
    }

    It 'finds by name within an instance' {
        $found = Get-ConnectHierarchyGroup -Name 'Leeds Sales' -InstanceArn contact-centre
        $found.Name | Should -Be 'Leeds Sales'
        $found.Arn | Should -BeLike "*/$($found.Id)"
        $found.InstanceArn | Should -Be $simulator.InstanceArn
    }

    It 'reads one by its ARN' {
        $found = Get-ConnectHierarchyGroup -Name 'Leeds Sales'
        (Get-ConnectHierarchyGroup -Identifier $found.Arn).Name | Should -Be 'Leeds Sales'
    }

    It 'gives nothing for a pattern that nothing matches' {
        Get-ConnectHierarchyGroup -Name 'no such*' | Should -BeNullOrEmpty
    }

    It 'finds a group by its path' {
        (Get-ConnectHierarchyGroup -Name 'Leeds/Leeds Sales').Path | Should -Be 'Leeds/Leeds Sales'
    }
}
