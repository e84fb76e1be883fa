using Learning.Domain.Checkin;
using Learning.Domain.Devices;

namespace Learning.Tests.Devices;

/// <summary>Which contacts of a phone say something that was not known.</summary>
public sealed class DeviceContactTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 10, 2, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Recently = TimeSpan.FromSeconds(5);

    private static readonly Device Known = new()
    {
        Id = "d", Name = "Утас", Owner = "trainer", GrantHash = "h", ExpiresAt = At.AddDays(1), LastContact = At, ClockOffset = TimeSpan.FromSeconds(-30),
    };

    [Theory]
    [InlineData(0, -30.0, false)]
    [InlineData(4.9, -31.9, false)]
    [InlineData(4.9, -28.1, false)]
    [InlineData(4.9, null, false)]
    [InlineData(5, -30.0, true)]
    [InlineData(5, null, true)]
    [InlineData(1, -32.0, true)]
    [InlineData(1, 0.0, true)]
    public void A_contact_is_news_after_a_while_or_with_another_clock(double seconds, double? offset, bool isNews) =>
        Assert.Equal(isNews, Known.IsNews(new(At.AddSeconds(seconds), offset is { } o ? TimeSpan.FromSeconds(o) : null, []), Recently));

    [Fact]
    public void The_first_contact_is_news() => Assert.True((Known with { LastContact = null }).IsNews(new(At, Known.ClockOffset, []), Recently));

    [Fact]
    public void An_item_that_no_session_took_is_news_at_any_time() =>
        Assert.True(Known.IsNews(new(At, Known.ClockOffset, [new QuarantinedScan(new Scan { ScanId = "s" }, "digest", ReviewReason.Malformed, "d", At, null)]), Recently));
}
