using System.Collections.Immutable;
using Learning.Domain.Trainees;

namespace Learning.Web.Api.Trainees;

/// <summary>What is known of a person.</summary>
public sealed record TraineeAnswer
{
    /// <summary>Trainee id; for somebody merged, that of the person they turned out to be.</summary>
    public required string Id { get; init; }

    /// <summary>Patronymic and given name.</summary>
    public required string Name { get; init; }

    /// <summary>Given name.</summary>
    public required string GivenName { get; init; }

    /// <summary>Patronymic or its initial.</summary>
    public required string Patronymic { get; init; }

    /// <summary>Sex as stated.</summary>
    public Sex Sex { get; init; }

    /// <summary>Year of birth; 0 when unknown.</summary>
    public int BirthYear { get; init; }

    /// <summary>Last two digits of the register number.</summary>
    public string? RegisterEnding { get; init; }

    /// <summary>Phone number, eight digits.</summary>
    public string? Phone { get; init; }

    /// <summary>P-code of the home region.</summary>
    public string? HomeRegion { get; init; }

    /// <summary>Organisation code.</summary>
    public string? Organisation { get; init; }

    /// <summary>What they agreed to.</summary>
    public Consent Consents { get; init; }

    /// <summary>Whether their own page has a PIN.</summary>
    public bool HasPin { get; init; }

    /// <summary>The badge in force.</summary>
    public BadgeAnswer? Badge { get; init; }

    /// <summary>Numbers of their certificates, oldest first.</summary>
    public ImmutableArray<string> Certificates { get; init; } = [];

    /// <summary>Cohorts they stand with, newest first; to a trainer, the trainer's own.</summary>
    public ImmutableArray<TrainingAnswer> Trainings { get; init; } = [];

    /// <summary>
    /// For administrators: every merge that made other records this person's, and those of this record that were taken back.
    /// </summary>
    public ImmutableArray<MergeAnswer> Merges { get; init; } = [];

    /// <summary>When first registered, UTC.</summary>
    public DateTimeOffset RegisteredAt { get; init; }

    /// <summary>A person as answered.</summary>
    /// <param name="records">The person, and after them every record merged into theirs.</param>
    /// <param name="trainings">Their trainings.</param>
    /// <param name="withMerges">Whether to say which records were merged, by whom and why.</param>
    public static TraineeAnswer Of(ImmutableArray<Trainee> records, IEnumerable<TrainingAnswer> trainings, bool withMerges = false)
    {
        var trainee = records[0];
        var profile = trainee.Profile;
        return new TraineeAnswer
        {
            Id = trainee.Id,
            Name = profile.DisplayName(),
            GivenName = profile.GivenName,
            Patronymic = profile.Patronymic,
            Sex = profile.Sex,
            BirthYear = profile.BirthYear,
            RegisterEnding = profile.RegisterEnding,
            Phone = profile.Phone,
            HomeRegion = profile.HomeRegion,
            Organisation = profile.Organisation,
            Consents = profile.Consents,
            HasPin = trainee.HasPin,
            Badge = trainee.CurrentBadge is { } badge ? BadgeAnswer.Of(badge) : null,
            Certificates = [.. records.SelectMany(r => r.Certificates)],
            Merges = withMerges ? MergeAnswer.Of(records) : [],
            Trainings = [.. trainings],
            RegisteredAt = trainee.RegisteredAt,
        };
    }
}
