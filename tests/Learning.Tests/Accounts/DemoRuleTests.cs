using Learning.Silo.Secrets;
using Learning.Silo.Storage;
using Learning.Web.Accounts;
using Learning.Web.Accounts.Demo;
using Microsoft.Extensions.Configuration;

namespace Learning.Tests.Accounts;

public sealed class DemoRuleTests
{
    [Theory]
    [InlineData(null, DatabaseKind.Sqlite, true, DemoMode.Full)]
    [InlineData(null, DatabaseKind.Sqlite, false, DemoMode.Off)]
    [InlineData(null, DatabaseKind.Postgres, true, DemoMode.Off)]
    [InlineData(null, DatabaseKind.Postgres, false, DemoMode.Off)]
    [InlineData(" ", DatabaseKind.Sqlite, true, DemoMode.Full)]
    [InlineData("off", DatabaseKind.Sqlite, true, DemoMode.Off)]
    [InlineData("off", DatabaseKind.Sqlite, false, DemoMode.Off)]
    [InlineData("off", DatabaseKind.Postgres, true, DemoMode.Off)]
    [InlineData("off", DatabaseKind.Postgres, false, DemoMode.Off)]
    [InlineData("retire", DatabaseKind.Sqlite, true, DemoMode.Retire)]
    [InlineData("retire", DatabaseKind.Postgres, false, DemoMode.Retire)]
    [InlineData("accounts", DatabaseKind.Sqlite, true, DemoMode.Accounts)]
    [InlineData("Accounts ", DatabaseKind.Postgres, true, DemoMode.Accounts)]
    [InlineData("full", DatabaseKind.Sqlite, true, DemoMode.Full)]
    [InlineData("FULL", DatabaseKind.Postgres, true, DemoMode.Full)]
    public void Demo_content_is_for_the_embedded_default_or_those_who_ask(string? setting, DatabaseKind database, bool loopback, DemoMode expected) =>
        Assert.Equal(expected, DemoRule.Decide(setting, database, loopback));

    [Theory]
    [InlineData("accounts", DatabaseKind.Sqlite)]
    [InlineData("accounts", DatabaseKind.Postgres)]
    [InlineData("full", DatabaseKind.Sqlite)]
    [InlineData("full", DatabaseKind.Postgres)]
    public void Demo_content_is_refused_where_other_machines_can_connect(string setting, DatabaseKind database) =>
        Assert.Contains("demo passwords", Assert.Throws<StartRefusedException>(() => DemoRule.Decide(setting, database, loopback: false)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_setting_that_means_nothing_is_refused() =>
        Assert.Contains("'yes'", Assert.Throws<StartRefusedException>(() => DemoRule.Decide("yes", DatabaseKind.Sqlite, loopback: true)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("https://LOCALHOST", true)]
    [InlineData("http://127.1.2.3:80", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://127.0.0.1:5080;https://[::1]:5081", true)]
    [InlineData("http://127.0.0.1:5080;http://192.168.1.7:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://localhost.example.mn:5080", false)]
    [InlineData("http://127.0.0.1.example.mn:5080", false)]
    [InlineData("http://unix:/run/learning.sock", false)]
    [InlineData("nonsense", false)]
    public void Loopback_is_what_only_this_machine_can_reach(string urls, bool expected)
    {
        Assert.Equal(expected, ListeningAddresses.AreLoopback(From(("urls", urls))));
        Assert.Equal(expected, ListeningAddresses.AreLoopback(From(("ASPNETCORE_URLS", urls))));
    }

    [Fact]
    public void Without_settings_it_is_loopback() => Assert.Equal(["http://127.0.0.1:5080"], From());

    [Theory]
    [InlineData("http_ports", "8080")]
    [InlineData("ASPNETCORE_HTTPS_PORTS", "8443;8444")]
    [InlineData("Kestrel:Endpoints:Public:Url", "http://0.0.0.0:80")]
    public void Ports_alone_and_endpoints_of_the_server_count_too(string name, string value) =>
        Assert.False(ListeningAddresses.AreLoopback(From((name, value))));

    [Fact]
    public void One_open_endpoint_beside_a_loopback_address_is_open() =>
        Assert.False(ListeningAddresses.AreLoopback(From(("urls", "http://127.0.0.1:5080"), ("Kestrel:Endpoints:Public:Url", "http://0.0.0.0:80"))));

    private static IReadOnlyList<string> From(params (string Name, string Value)[] settings) => ListeningAddresses.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value))).Build());
}
