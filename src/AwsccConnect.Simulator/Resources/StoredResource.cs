using AwsccConnect.Simulator.Seeding;

namespace AwsccConnect.Simulator.Resources;

/// <summary>A resource in the store. Seeded users have no document of their own until they are changed.</summary>
internal sealed class StoredResource(ResourceType type, string identifier, string? instanceArn, string? name, long sequence)
{
    /// <summary>From when the seeded resources are.</summary>
    private static readonly DateTimeOffset Seeded = new(2025, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public ResourceType Type { get; } = type;

    public string Identifier { get; } = identifier;

    public string? InstanceArn { get; } = instanceArn;

    /// <summary>Username of a user, name of anything else.</summary>
    public string? Name { get; set; } = name;

    /// <summary>Order of creation, which is the order of lists.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>Number of the seeded user whose properties are composed on demand; -1 for all others.</summary>
    public int SeedIndex { get; init; } = -1;

    /// <summary>The properties as JSON; null for an unchanged seeded user.</summary>
    public string? Json { get; set; }

    public PasswordHash? Password { get; set; }

    /// <summary>When it was changed the last time; a seeded resource has a time of its own that never changes.</summary>
    public DateTimeOffset Modified { get; set; } = Seeded.AddSeconds(sequence);

    /// <summary>Rises with every change.</summary>
    public int Version { get; set; }

    /// <summary>When the resource can be read at the earliest; lists have it before.</summary>
    public DateTimeOffset ReadableFrom { get; set; }

    /// <summary>Whether the state file has to carry it, because the seed alone does not give it.</summary>
    public bool IsChanged { get; set; }

    public string ReadJson(SeededUsers seeded) => Json ?? JsonTexts.Text(seeded.Properties(SeedIndex));

    public JsonObject Read(SeededUsers seeded) => Json is null ? seeded.Properties(SeedIndex) : JsonTexts.ParseObject(Json);
}
