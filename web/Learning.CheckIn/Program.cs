using Learning.CheckIn;
using Learning.CheckIn.Browser;
using Learning.CheckIn.Enrolment;
using Learning.CheckIn.Install;
using Learning.CheckIn.Rosters;
using Learning.CheckIn.Scanning;
using Learning.CheckIn.Settings;
using Learning.CheckIn.Sync;
using Learning.CheckIn.Words;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Microsoft.JSInterop;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
builder.Services
    .AddSingleton(TimeProvider.System)
    .AddSingleton<ILocalStorageService, LocalStorageService>()
    .AddSingleton<PhoneSettings>()
    .AddSingleton<FieldWords>()
    .AddSingleton<ServerLine>()
    .AddSingleton<PhoneEnrolment>()
    .AddSingleton<Drain>()
    .AddSingleton<RosterShelf>()
    .AddSingleton<ScanPen>()
    .AddSingleton<Installation>()
    .AddSingleton<Wakefulness>();
await Modules.Load();
var app = builder.Build();
BlazorJson.Give(app.Services.GetRequiredService<IJSRuntime>());
await app.Services.GetRequiredService<PhoneSettings>().Read();
await app.RunAsync();
