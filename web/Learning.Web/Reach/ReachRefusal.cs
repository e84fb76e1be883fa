using Learning.Web.Words;

namespace Learning.Web.Reach;

/// <summary>The answer to filters that can't be: in the words and with the code of the other calls' answers.</summary>
internal static class ReachRefusal
{
    /// <summary>400.</summary>
    /// <param name="errors">What is wrong, by field.</param>
    /// <param name="words">The caller's language.</param>
    public static IResult Of(Dictionary<string, string[]> errors, IWords words) => Results.ValidationProblem(
        errors, title: words["problem.status.400"], detail: words["problem.invalid"], extensions: new Dictionary<string, object?> { ["code"] = "problem.invalid" });
}
