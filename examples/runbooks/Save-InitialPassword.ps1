<#
.SYNOPSIS
    Puts the initial password of a new user into a vault: a -HandoverScript for Invoke-NightlyOnboarding.ps1.
.DESCRIPTION
    Takes SecretManagement and a vault that the scheduler's account can write to without a prompt:

        Install-PSResource Microsoft.PowerShell.SecretManagement
        Register-SecretVault -Name Connect -ModuleName <the module of the vault> -DefaultVault

    The secret is a PSCredential with username and password. To hand it over, read and remove it with

        Get-Secret -Name connect/maria.chen
        Remove-Secret -Name connect/maria.chen -Vault Connect

    The password goes from the module to Set-Secret as it is, a SecureString: into no text, file, log or transcript. An error ends
    the script, and the runbook reports the user as HandoverFailed.
.PARAMETER User
    The user that New-ConnectUser has created, with its InitialCredential.
.PARAMETER Vault
    The vault; without it the default vault.
#>
#Requires -Modules Microsoft.PowerShell.SecretManagement
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [psobject] $User,

    [string] $Vault = $env:CONNECT_VAULT
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

$where = if ($Vault) { @{ Vault = $Vault } } else { @{} }

# For vaults whose names have only letters, digits and hyphens (Azure Key Vault): -replace '[^A-Za-z0-9-]', '-'
Set-Secret -Name "connect/$($User.Username)" -Secret $User.InitialCredential @where
