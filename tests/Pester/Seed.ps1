# Dot-sourced by tests of commands on simulators without users: what each of them has, from one that is stopped again.
. (Join-Path -Path $PSScriptRoot -ChildPath 'Simulated.ps1')
$simulator = Start-ConnectSimulator -UserCount 0 -SetDefault
$instance = $simulator.InstanceArn
$routing = @((Get-ConnectRoutingProfile).Arn)
$security = @((Get-ConnectSecurityProfile).Arn)
$groups = @((Get-ConnectHierarchyGroup).Arn)
$simulator | Stop-ConnectSimulator
$password = ConvertTo-SecureString 'Correct7Horse' -AsPlainText -Force
