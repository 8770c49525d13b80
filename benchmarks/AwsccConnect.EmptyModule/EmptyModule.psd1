@{
    RootModule           = 'EmptyModule.dll'
    ModuleVersion        = '1.0.0'
    GUID                 = '5b0f3e0e-6f5b-4a39-9d6b-7f3f4c0f4a52'
    Author               = 'AwsccConnect contributors'
    Description          = 'The smallest binary module: what any import costs.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    CmdletsToExport      = @('Test-Empty')
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
}
