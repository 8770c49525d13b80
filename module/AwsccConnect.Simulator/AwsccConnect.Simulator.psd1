@{
    RootModule           = 'AwsccConnect.Simulator.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = 'a22862f7-7838-4c83-ae5d-6d7a8665376b'
    Author               = 'AwsccConnect contributors'
    CompanyName          = 'AwsccConnect contributors'
    Copyright            = 'Copyright (c) 2026 AwsccConnect contributors. MIT licence.'
    Description          = 'A simulator of AWS Cloud Control API for Amazon Connect users (AWS::Connect::User), and of the lists and the search of Amazon Connect itself, on loopback, to rehearse on and to test with: quotas, latencies, faults, client tokens and the history of requests as AWS has them. The module AwsccConnect, the AWS CLI and the AWS SDKs work against it unchanged.'

    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')

    FormatsToProcess     = @('AwsccConnect.Simulator.Format.ps1xml')

    CmdletsToExport      = @(
        'Start-ConnectSimulator'
        'Get-ConnectSimulator'
        'Stop-ConnectSimulator'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()

    # FileList, ReleaseNotes (of CHANGELOG.md), ModuleVersion and Prerelease (of Directory.Build.props) are filled in when
    # the module is packed.
    FileList             = @()

    PrivateData          = @{
        PSData = @{
            Tags         = @('AWS', 'AmazonConnect', 'Connect', 'CloudControl', 'Simulator', 'Testing', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            # No ProjectUri: the project has no public address yet.
            ReleaseNotes = ''
            Prerelease   = ''
        }
    }
}
