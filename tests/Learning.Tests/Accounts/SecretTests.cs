using System.Security.Cryptography;
using Learning.Domain.Identity;
using Learning.Grains.Secrets;
using Learning.Silo.Storage;
using Learning.Web.Accounts;
using Learning.Silo.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Tests.Accounts;

public sealed class SecretTests : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_start_makes_a_secret_that_only_its_owner_can_read()
    {
        var first = LearningSecretFile.Get(Settings(), LearningDatabase.Sqlite(folder["data"]));
        var second = LearningSecretFile.Get(Settings(), LearningDatabase.Sqlite(folder["data"]));

        var file = Path.Combine(folder["data"], "secret.key");
        Assert.Equal(first.For("x"), second.For("x"));
        Assert.Equal(32, Convert.FromBase64String(File.ReadAllText(file).Trim()).Length);
        Assert.Equal([file], Directory.GetFiles(folder["data"]));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void Processes_that_start_at_once_agree_on_one_secret()
    {
        var secrets = new string[16];

        Parallel.For(0, secrets.Length, i =>
            secrets[i] = Convert.ToHexString(LearningSecretFile.Get(Settings(), LearningDatabase.Sqlite(folder["data"])).For("x")));

        Assert.Single(secrets.Distinct());
        Assert.Single(Directory.GetFiles(folder["data"]));
    }

    [Fact]
    public void The_setting_goes_before_the_file()
    {
        var bytes = RandomNumberGenerator.GetBytes(48);

        var secret = LearningSecretFile.Get(Settings(("LEARNING_SECRET", Convert.ToBase64String(bytes))), LearningDatabase.Sqlite(folder["data"]));

        Assert.Equal(new LearningSecret(bytes).For("x"), secret.For("x"));
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("c2hvcnQ=")]
    public void A_secret_that_is_none_is_refused_without_showing_it(string setting)
    {
        var refused = Assert.Throws<StartRefusedException>(() => LearningSecretFile.Get(Settings(("LEARNING_SECRET", setting)), LearningDatabase.Sqlite(folder.Path)));

        Assert.Contains("LEARNING_SECRET", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(setting, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void On_postgres_the_secret_has_to_be_given_unless_it_is_a_demo()
    {
        var postgres = LearningDatabase.Postgres("Host=127.0.0.1;Database=learning", folder["data"]);

        Assert.Contains("LEARNING_SECRET", Assert.Throws<StartRefusedException>(() => LearningSecretFile.Get(Settings(), postgres)).Message, StringComparison.Ordinal);
        Assert.NotNull(LearningSecretFile.Get(Settings(("LEARNING_DEMO", "full")), postgres));
    }

    [Fact]
    public async Task A_database_begun_with_another_secret_is_refused()
    {
        await (await AccountsHost.StartAsync(folder)).DisposeAsync();
        var kept = File.ReadAllText(folder["secret.key"]);
        File.WriteAllText(folder["secret.key"], Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => AccountsHost.StartAsync(folder));
        File.WriteAllText(folder["secret.key"], kept);
        await (await AccountsHost.StartAsync(folder)).DisposeAsync();

        Assert.Contains("another secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_gone_from_beside_its_database_is_asked_for_and_not_made_anew()
    {
        await (await AccountsHost.StartAsync(folder)).DisposeAsync();
        File.Delete(folder["secret.key"]);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => AccountsHost.StartAsync(folder));

        Assert.Contains("Put it back", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["secret.key"]));
    }

    [Fact]
    public async Task Numbers_are_hashed_under_a_secret_of_their_own()
    {
        var bytes = RandomNumberGenerator.GetBytes(32);
        await using var host = await AccountsHost.StartAsync(folder, settings: ("LEARNING_SECRET", Convert.ToBase64String(bytes)));
        // RFC 5869 by hand: extract without salt, then the first block of expand.
        var extracted = HMACSHA256.HashData(new byte[32], bytes);
        var expanded = HMACSHA256.HashData(extracted, (byte[])[.. "learning/identity"u8, 1]);

        Assert.Equal(new IdentitySecret(expanded).Hash("phone", "99112233"), host.Services.GetRequiredService<IdentitySecret>().Hash("phone", "99112233"));
    }

    [Fact]
    public async Task Keys_of_cookies_are_not_readable_in_the_database()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var program = await host.ProgramAsync("admin");

        var keys = await host.Database.ReadAsync((connection, cancel) => connection.RowsAsync(
            "SELECT xml FROM data_protection_keys", [], row => row.GetString(0), cancel));

        Assert.Contains("encryptedKey", Assert.Single(keys), StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", keys[0], StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["keys"]));
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value))).Build();
}
