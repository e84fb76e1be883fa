namespace Learning.CheckIn.Tests.Harness;

/// <summary>Waits for what a phone or the server does by itself.</summary>
internal static class Eventually
{
    /// <summary>Waits until it is so; fails when it takes longer than anybody would wait.</summary>
    /// <param name="isSo">Asked again and again.</param>
    /// <param name="what">What is waited for, in words.</param>
    /// <param name="beat">How often it is asked, in milliseconds.</param>
    public static async Task IsTrue(Func<Task<bool>> isSo, string what, int beat = 100)
    {
        var until = TimeProvider.System.GetUtcNow().AddMilliseconds(FieldSite.Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(beat));
        while (!await isSo())
        {
            if (TimeProvider.System.GetUtcNow() > until) Assert.Fail($"After {FieldSite.Patience / 1000} s it is still not so that {what}.");
            await timer.WaitForNextTickAsync();
        }
    }
}
