using Learning.Domain.Reach;
using Learning.Web.Audit;
using Learning.Web.Words;

namespace Learning.Web.Reach.Exports;

/// <summary>What every export does: reads the filters, works the view out, notes who took what.</summary>
public sealed class Exporting(ReachQueryReading reading, ExportReading exports, IAuditLog audit)
{
    /// <summary>Answers with a file.</summary>
    /// <param name="request">The call.</param>
    /// <param name="words">The caller's language.</param>
    /// <param name="kind">One of <see cref="ReachFile"/>.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="write">Makes the bytes.</param>
    public Task<IResult> File(HttpRequest request, IWords words, string kind, string contentType, Func<ExportedView, byte[]> write) =>
        Run(request, words, kind, view => Results.File(write(view), contentType, $"reach-{view.Query.Region}.{kind}"));

    /// <summary>Answers with whatever is made of the view.</summary>
    /// <param name="request">The call.</param>
    /// <param name="words">The caller's language.</param>
    /// <param name="kind">One of <see cref="ReachFile"/>.</param>
    /// <param name="answer">Makes the answer.</param>
    public async Task<IResult> Run(HttpRequest request, IWords words, string kind, Func<ExportedView, IResult> answer)
    {
        var (query, errors) = await reading.Read(request.Query, words);
        var suppress = ExportApi.Truth(request, "suppress", words, out var wrong);
        foreach (var (field, messages) in wrong ?? []) errors[field] = messages;
        if (kind == ReachFile.DonorCsv && query.Measure == Measure.Headcount) errors["measure"] = [words["measure.headcount.definition"]];
        if (errors.Count > 0) return ReachRefusal.Of(errors, words);
        var view = await exports.Of(query, suppress, words);
        await audit.Note(request.HttpContext.User, "reach.export", query.Region, ReachUrl.Of("reach." + kind, query));
        return answer(view);
    }
}
