namespace Learning.CheckIn.Tests.Harness;

/// <summary>Waits for what a phone or the server does by itself.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until it is so; fails when it takes longer than anybody would wait.</summary>
    /// <param name="isSo">Asked again and again.</param>
    /// <param name="what">What is waited for, in words.</param>
    public static async Task IsTrue(Func<Task<bool>> isSo, string what)
    {
        var until = TimeProvider.System.GetUtcNow().AddMilliseconds(FieldSite.Patience);
        using var beat = new PeriodicTimer(Pause);
        while (!await isSo())
        {
            if (TimeProvider.System.GetUtcNow() > until) Assert.Fail($"After {FieldSite.Patience / 1000} s it is still not so that {what}.");
            await beat.WaitForNextTickAsync();
        }
    }
}
