using Learning.Web.Accounts;
using Learning.Web.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;

namespace Learning.Tests.Accounts;

/// <summary>The document around the pages under test, without the site's menu.</summary>
internal sealed class PagesRoot : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Document>(0);
        builder.AddComponentParameter(1, nameof(Document.ChildContent), (RenderFragment)(body =>
        {
            body.OpenComponent<Router>(0);
            body.AddComponentParameter(1, nameof(Router.AppAssembly), typeof(Account).Assembly);
            body.AddComponentParameter(2, nameof(Router.Found), (RenderFragment<RouteData>)(route => page =>
            {
                page.OpenComponent<RouteView>(0);
                page.AddComponentParameter(1, nameof(RouteView.RouteData), route);
                page.CloseComponent();
            }));
            body.CloseComponent();
        }));
        builder.CloseComponent();
    }
}
