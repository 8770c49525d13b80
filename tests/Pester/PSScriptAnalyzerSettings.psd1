@{
    ExcludeRules = @(
        # Pester's blocks share variables, which the rule cannot see.
        'PSUseDeclaredVarsMoreThanAssignments'
        # Passwords of simulated users are not secret, and this line is what users write.
        'PSAvoidUsingConvertToSecureStringWithPlainText'
    )
}
