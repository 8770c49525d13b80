BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Compare-ConnectUser' {
    BeforeEach {
        $simulator = Start-ConnectSimulator -SetDefault
    }

    AfterEach {
        $simulator | Stop-ConnectSimulator
    }

    It 'compares a user with its own export in every form' {
        $user = Get-ConnectUser -First 1
        $user | Export-Clixml (Join-Path $TestDrive 'user.xml')
        $user | Export-Csv (Join-Path $TestDrive 'user.csv')
        $forms = @(
            Import-Clixml (Join-Path $TestDrive 'user.xml')
            Import-Csv (Join-Path $TestDrive 'user.csv')
            $user | ConvertTo-Json -Depth 8 | ConvertFrom-Json
            Start-Job { $using:user } | Receive-Job -Wait -AutoRemoveJob
        )
        $forms | Should -HaveCount 4
        foreach ($form in $forms) {
            (Compare-ConnectUser $user $form).ToString() | Should -BeLike '*: equal'
        }
    }

    It 'writes a patch document that Set-ConnectUser takes' {
        $old, $template = Get-ConnectUser -First 2
        $template.IdentityInfo = $old.IdentityInfo
        $old | Set-ConnectUser -PatchDocument (Compare-ConnectUser $old $template -AsPatchDocument)
        $compared = Compare-ConnectUser (Get-ConnectUser $old.UserArn) $template
        $compared.Differences.Property | Should -Be 'Username'
        $compared.NotUpdatable | Should -Be 'Username'
        $compared.PatchDocument | Should -Be '[]'
    }

    It 'shows differences in a table' {
        $user = Get-ConnectUser -First 1
        $text = Compare-ConnectUser $user -Property @{ LastName = 'Zed' } | Out-String -Width 120
        $text | Should -Match 'Username\s+IsEqual\s+Differences'
        $text | Should -Match '-> Zed'
    }
}
