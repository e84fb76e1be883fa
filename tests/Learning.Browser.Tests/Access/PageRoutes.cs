using System.Reflection;
using Learning.Web;
using Microsoft.AspNetCore.Components;

namespace Learning.Browser.Tests.Access;

/// <summary>Every page of the program, by its route; found in the program, so that none can be forgotten.</summary>
internal static class PageRoutes
{
    public static IReadOnlyList<string> All { get; } =
        [.. typeof(LearningWeb).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).Distinct().Order(StringComparer.Ordinal)];
}
