using Learning.Domain.Reach;
using Learning.Grains.Active;
using Learning.Grains.Certificates;
using Learning.Grains.Reach;
using Learning.Grains.Sessions;
using Learning.Grains.State;
using Learning.Silo.Auditing;
using Learning.Silo.Changes;
using Learning.Silo.Content;
using Learning.Silo.Content.Demo;
using Learning.Silo.Imports;
using Learning.Silo.Projections;
using Learning.Silo.ReadModel;
using Learning.Silo.Reports;
using Learning.Silo.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Silo.Hosting;

/// <summary>Everything that a silo needs, in the order in which it starts.</summary>
public static class LearningSilo
{
    /// <summary>
    /// Grains, their storage, projections and reach. The host registers besides: the content (Content.LearningContent), the
    /// federation's secrets, and a <see cref="TimeProvider"/> if not the system's.
    /// </summary>
    /// <param name="silo">The silo.</param>
    /// <param name="database">Where to store.</param>
    public static ISiloBuilder AddLearningSilo(this ISiloBuilder silo, LearningDatabase database)
    {
        silo.AddLearningStorage(database);
        silo.Services.AddDomainMessages();
        silo.Services.AddSingleton(_ => new StateJson(StateJson.Options(GrainStateJson.Default)));
        silo.Services.AddSingleton<CertificateIssuing>();
        silo.Services.AddSingleton(typeof(ActiveFacts<>));
        silo.Services.AddSingleton<GrainReads>();
        silo.Services.AddSingleton<ScanResolution>();
        silo.Services.AddSingleton<ISessionPageReader, SessionPageReader>();
        silo.Services.AddSingleton<Projector>();
        silo.Services.AddSingleton<ReachRefresh>();
        silo.Services.AddSingleton<IReachFacts, ReachFacts>();
        silo.Services.AddSingleton<ReachDimensions>();
        silo.Services.AddSingleton<ReachQuestions>();
        silo.Services.AddSingleton<ReadModelFreshness>();
        silo.Services.AddSingleton(services => new ReadModelRebuild(
            services.GetRequiredService<Projector>(), services.GetRequiredService<IChangeSet>(), services.GetRequiredService<ReadModelFreshness>()));
        silo.Services.AddSingleton<FigureAudit>();
        silo.Services.AddSingleton<ImportFiles>();
        silo.Services.AddSingleton<ImportPlanning>();
        silo.Services.AddSingleton<ImportedSoFar>();
        silo.Services.AddSingleton<ImportWork>();
        silo.Services.AddSingleton<ReportFactFiles>();
        silo.Services.AddSingleton<ReportFactReading>();
        silo.Services.AddSingleton<ReportCauses>();
        silo.Services.AddSingleton<ReportComparison>();
        silo.Services.AddSingleton<DemoLoading>();
        silo.Services.AddLearningReadModel();
        silo.Services.AddHostedService<ContentAtStart>();
        silo.Services.AddHostedService<ProjectorsAwake>();
        silo.Services.AddHostedService<ImportsAwake>();
        return silo;
    }

    /// <summary>The read model alone, for a web process without grains.</summary>
    /// <param name="services">Where to register; needs <see cref="LearningStorageExtensions.AddLearningDatabase"/>.</param>
    public static IServiceCollection AddLearningReadModel(this IServiceCollection services) =>
        services.AddDbContextFactory<LearningReadModel>((provider, options) => options
            .UseLearningDatabase(provider)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
}
