# What a scheduler or a CI job sees of the module: a pwsh process of its own, its exit code and its two output streams.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
    . (Join-Path $PSScriptRoot 'Invoke-Pwsh.ps1')

    function Invoke-Script {
        param([Parameter(Mandatory)] [string] $Text)

        $path = Join-Path $TestDrive 'a script.ps1'
        Set-Content -LiteralPath $path -Value @(
            ". '$(Join-Path $PSScriptRoot 'Import-Module.ps1')'"
            '$null = Start-ConnectSimulator -SetDefault'
            $Text
        )
        Invoke-Pwsh -ArgumentList '-File', $path
    }
}

Describe 'A script in a process of its own' {
    It 'exits with <ExitCode> after: <Text>' -ForEach @(
        @{ Text = 'Get-ConnectUser -Username sara.smith | Out-Null'; ExitCode = 0 }
        @{ Text = 'Get-ConnectUser -Username nobody.here; ''went on'''; ExitCode = 0 }
        @{ Text = 'Get-ConnectUser -Username nobody.here -ErrorAction Stop; ''went on'''; ExitCode = 1 }
        @{ Text = 'Get-ConnectUser -Username nobody.here -ErrorAction SilentlyContinue; if (-not $?) { exit 3 }'; ExitCode = 3 }
    ) {
        $result = Invoke-Script -Text $Text
        $result.ExitCode | Should -Be $ExitCode
        $result.Output -contains 'went on' | Should -Be ($ExitCode -eq 0 -and $Text -match 'went on')
    }

    It 'leaves no escape sequences in a file' {
        $path = Join-Path $TestDrive 'users.txt'
        $result = Invoke-Script -Text "Get-ConnectUser -Username sara.smith, nobody.here *>&1 | Out-File -FilePath '$path'"
        $result.Output | Should -BeNullOrEmpty
        $text = Get-Content -LiteralPath $path -Raw
        $text | Should -Match 'sara\.smith'
        $text | Should -Match 'nobody\.here'
        $text | Should -Not -Match '\x1b'
    }

    It 'writes the summary of calls with -Verbose' {
        (Invoke-Script -Text 'Get-ConnectUser -Username sara.smith -Verbose | Out-Null').Output -join "`n" | Should -Match 'VERBOSE: .*call'
    }
}
