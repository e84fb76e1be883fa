using Learning.Browser.Tests.Harness;

namespace Learning.Browser.Tests.Access;

/// <summary>A sample of every route. A new page needs a line here, or its test fails.</summary>
internal static class PageSamples
{
    public static IReadOnlyDictionary<string, PageSample> All { get; } = new Dictionary<string, PageSample>
    {
        ["/"] = new(Who.Anyone, "/"),
        ["/account"] = new(Who.Trainer, "/account"),
        ["/admin/accounts"] = new(Who.Administrator, "/admin/accounts"),
        ["/admin/accounts/{UserName}"] = new(Who.Administrator, "/admin/accounts/trainer"),
        ["/admin/audit"] = new(Who.Administrator, "/admin/audit"),
        ["/admin/new-account"] = new(Who.Administrator, "/admin/new-account"),
        ["/b/{Code}"] = new(Who.Anyone, world => world.BadgePath),
        ["/c/{Code}"] = new(Who.Anyone, world => world.CodePath()),
        ["/cohorts"] = new(Who.Administrator, "/cohorts"),
        ["/cohorts/new"] = new(Who.Administrator, "/cohorts/new"),
        ["/cohorts/{Id}"] = new(Who.Administrator, world => $"/cohorts/{world.CohortId}"),
        ["/cohorts/{Id}/applied"] = new(Who.Anyone, world => $"/cohorts/{world.CohortId}/applied"),
        ["/cohorts/{Id}/apply"] = new(Who.Anyone, world => $"/cohorts/{world.CohortId}/apply"),
        ["/cohorts/{Id}/badges/issue"] = new(Who.Trainer, world => $"/cohorts/{world.CohortId}/badges/issue"),
        ["/cohorts/{Id}/cancel"] = new(Who.Administrator, world => $"/cohorts/{world.CohortId}/cancel"),
        ["/cohorts/{Id}/cascade"] = new(Who.Manager, world => $"/cohorts/{world.TrainersId}/cascade"),
        ["/cohorts/{Id}/close"] = new(Who.Trainer, world => $"/cohorts/{world.CohortId}/close"),
        ["/cohorts/{Id}/edit"] = new(Who.Administrator, world => $"/cohorts/{world.CohortId}/edit"),
        ["/cohorts/{Id}/open"] = new(Who.Administrator, world => $"/cohorts/{world.PlannedId}/open"),
        ["/cohorts/{Id}/scores"] = new(Who.Trainer, world => $"/cohorts/{world.CohortId}/scores"),
        ["/courses"] = new(Who.Administrator, "/courses"),
        ["/courses/new"] = new(Who.Administrator, "/courses/new"),
        ["/courses/{Code}"] = new(Who.Administrator, "/courses/OSH-101"),
        ["/courses/{Code}/edit"] = new(Who.Administrator, "/courses/OSH-101/edit"),
        ["/devices"] = new(Who.Administrator, "/devices"),
        ["/devices/file"] = new(Who.Trainer, "/devices/file"),
        ["/devices/{Id}"] = new(Who.Administrator, world => $"/devices/{world.DeviceId}"),
        ["/error/{Status:int}"] = new(Who.Anyone, "/nowhere", 404),
        ["/imports"] = new(Who.Administrator, "/imports"),
        ["/imports/{Id}"] = new(Who.Administrator, world => $"/imports/{world.ImportId}"),
        ["/mine"] = new(Who.Trainee, "/mine"),
        ["/mine/consents"] = new(Who.Trainee, "/mine/consents"),
        ["/mine/open"] = new(Who.Anyone, "/mine/open"),
        ["/mine/pin"] = new(Who.Trainee, "/mine/pin"),
        ["/people"] = new(Who.Administrator, "/people"),
        ["/people/new"] = new(Who.Administrator, "/people/new"),
        ["/people/{Id}"] = new(Who.Administrator, world => $"/people/{world.TraineeId}"),
        ["/people/{Id}/certificates/{Number}"] = new(Who.Administrator, world => $"/people/{world.TraineeId}/certificates/{world.CertificateNumber}"),
        ["/people/{Id}/edit"] = new(Who.Administrator, world => $"/people/{world.TraineeId}/edit"),
        ["/people/{Id}/merge"] = new(Who.Administrator, world => $"/people/{world.TraineeId}/merge?with={world.TwinId}"),
        ["/r/{Token}"] = new(Who.Anyone, world => world.DonorPath),
        ["/reach"] = new(Who.Manager, "/reach"),
        ["/reach/donors"] = new(Who.Manager, "/reach/donors"),
        ["/reach/people"] = new(Who.Manager, "/reach/people"),
        ["/reach/targets"] = new(Who.Manager, "/reach/targets?region=MN64&to=2030-12-31"),
        ["/reports"] = new(Who.Manager, "/reports"),
        ["/reports/new"] = new(Who.Manager, "/reports/new?region=MN64&by=month"),
        ["/reports/{Id}"] = new(Who.Manager, world => $"/reports/{world.ReportId}"),
        ["/reports/{Id}/delta"] = new(Who.Manager, world => $"/reports/{world.ReportId}/delta"),
        ["/review"] = new(Who.Trainer, "/review"),
        ["/sessions"] = new(Who.Trainer, "/sessions"),
        ["/sessions/{Id}"] = new(Who.Trainer, world => $"/sessions/{world.Session}"),
        ["/sessions/{Id}/move"] = new(Who.Trainer, world => $"/sessions/{world.Session}/move"),
        ["/sign-in"] = new(Who.Anyone, "/sign-in"),
        ["/verify"] = new(Who.Anyone, "/verify"),
        ["/verify/{Typed}"] = new(Who.Anyone, world => $"/verify/{world.CertificateNumber}"),
    };

    /// <summary>Documents of their own, without route of a page.</summary>
    public static IReadOnlyDictionary<string, PageSample> Papers { get; } = new Dictionary<string, PageSample>
    {
        ["/cohorts/{id}/badges"] = new(Who.Trainer, world => $"/cohorts/{world.CohortId}/badges"),
        ["/sessions/{id}/sheet"] = new(Who.Trainer, world => $"/sessions/{world.Session}/sheet"),
    };
}
