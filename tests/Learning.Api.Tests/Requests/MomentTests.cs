using System.Globalization;
using System.Text.Json;
using Learning.Web.Api.Requests;

namespace Learning.Api.Tests.Requests;

/// <summary>How moments stand in answers.</summary>
public sealed class MomentTests
{
    private static readonly JsonSerializerOptions Json = new();

    static MomentTests() => ApiJson.Set(Json);

    [Theory]
    [InlineData("2026-03-08T09:05:00.1230000+08:00", "2026-03-08T01:05:00.123Z")]
    [InlineData("2026-03-01T00:30:00.0000000+07:00", "2026-02-28T17:30:00.000Z")]
    // What is finer is left out, not rounded: a moment must not come to lie after itself.
    [InlineData("2026-12-31T23:59:59.9999999+00:00", "2026-12-31T23:59:59.999Z")]
    [InlineData("0001-01-01T00:00:00.0000000+00:00", "0001-01-01T00:00:00.000Z")]
    public void A_moment_is_written_in_UTC_to_the_thousandth_and_read_back(string moment, string written)
    {
        var at = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

        Assert.Equal($"\"{written}\"", JsonSerializer.Serialize(at, Json));
        Assert.Equal(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMillisecond, JsonSerializer.Deserialize<DateTimeOffset>($"\"{written}\"", Json).Ticks);
    }
}
