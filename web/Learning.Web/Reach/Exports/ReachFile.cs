namespace Learning.Web.Reach.Exports;

/// <summary>The kinds of file in which a view can be had: the endings of <c>/api/reach.…</c>.</summary>
public static class ReachFile
{
    /// <summary>Comma-separated values.</summary>
    public const string Csv = "csv";

    /// <summary>The donors of a figure as comma-separated values; under <c>/api/reach/</c>.</summary>
    public const string DonorCsv = "donors.csv";

    /// <summary>A workbook.</summary>
    public const string Xlsx = "xlsx";

    /// <summary>Results of an IATI activity.</summary>
    public const string Iati = "iati.xml";

    /// <summary>A DHIS2 data value set.</summary>
    public const string Dhis2 = "dhis2.json";
}
