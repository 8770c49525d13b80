# Small runs of Invoke-Chaos.ps1; the large ones are for people.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $chaos = Join-Path $PSScriptRoot 'Invoke-Chaos.ps1'
}

Describe 'Processes that are killed' {
    It 'do everything exactly once when they are started again' {
        $result = Get-Result { & $chaos -Seed 11 -Users 8 -Kills 2 -Undos 0 }
        $result.Error | Should -BeNullOrEmpty
        $LASTEXITCODE | Should -Be 0
        $result.Output.Operation | Should -Be 'CreateResource', 'UpdateResource', 'DeleteResource'
        $result.Output.Killed | Should -Be 1, 1, 0 -Because "$($result.Information)"
        $result.Output.Requests | ForEach-Object { $_ | Should -BeGreaterOrEqual 8 }
    }

    It 'are taken back, but for what others have changed, with seed <_>' -ForEach 1, 7 {
        $result = Get-Result { & $chaos -Seed $_ -Users 0 -Undos 1 }
        $result.Error | Should -BeNullOrEmpty
        $LASTEXITCODE | Should -Be 0
    }
}
