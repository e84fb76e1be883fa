using System.Runtime.CompilerServices;

namespace Learning.CheckIn.Tests.Harness;

/// <summary>
/// The servers of these tests live for a minute each and are compiled for the machine already. Compiling their busy methods once more, better,
/// took a sixth of both cores and came too late to be of use.
/// </summary>
internal static class ShortLived
{
    /// <summary>Tells every process that the tests start.</summary>
    [ModuleInitializer]
    public static void Tell() => Environment.SetEnvironmentVariable("DOTNET_TC_CallCounting", "0");
}
