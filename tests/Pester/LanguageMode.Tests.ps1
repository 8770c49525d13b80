# Application control policies put sessions into Constrained Language Mode.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
    . (Join-Path $PSScriptRoot 'Invoke-Pwsh.ps1')
    $manifest = (Get-Module -Name AwsccConnect).Path -replace '\.psm1$', '.psd1'
}

Describe 'Constrained Language Mode' {
    It 'is refused with one error that says what to do' {
        $path = Join-Path $TestDrive 'constrained.ps1'
        Set-Content -LiteralPath $path -Value @(
            '$ErrorActionPreference = ''Continue'''
            '$ExecutionContext.SessionState.LanguageMode = ''ConstrainedLanguage'''
            "try { Import-Module -Name '$($manifest -replace "'", "''")' } catch { `"caught: `$_`" }"
        )
        $result = Invoke-Pwsh '-File', $path
        $result.Output -join ' ' | Should -Match '^caught: .*ConstrainedLanguage mode.*application control policy'
        $result.Error | Should -BeNullOrEmpty
    }
}
