# Loads the module's assemblies into a load context of their own, and does nothing else.

# A loader that another copy of the module has brought along serves this one too; a second assembly of that name
# could not be loaded beside it.
if (-not ('AwsccConnect.Loader.ModuleLoadContext' -as [type])) {
    $null = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($PSScriptRoot, 'AwsccConnect.Loader.dll'))
}

# The second Import-Module exports the cmdlets again when PowerShell has imported the assembly before (after -Force or
# Remove-Module); without it the module would be there with no commands (PowerShell issue 20710).
Import-Module -Assembly ([AwsccConnect.Loader.ModuleLoadContext]::Load($PSScriptRoot)) -PassThru | Import-Module
