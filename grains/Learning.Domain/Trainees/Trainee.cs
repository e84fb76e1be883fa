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

    /// <summary>Every merge of this record into another, oldest first; only the last may stand.</summary>
    public ImmutableArray<Merge> Merges { get; init; } = [];

    /// <summary>
    /// Ids of records that say they were merged into this one. Written before the record itself says so, which alone decides: a
    /// merge cut off in between leaves an id here whose record knows nothing of it.
    /// </summary>
    public ImmutableArray<string> OtherRecords { get; init; } = [];

    /// <summary>Whether a PIN is set for the person's own page.</summary>
    public bool HasPin { get; init; }

    /// <summary>When first registered, UTC.</summary>
    public DateTimeOffset RegisteredAt { get; init; }

    /// <summary>User name, <c>import:id</c>, <c>walkIn:scan</c> or <c>self</c>.</summary>
    public string RegisteredBy { get; init; } = "";

    /// <summary>Whether the import that brought this person was undone and nothing else holds them here.</summary>
    public bool Retracted { get; init; }

    /// <summary>The merge that stands, if there is one.</summary>
    public Merge? Merge => Merges is [.., { Undone: null } last] ? last : null;

    /// <summary>The record this one was merged into, if it was.</summary>
    public string? MergedInto => Merge?.Into;

    /// <summary>The badge in force, if there is one.</summary>
    public Badge? CurrentBadge => Badges.LastOrDefault(b => b.RevokedAt is null);
}
