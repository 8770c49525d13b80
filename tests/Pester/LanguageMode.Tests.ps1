# Application control policies put sessions into Constrained Language Mode.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
    . (Join-Path $PSScriptRoot 'Invoke-Pwsh.ps1')
}

Describe 'Constrained Language Mode' {
    It 'is refused with one error that says what to do: <_>' -ForEach 'AwsccConnect', 'AwsccConnect.Simulator' {
        $manifest = (Get-Module -Name $_).Path -replace '\.psm1$', '.psd1'
        $path = Join-Path $TestDrive 'constrained.ps1'
        Set-Content -LiteralPath $path -Value @(
            '$ErrorActionPreference = ''Continue'''
            '$ExecutionContext.SessionState.LanguageMode = ''ConstrainedLanguage'''
            "try { Import-Module -Name '$($manifest -replace "'", "''")' } catch { `"caught: `$_`" }"
        )
        $result = Invoke-Pwsh '-File', $path
        $result.Output -join ' ' | Should -Match "^caught: $([regex]::Escape($_)) .*ConstrainedLanguage mode.*application control policy"
        $result.Error | Should -BeNullOrEmpty
    }
}
