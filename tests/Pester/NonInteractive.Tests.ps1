BeforeAll {
    . (Join-Path $PSScriptRoot 'Simulated.ps1')
    $simulator = Start-TestSimulator -UserCount 3
    $arn = $simulator.FindUser((Get-ConnectUser -First 1).Username)
}

# The tests themselves run with -NonInteractive, as scheduled jobs do.
Describe 'A session that cannot prompt' {
    It 'ends <Name> with an error that names the switches' -ForEach @(
        @{ Name = 'Remove-ConnectUser'; Script = { Remove-ConnectUser $arn }; Switches = '*-Force or -Confirm:$false*' }
        @{ Name = 'Remove-ConnectUser -Confirm'; Script = { Get-ConnectUser | Remove-ConnectUser -Confirm }; Switches = '*-Force or -Confirm:$false*' }
        @{ Name = 'Set-ConnectUser -Confirm'; Script = { Get-ConnectUser | Set-ConnectUser -FirstName New -Confirm }; Switches = 'Add -Confirm:$false*' }
    ) {
        $simulator.ClearCalls()
        $failures = @(try { & $Script 2>&1 } catch { $_ })
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'PromptNotAvailable,*'
        $failures[0].ToString() | Should -BeLike '*? This session cannot prompt (-NonInteractive*'
        $failures[0].ToString() | Should -Not -Match '[`\n]'
        $failures[0].ErrorDetails.RecommendedAction | Should -BeLike $Switches
        $simulator.Calls.Operation | Should -Not -Contain 'DeleteResource'
        $simulator.Calls.Operation | Should -Not -Contain 'UpdateResource'
    }

    It 'goes on with -Confirm:$false' {
        Remove-ConnectUser $arn -Confirm:$false -ErrorAction Stop
        $simulator.UserCount | Should -Be 2
    }
}
