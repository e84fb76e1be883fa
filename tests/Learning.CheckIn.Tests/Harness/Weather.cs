using Microsoft.AspNetCore.Http;

namespace Learning.CheckIn.Tests.Harness;

/// <summary>What happens to a request on its way.</summary>
public sealed record Weather
{
    /// <summary>The connection breaks before the request gets anywhere.</summary>
    public static Weather Down { get; } = new() { IsDown = true };

    /// <summary>The server gets it and acts; its answer never arrives.</summary>
    public static Weather ReplyLost { get; } = new() { LosesReply = true };

    /// <summary>The server gets it twice at once; one of the answers arrives.</summary>
    public static Weather Twice { get; } = new() { Times = 2 };

    /// <summary>The sign-in page of somebody's guest network, with a good status.</summary>
    public static Weather Portal { get; } = Says(StatusCodes.Status200OK, "text/html; charset=utf-8", "<!doctype html><title>Зочны сүлжээ</title><form>Нэвтэрнэ үү</form>");

    /// <summary>The same, by a redirect.</summary>
    public static Weather PortalElsewhere { get; } = new()
    {
        Answer = response =>
        {
            response.Redirect("http://portal.invalid/welcome");
            return Task.CompletedTask;
        },
    };

    public bool IsDown { get; init; }

    public bool LosesReply { get; init; }

    /// <summary>How often the server gets it, at once.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The connection breaks after so many bytes of the answer's body.</summary>
    public int? CutAfter { get; init; }

    /// <summary>The request stands still until then, and goes on.</summary>
    public Task? Wait { get; init; }

    /// <summary>Somebody on the way answers.</summary>
    public Func<HttpResponse, Task>? Answer { get; init; }

    /// <summary>Somebody on the way answers with a status.</summary>
    public static Weather Says(int status, string type = "text/plain", string body = "") => new()
    {
        Answer = response =>
        {
            response.StatusCode = status;
            response.ContentType = type;
            return response.WriteAsync(body);
        },
    };
}
