namespace Learning.Silo.Content;

/// <summary>Who reports to the IATI registry and about which activity, from <c>content/exports/iati.yaml</c>.</summary>
public sealed record IatiSettings
{
    private const string Name = "exports/iati.yaml";

    /// <summary>The reporting organisation's IATI identifier.</summary>
    public required string OrganisationId { get; init; }

    /// <summary>Code of the codelist OrganisationType.</summary>
    public required int OrganisationType { get; init; }

    /// <summary>Its Mongolian and English name.</summary>
    public required (string Mn, string En) OrganisationName { get; init; }

    /// <summary>The activity's identifier; begins with the organisation's.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Mongolian and English title.</summary>
    public required (string Mn, string En) Title { get; init; }

    /// <summary>Mongolian and English description.</summary>
    public required (string Mn, string En) Description { get; init; }

    /// <summary>Code of the codelist ActivityStatus.</summary>
    public required int Status { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Country by ISO 3166-1.</summary>
    public required string Country { get; init; }

    /// <summary>Five-digit purpose code of the OECD DAC.</summary>
    public required string Sector { get; init; }

    /// <summary>Reads the file; <see langword="null"/> when errors were noted.</summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="errors">Where to note what is wrong.</param>
    internal static IatiSettings? Read(string folder, ContentErrors errors)
    {
        if (ContentFile.Read(folder, Name, errors) is not { } file || YamlMap.Parse(Name, file.Text, errors) is not { } top) return null;
        if (top.Map("organisation") is not { } organisation || top.Map("activity") is not { } activity) return null;
        var settings = new IatiSettings
        {
            OrganisationId = organisation.Text("identifier"),
            OrganisationType = organisation.Whole("type", 10, 90),
            OrganisationName = (organisation.Text("nameMn"), organisation.Text("nameEn")),
            ActivityId = activity.Text("identifier"),
            Title = (activity.Text("titleMn"), activity.Text("titleEn")),
            Description = (activity.Text("descriptionMn"), activity.Text("descriptionEn")),
            Status = activity.Whole("status", 1, 6),
            Start = FirstDay(activity),
            Country = activity.Text("country"),
            Sector = activity.Text("sector"),
        };
        if (!settings.ActivityId.StartsWith(settings.OrganisationId, StringComparison.Ordinal))
            activity.Wrong("identifier", $"The identifier {settings.ActivityId} must begin with the organisation's, {settings.OrganisationId}.");
        organisation.RefuseTheRest();
        activity.RefuseTheRest();
        top.RefuseTheRest();
        return settings;
    }

    private static DateOnly FirstDay(YamlMap activity)
    {
        _ = activity.Text("start");
        return activity.DayOrNull("start") ?? default;
    }
}
