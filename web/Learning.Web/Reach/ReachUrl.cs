using System.Globalization;
using Learning.Domain.Reach;
using Learning.Domain.Text;
using Microsoft.AspNetCore.Http.Extensions;

namespace Learning.Web.Reach;

/// <summary>A reach query as a URL: the URL is the filter's state.</summary>
public static class ReachUrl
{
    /// <summary>The address of a view, with only what differs from the defaults.</summary>
    /// <param name="path">E.g. <c>/reach</c>.</param>
    /// <param name="query">The view.</param>
    /// <param name="more">Further parameters.</param>
    public static string Of(string path, ReachQuery query, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var defaults = new ReachQuery();
        var url = new QueryBuilder();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) url.Add(name, value);
        }

        if (query.Region != defaults.Region) Add("region", query.Region);
        if (query.RegionKind != defaults.RegionKind) Add("regionKind", EnumText.Of(query.RegionKind));
        Add("from", query.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("to", query.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (query.Measure != defaults.Measure) Add("measure", EnumText.Of(query.Measure));
        if (query.Rule != defaults.Rule) Add("rule", query.Rule);
        Add("course", query.Course);
        Add("funder", query.Funder);
        Add("sex", query.Sex is { } sex ? EnumText.Of(sex) : null);
        Add("ageBand", query.AgeBand);
        Add("organisation", query.Organisation);
        Add("by", query.By is { } by ? EnumText.Of(by) : null);
        foreach (var (name, value) in more) Add(name, value);
        return path + url.ToQueryString();
    }
}
