@{
    RootModule           = 'AwsccConnect.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '12ee10dd-5810-4e08-9601-1fd85a38980f'
    Author               = 'AwsccConnect contributors'
    CompanyName          = 'AwsccConnect contributors'
    Copyright            = 'Copyright (c) 2026 AwsccConnect contributors. MIT licence.'
    Description          = 'Manages Amazon Connect users (AWS::Connect::User) through the AWS Cloud Control API: create, read, change and remove them one by one or in bulk, at the speed that AWS allows, with patches that contain only the differences. The module AwsccConnect.Simulator has a loopback simulator of the service for rehearsals.'

    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')

    TypesToProcess       = @('AwsccConnect.Types.ps1xml')
    FormatsToProcess     = @('AwsccConnect.Format.ps1xml')

    CmdletsToExport      = @(
        'Get-ConnectUser'
        'New-ConnectUser'
        'Set-ConnectUser'
        'Remove-ConnectUser'
        'Get-ConnectUserRequest'
        'Wait-ConnectUserRequest'
        'Stop-ConnectUserRequest'
        'Get-ConnectUserChange'
        'Undo-ConnectUserChange'
        'Import-ConnectUser'
        'Compare-ConnectUser'
        'Export-ConnectUser'
        'Export-ConnectUserStack'
        'Unpublish-ConnectUserStack'
        'Get-ConnectUserPermission'
        'Get-ConnectInstance'
        'Get-ConnectRoutingProfile'
        'Get-ConnectSecurityProfile'
        'Get-ConnectHierarchyGroup'
        'Test-ConnectUserStack'
        'Publish-ConnectUserStack'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()

    # FileList, ReleaseNotes (of CHANGELOG.md), ModuleVersion and Prerelease (of Directory.Build.props) are filled in when
    # the module is packed.
    FileList             = @()

    PrivateData          = @{
        PSData = @{
            Tags         = @('AWS', 'AmazonConnect', 'Connect', 'CloudControl', 'ContactCenter', 'ContactCentre', 'StackQL', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            # No ProjectUri: the project has no public address yet.
            ReleaseNotes = ''
            Prerelease   = ''
        }
    }
}
