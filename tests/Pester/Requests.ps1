# Dot-sourced by tests of requests: users of a simulator that takes a while over each request.
. (Join-Path -Path $PSScriptRoot -ChildPath 'Seed.ps1')
$newUser = @{
    InstanceArn     = $instance
    RoutingProfile  = $routing[0]
    SecurityProfile = $security[0]
    FirstName       = 'Ada'
    LastName        = 'Li'
    Password        = $password
}

# Requests for new users, accepted and not waited for, in the order of the names.
function Add-Request {
    param([Parameter(Mandatory)] [string[]] $Username)

    $accepted = @($Username | ForEach-Object { @{ Username = $_ } } | New-ConnectUser @newUser -NoWait)
    foreach ($one in $Username) {
        $accepted | Where-Object User -EQ $one
    }
}

# Has the simulator accept creates of user.1 and on without the module, which would keep to AWS's pace; returns the tokens.
function Add-AcceptedRequest {
    param([Parameter(Mandatory)] [int] $Count)

    foreach ($number in 1..$Count) {
        $model = @{
            Username            = "user.$number"
            InstanceArn         = $simulator.InstanceArn
            RoutingProfileArn   = $routing[0]
            SecurityProfileArns = @($security[0])
            PhoneConfig         = @{ PhoneType = 'SOFT_PHONE' }
            Password            = 'Correct7Horse'
            IdentityInfo        = @{ FirstName = 'Ada'; LastName = 'Li' }
        }
        (Invoke-Service CreateResource @{ TypeName = 'AWS::Connect::User'; DesiredState = ConvertTo-Json $model }).ProgressEvent.RequestToken
    }

    $simulator.ClearCalls()
}

# User, operation and status of requests, as one text each.
function Get-Summary {
    param([object[]] $Request)

    $Request | ForEach-Object { "$($_.User) $($_.Operation) $($_.OperationStatus)" }
}
