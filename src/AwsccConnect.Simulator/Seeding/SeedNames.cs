namespace AwsccConnect.Simulator.Seeding;

/// <summary>The vocabulary of the seeded contact centre. Given names and surnames are short enough for usernames of at most 20 characters.</summary>
internal static class SeedNames
{
    public static readonly string[] GivenNames =
    [
        "Ada", "Ahmed", "Aisha", "Alan", "Amina", "Anna", "Ben", "Bianca", "Carlos", "Chloe", "Dana", "David", "Elena", "Emeka", "Emma", "Erik",
        "Fatima", "Felix", "Grace", "Hana", "Hugo", "Ibrahim", "Ines", "Ivan", "Jack", "Jana", "Jin", "Jonas", "Julia", "Karim", "Kate", "Kofi",
        "Lars", "Leila", "Lena", "Liam", "Lucia", "Luis", "Maja", "Marco", "Maria", "Mei", "Mira", "Nadia", "Nina", "Noah", "Olga", "Omar",
        "Pavel", "Petra", "Priya", "Rafael", "Rosa", "Ruth", "Sam", "Sara", "Sofia", "Tariq", "Tess", "Tomas", "Uma", "Vera", "Yara", "Zoe",
    ];

    public static readonly string[] Surnames =
    [
        "Abbott", "Adeyemi", "Ahmad", "Alvarez", "Baker", "Becker", "Berg", "Bose", "Brown", "Castro", "Chen", "Clarke", "Costa", "Cruz", "Dahl",
        "Diaz", "Dubois", "Evans", "Farouk", "Fischer", "Flores", "Garcia", "Gomez", "Haddad", "Hansen", "Hughes", "Ito", "Jansen", "Jones", "Kaya",
        "Khan", "Kim", "Klein", "Kowal", "Kumar", "Larsen", "Lee", "Lopez", "Mensah", "Meyer", "Moreau", "Morris", "Nguyen", "Novak", "Okafor",
        "Okoye", "Olsen", "Park", "Patel", "Peeters", "Popov", "Reyes", "Ricci", "Rossi", "Santos", "Sato", "Silva", "Singh", "Smith", "Suzuki",
        "Taylor", "Tran", "Walker", "Weber",
    ];

    public static readonly string[] Sites = ["Leeds", "Lisbon", "Manila"];

    public static readonly string[] Teams = ["Sales", "Support", "Billing"];

    public static readonly (string Name, string Description)[] RoutingProfiles =
    [
        ("Basic Routing Profile", "A simple routing profile."),
        ("Sales", "Voice and chat for sales queues."),
        ("Support Tier 1", "First line: voice, chat and e-mail."),
        ("Support Tier 2", "Second line: voice and tasks."),
        ("Billing", "Voice and tasks for billing."),
    ];

    public static readonly (string Name, string Description)[] SecurityProfiles =
    [
        ("Admin", "Everything."),
        ("Agent", "Contact Control Panel."),
        ("CallCenterManager", "Users, metrics and routing."),
        ("QualityAnalyst", "Metrics and recordings."),
        ("TeamLead", "Real-time metrics of a team."),
    ];
}
