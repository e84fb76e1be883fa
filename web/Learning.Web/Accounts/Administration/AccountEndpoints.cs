using System.Security.Claims;
using Learning.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Web.Accounts.Administration;

/// <summary>Accounts, for administrators.</summary>
public static class AccountEndpoints
{
    /// <summary>Maps <c>/api/accounts</c>.</summary>
    /// <param name="routes">Where.</param>
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/api/accounts").RequireAuthorization(Policies.Administrator).WithTags("accounts");
        accounts.MapGet("", List).WithSummary("Accounts by user name");
        accounts.MapPost("", Create).WithSummary("Makes an account; safe to repeat with the header Idempotency-Key");
        accounts.MapPut("/{userName}", Change).WithSummary("Changes display name, roles, or whether the account may sign in");
        accounts.MapPost("/{userName}/password", SetPassword).WithSummary("Sets somebody's password and signs the account out everywhere");
    }

    private static async Task<Ok<AccountPage>> List(AccountAdministration accounts, string? role, string? after, CancellationToken cancel, int limit = 50) =>
        TypedResults.Ok(await accounts.ListAsync(role, after, limit, cancel));

    private static async Task<Results<Created<AccountView>, ProblemHttpResult>> Create(
        NewAccount asked, AccountAdministration accounts, ClaimsPrincipal user, HttpRequest request, IWords words)
    {
        var outcome = await accounts.CreateAsync(user, asked, repeatable: request.Headers.ContainsKey("Idempotency-Key"));
        return outcome.Account is { } made
            ? TypedResults.Created($"/api/accounts/{Uri.EscapeDataString(made.UserName)}", made)
            : Problem(outcome, words);
    }

    private static async Task<Results<Ok<AccountView>, ProblemHttpResult>> Change(
        string userName, AccountEdit asked, AccountAdministration accounts, ClaimsPrincipal user, IWords words) =>
        Answer(await accounts.ChangeAsync(user, userName, asked), words);

    private static async Task<Results<Ok<AccountView>, ProblemHttpResult>> SetPassword(
        string userName, NewPassword asked, AccountAdministration accounts, ClaimsPrincipal user, IWords words) =>
        Answer(await accounts.SetPasswordAsync(user, userName, asked.Password), words);

    private static Results<Ok<AccountView>, ProblemHttpResult> Answer(AccountOutcome outcome, IWords words) =>
        outcome.Account is { } account ? TypedResults.Ok(account) : Problem(outcome, words);

    private static ProblemHttpResult Problem(AccountOutcome outcome, IWords words) => outcome.Errors.Count == 0
        ? TypedResults.Problem(words["accounts.problem.noAccount"], statusCode: StatusCodes.Status404NotFound)
        : TypedResults.Problem(new HttpValidationProblemDetails(outcome.Errors)
        {
            Title = words["accounts.problem.input"],
            Status = outcome.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest,
        });
}
