# Loads the module's assemblies into a load context of their own, and does nothing else.

try {
    $null = [System.Reflection.Assembly]::LoadFrom("$PSScriptRoot/AwsccConnect.Loader.dll")
} catch {
    if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
        throw "$($ExecutionContext.SessionState.Module.Name) cannot be imported in $($ExecutionContext.SessionState.LanguageMode) mode: it loads its assemblies in a way that only FullLanguage allows. Sign the module and trust it in the application control policy, or import it in a session without that restriction."
    }

    # A loader that another module, or another copy of this one, has brought along serves this one too: a second assembly
    # of that name cannot be loaded beside it.
    if ($_.Exception.InnerException -isnot [System.IO.FileLoadException]) {
        throw
    }
}

# The second Import-Module exports the cmdlets again when PowerShell has imported the assembly before (after -Force or
# Remove-Module); without it the module would be there with no commands (PowerShell issue 20710).
Import-Module (Import-Module -Assembly ([AwsccConnect.Loader.ModuleLoadContext]::Load($PSScriptRoot)) -PassThru)
