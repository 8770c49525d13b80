# Loads the module's assemblies into a load context of their own, and does nothing else. The build gives it the name of the module.

$name = $ExecutionContext.SessionState.Module.Name
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    throw "$name cannot be imported in $($ExecutionContext.SessionState.LanguageMode) mode: it loads its assemblies in a way that only FullLanguage allows. Sign the module and trust it in the application control policy, or import it in a session without that restriction."
}

try {
    $null = [System.Reflection.Assembly]::LoadFrom("$PSScriptRoot/$name.Loader.dll")
} catch [System.IO.FileLoadException] {
    # A loader that another copy of the module has brought along serves this one too: a second assembly of that name
    # cannot be loaded beside it.
}

# The second Import-Module exports the cmdlets again when PowerShell has imported the assembly before (after -Force or
# Remove-Module); without it the module would be there with no commands (PowerShell issue 20710).
$loader = [System.Type]::GetType("AwsccConnect.Loader.ModuleLoadContext, $name.Loader", $true)
Import-Module -Assembly ($loader::Load($PSScriptRoot)) -PassThru | Import-Module
