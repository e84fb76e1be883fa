using Bunit;
using Learning.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Tests.Kit;

/// <summary>A bUnit context in which the kit's components find their words.</summary>
internal static class Rendering
{
    public static BunitContext In(Language language = Language.Mongolian)
    {
        var context = new BunitContext();
        context.Services.AddSingleton<IWords>(Wording.In(language));
        context.Services.AddSingleton<AntiforgeryStateProvider, NoToken>();
        return context;
    }

    public static RenderFragment Text(string text) => builder => builder.AddContent(0, text);

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => new("token", "__RequestVerificationToken");
    }
}
