using System.Collections.Immutable;

namespace Learning.Domain.Trainees;

/// <summary>A person known to the system, as others see it.</summary>
public sealed record Trainee
{
    /// <summary>Trainee id.</summary>
    public required string Id { get; init; }

    /// <summary>What is known of them.</summary>
    public required Profile Profile { get; init; }

    /// <summary>Every badge, oldest first.</summary>
    public ImmutableArray<Badge> Badges { get; init; } = [];

    /// <summary>Numbers of every certificate, oldest first.</summary>
    public ImmutableArray<string> Certificates { get; init; } = [];

    /// <summary>The trainee this one was merged into, if it was.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Whether a PIN is set for the person's own page.</summary>
    public bool HasPin { get; init; }

    /// <summary>When first registered, UTC.</summary>
    public DateTimeOffset RegisteredAt { get; init; }

    /// <summary>User name, <c>import:id</c>, <c>walkIn:scan</c> or <c>self</c>.</summary>
    public string RegisteredBy { get; init; } = "";

    /// <summary>Whether the import that brought this person was undone and nothing else holds them here.</summary>
    public bool Retracted { get; init; }

    /// <summary>The badge in force, if there is one.</summary>
    public Badge? CurrentBadge => Badges.LastOrDefault(b => b.RevokedAt is null);
}
