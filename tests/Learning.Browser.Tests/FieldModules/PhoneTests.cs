using Learning.Browser.Tests.Harness;

namespace Learning.Browser.Tests.FieldModules;

/// <summary>phone.js and signals.js: what the app asks of the phone around it.</summary>
[Collection(ModuleTests.Name)]
public sealed class PhoneTests(ModuleHost host)
{
    [BrowserFact]
    public async Task Of_several_tabs_one_has_the_lock_until_it_gives_it_back_or_is_closed()
    {
        await using var phone = await host.Phone();
        var (one, other) = (await host.Tab(phone), await host.Tab(phone));

        var token = await one.Call<int>("phone.tryLock", "drain");
        Assert.True(token > 0);
        Assert.Equal(0, await other.Call<int>("phone.tryLock", "drain"));
        Assert.Equal(0, await one.Call<int>("phone.tryLock", "drain"));
        Assert.True(await other.Call<int>("phone.tryLock", "something else") > 0);
        await one.Call("phone.unlock", token);
        await one.Call("phone.unlock", token);
        Assert.True(await other.Call<int>("phone.tryLock", "drain") > 0);
        Assert.Equal(0, await one.Call<int>("phone.tryLock", "drain"));

        await other.CloseAsync();
        await one.Until("async () => await (await import('/checkin/js/phone.js')).tryLock('drain') > 0");
    }

    [BrowserFact]
    public async Task A_text_is_saved_as_a_file()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);

        var file = await page.RunAndWaitForDownloadAsync(() => page.Call("phone.save", "илгээгээгүй.json", "application/json", "{\"Ө\":\"ү\"}"));

        Assert.Equal("илгээгээгүй.json", file.SuggestedFilename);
        Assert.Equal("{\"Ө\":\"ү\"}", await File.ReadAllTextAsync(await file.PathAsync()));
    }

    [BrowserFact]
    public async Task The_app_hears_of_the_connection_and_each_start_has_a_name_of_its_own()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);
        var boot = await page.Call<string>("phone.bootId");
        Assert.Equal(boot, await page.Call<string>("phone.bootId"));
        await page.EvaluateAsync("async () => { window.heard = []; (await import('/checkin/js/phone.js')).onWake(what => heard.push(what)); }");

        await phone.SetOfflineAsync(true);
        await page.WaitForFunctionAsync("() => heard.includes('offline')");
        Assert.False(await page.Call<bool>("phone.online"));
        await phone.SetOfflineAsync(false);
        await page.WaitForFunctionAsync("() => heard.includes('online')");
        Assert.True(await page.Call<bool>("phone.visible"));
        await page.Call("phone.setTitle", "Ирц", "mn");
        Assert.Equal(("Ирц", "mn"), (await page.TitleAsync(), await page.EvaluateAsync<string>("() => document.documentElement.lang")));

        await page.ReloadAsync();
        Assert.NotEqual(boot, await page.Call<string>("phone.bootId"));
    }

    [BrowserFact]
    public async Task Every_signal_sounds_otherwise_and_a_phone_without_sound_throws_nothing()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);
        await page.EvaluateAsync(
            """
            () => {
              window.sounds = []; window.shakes = [];
              navigator.vibrate = pattern => { shakes.push(pattern.join()); return true; };
              const start = OscillatorNode.prototype.start;
              OscillatorNode.prototype.start = function (at) { sounds.push(`${this.frequency.value} ${(at - this.context.currentTime).toFixed(1)}`); return start.call(this, at); };
            }
            """);
        await page.Call("signals.signal", "good", true, false);
        Assert.Empty(await page.EvaluateAsync<string[]>("() => sounds"));

        await page.Call("signals.unlock");
        foreach (var kind in new[] { "good", "warn", "bad", "neutral" }) await page.Call("signals.signal", kind, true, true);
        await page.Call("signals.signal", "good", false, false);

        Assert.Equal(5, (await page.EvaluateAsync<string[]>("() => sounds")).Distinct().Count());
        Assert.Equal(4, (await page.EvaluateAsync<string[]>("() => shakes")).Distinct().Count());

        await page.ReloadAsync();
        await page.EvaluateAsync("() => { window.AudioContext = undefined; navigator.vibrate = () => { throw new Error(); }; }");
        await page.Call("signals.unlock");
        await page.Call("signals.signal", "bad", true, true);
    }
}
