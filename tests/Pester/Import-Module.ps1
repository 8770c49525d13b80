# Dot-sourced by the tests: imports the assembled module.
if (-not (Get-Module -Name AwsccConnect)) {
    Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath '../../output/AwsccConnect/AwsccConnect.psd1')
}
