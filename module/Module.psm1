# Loads the module's assemblies into a load context of their own, and does nothing else.

if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    throw "$($ExecutionContext.SessionState.Module.Name) cannot be imported in $($ExecutionContext.SessionState.LanguageMode) mode: it loads its assemblies in a way that only FullLanguage allows. Sign the module and trust it in the application control policy, or import it in a session without that restriction."
}

try {
    $null = [System.Reflection.Assembly]::LoadFrom("$PSScriptRoot/AwsccConnect.Loader.dll")
} catch [System.IO.FileLoadException] {
    # A loader that another module, or another copy of this one, has brought along serves this one too: a second assembly
    # of that name cannot be loaded beside it.
}

# The second Import-Module exports the cmdlets again when PowerShell has imported the assembly before (after -Force or
# Remove-Module); without it the module would be there with no commands (PowerShell issue 20710).
Import-Module -Assembly ([AwsccConnect.Loader.ModuleLoadContext]::Load($PSScriptRoot)) -PassThru | Import-Module
