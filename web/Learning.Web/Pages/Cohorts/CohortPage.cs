using Learning.Domain.Cohorts;
using Learning.Domain.Regions;
using Learning.Web.Accounts;
using Learning.Web.Api.Cohorts;
using Learning.Web.Audit;
using Learning.Web.Words;
using Microsoft.AspNetCore.Components;

namespace Learning.Web.Pages.Cohorts;

/// <summary>
/// What the pages of one cohort share: the cohort, read from its grain, and what the caller may do with it. A cohort that is
/// not there and one that is another trainer's are the same 404 page.
/// </summary>
public abstract class CohortPage : ComponentBase
{
    /// <summary>What the address names: the cohort, or something of it.</summary>
    [Parameter] public string Id { get; set; } = "";

    /// <summary>The request.</summary>
    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    /// <summary>Words of the reader's language.</summary>
    [Inject] protected IWords T { get; set; } = null!;

    /// <summary>Grains.</summary>
    [Inject] protected IGrainFactory Grains { get; set; } = null!;

    /// <summary>Whose cohort it is.</summary>
    [Inject] protected CohortAccess Access { get; set; } = null!;

    /// <summary>Where to go on.</summary>
    [Inject] protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>Who did and saw what.</summary>
    [Inject] protected IAuditLog Audit { get; set; } = null!;

    /// <summary>The regions.</summary>
    [Inject] protected RegionTree Regions { get; set; } = null!;

    /// <summary>The present.</summary>
    [Inject] protected TimeProvider Clock { get; set; } = null!;

    /// <summary>The cohort; <see langword="null"/> when the page is to say that there is none.</summary>
    protected Cohort? Cohort { get; private set; }

    /// <summary>Id of the cohort, as the address names it; <see langword="null"/> when it names none.</summary>
    protected virtual string? CohortId => Id;

    /// <summary>Who asks.</summary>
    protected Caller Caller { get; private set; } = null!;

    /// <summary>Whether the caller may plan, open and cancel cohorts.</summary>
    protected bool MayPlan => Caller.IsAdministrator;

    /// <summary>Whether the caller may enrol, mark and close: administrators, and trainers of this cohort.</summary>
    protected bool MayRun => Cohort is not null && (Caller.IsAdministrator
        || (Caller.IsTrainer && Cohort.Plan.Trainers.Contains(Caller.Actor, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Title of the course in the reader's language.</summary>
    protected string Title => T.Pick(Cohort!.Plan.Course.TitleMn, Cohort.Plan.Course.TitleEn);

    /// <summary>Region and venue in words.</summary>
    protected string Place => CohortWords.Place(T, Regions, Cohort!.Plan.RegionCode, Cohort.Plan.Venue);

    /// <summary>The cohort's own page.</summary>
    protected string Home => $"/cohorts/{CohortId}";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Caller = Caller.Of(Http.User);
        Cohort = await Access.See(Http.User, CohortId);
        if (Cohort is null) Navigation.NotFound();
        else await Load();
    }

    /// <summary>Reads what the page shows besides; the cohort is there.</summary>
    protected virtual Task Load() => Task.CompletedTask;

    /// <summary>Says that the page is not the caller's, as if it weren't there.</summary>
    protected void Refuse()
    {
        Cohort = null;
        Navigation.NotFound();
    }

    /// <summary>Reads the cohort again after something was refused.</summary>
    protected async Task Reload()
    {
        Cohort = await Access.See(Http.User, CohortId);
        if (Cohort is not null) await Load();
    }

    /// <summary>
    /// The form that was posted. One that is shown only after another was posted must be there again when it is posted itself.
    /// </summary>
    protected string PostedForm => Posted("_handler");

    /// <summary>Whether somebody looks, rather than posts a form.</summary>
    protected bool IsLooking => HttpMethods.IsGet(Http.Request.Method) || HttpMethods.IsHead(Http.Request.Method);

    /// <summary>The one value of a posted field; empty when it isn't there.</summary>
    /// <param name="name">Field.</param>
    protected string Posted(string name) => Http.Request.HasFormContentType ? Http.Request.Form[name].ToString() : "";
}
