using Learning.Web.Accounts;
using Learning.Web.Words;

namespace Learning.Web.Audit;

/// <summary>The audit log's codes in words. What has no words is shown as it is kept.</summary>
public static class AuditWords
{
    /// <summary>Who acted: a user name as it is; a trainee, a phone or somebody unknown by a word, because their ids say nothing to a reader.</summary>
    /// <param name="words">In the reader's language.</param>
    /// <param name="actor">See <see cref="Caller.Actor"/>.</param>
    public static string Actor(this IWords words, string actor) =>
        actor == Caller.Anyone || actor.Contains(':', StringComparison.Ordinal) ? words.Find($"audit.by.{actor.Split(':')[0]}") ?? actor : actor;

    /// <summary>What was done.</summary>
    /// <param name="words">In the reader's language.</param>
    /// <param name="action">As kept, e.g. <c>cohort.open</c>.</param>
    public static string Act(this IWords words, string action) => words.Find($"audit.action.{action}") ?? action;
}
