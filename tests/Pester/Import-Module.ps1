# Dot-sourced by the tests and their processes: imports the assembled modules.
'AwsccConnect', 'AwsccConnect.Simulator' | Where-Object { -not (Get-Module -Name $_) } | ForEach-Object {
    Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath "../../output/$_/$_.psd1")
}
