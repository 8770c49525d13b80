BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
    $simulator = Start-ConnectSimulator -SetDefault
}

AfterAll {
    $simulator | Stop-ConnectSimulator
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

    It 'tells a name that is not there, with the nearest' {
        $found = Get-ConnectHierarchyGroup -Name 'Leeds Sale', 'Leeds Sales' -ErrorAction SilentlyContinue -ErrorVariable failure
        $found.Name | Should -Be 'Leeds Sales'
        $failure | Should -HaveCount 1
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
        $failure[0].ErrorDetails.RecommendedAction | Should -Be "Did you mean 'Leeds Sales'?"
    }
}
