using Microsoft.EntityFrameworkCore;

namespace Learning.Silo.ReadModel;

/// <summary>
/// What pages list and search: derived from grain states, read-only here. Projectors write it in SQL, and the schema is in
/// Storage/Sql, not in migrations.
/// </summary>
public sealed class LearningReadModel(DbContextOptions<LearningReadModel> options) : DbContext(options)
{
    /// <summary>Table <c>people</c>.</summary>
    public DbSet<PersonRow> People => Set<PersonRow>();

    /// <summary>View <c>merged_records</c>.</summary>
    public DbSet<MergedRecordRow> MergedRecords => Set<MergedRecordRow>();

    /// <summary>Table <c>badges</c>.</summary>
    public DbSet<BadgeRow> Badges => Set<BadgeRow>();

    /// <summary>Table <c>courses</c>.</summary>
    public DbSet<CourseRow> Courses => Set<CourseRow>();

    /// <summary>Table <c>organisations</c>.</summary>
    public DbSet<OrganisationRow> Organisations => Set<OrganisationRow>();

    /// <summary>Table <c>funders</c>.</summary>
    public DbSet<FunderRow> Funders => Set<FunderRow>();

    /// <summary>Table <c>cohorts</c>.</summary>
    public DbSet<CohortRow> Cohorts => Set<CohortRow>();

    /// <summary>Table <c>cohort_grants</c>.</summary>
    public DbSet<CohortGrantRow> CohortGrants => Set<CohortGrantRow>();

    /// <summary>Table <c>cohort_trainers</c>.</summary>
    public DbSet<CohortTrainerRow> CohortTrainers => Set<CohortTrainerRow>();

    /// <summary>Table <c>enrolments</c>.</summary>
    public DbSet<EnrolmentRow> Enrolments => Set<EnrolmentRow>();

    /// <summary>Table <c>sessions</c>.</summary>
    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    /// <summary>Table <c>marks</c>.</summary>
    public DbSet<MarkRow> Marks => Set<MarkRow>();

    /// <summary>Table <c>headcounts</c>.</summary>
    public DbSet<HeadcountRow> Headcounts => Set<HeadcountRow>();

    /// <summary>Table <c>certificates</c>.</summary>
    public DbSet<CertificateRow> Certificates => Set<CertificateRow>();

    /// <summary>Table <c>devices</c>.</summary>
    public DbSet<DeviceRow> Devices => Set<DeviceRow>();

    /// <summary>Table <c>received</c>.</summary>
    public DbSet<ReceivedRow> Received => Set<ReceivedRow>();

    /// <summary>Table <c>to_review</c>.</summary>
    public DbSet<ReviewRow> ToReview => Set<ReviewRow>();

    /// <summary>Table <c>imports</c>.</summary>
    public DbSet<ImportRow> Imports => Set<ImportRow>();

    /// <summary>Table <c>targets</c>.</summary>
    public DbSet<TargetRow> Targets => Set<TargetRow>();

    /// <summary>Table <c>reports</c>.</summary>
    public DbSet<ReportRow> Reports => Set<ReportRow>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<PersonRow>().ToTable("people").HasKey(r => r.Number);
        model.Entity<MergedRecordRow>().ToView("merged_records").HasNoKey();
        model.Entity<BadgeRow>().ToTable("badges").HasKey(r => r.BadgeId);
        model.Entity<CourseRow>().ToTable("courses").HasKey(r => r.Code);
        model.Entity<OrganisationRow>().ToTable("organisations").HasKey(r => r.Code);
        model.Entity<FunderRow>().ToTable("funders").HasKey(r => r.Code);
        model.Entity<CohortRow>().ToTable("cohorts").HasKey(r => r.CohortId);
        model.Entity<CohortGrantRow>().ToTable("cohort_grants").HasKey(r => new { r.CohortId, r.GrantCode });
        model.Entity<CohortTrainerRow>().ToTable("cohort_trainers").HasKey(r => new { r.CohortId, r.UserName });
        model.Entity<EnrolmentRow>().ToTable("enrolments").HasKey(r => new { r.CohortId, r.TraineeId });
        model.Entity<SessionRow>().ToTable("sessions").HasKey(r => r.SessionId);
        model.Entity<MarkRow>().ToTable("marks").HasKey(r => new { r.SessionId, r.TraineeId });
        model.Entity<HeadcountRow>().ToTable("headcounts").HasKey(r => new { r.SessionId, r.Sex, r.AgeBand });
        model.Entity<CertificateRow>().ToTable("certificates").HasKey(r => r.Number);
        model.Entity<DeviceRow>().ToTable("devices").HasKey(r => r.DeviceId);
        model.Entity<ReceivedRow>().ToTable("received").HasKey(r => new { r.Owner, r.DeviceId });
        model.Entity<ReviewRow>().ToTable("to_review").HasKey(r => new { r.Owner, r.ItemId });
        model.Entity<ImportRow>().ToTable("imports").HasKey(r => r.ImportId);
        model.Entity<TargetRow>().ToTable("targets").HasKey(r => r.TargetId);
        model.Entity<ReportRow>().ToTable("reports").HasKey(r => r.ReportId);
        model.UseSnakeCase();
    }
}
