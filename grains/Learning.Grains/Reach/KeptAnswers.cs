using Learning.Domain.Reach;

namespace Learning.Grains.Reach;

/// <summary>Answers of a day by their queries, until something changes. Whoever asks while one is worked out waits for the same.</summary>
/// <typeparam name="T">What is answered.</typeparam>
internal sealed class KeptAnswers<T>
{
    private const int Most = 256;
    private readonly Dictionary<ReachQuery, (DateOnly Day, Task<T> Answer)> kept = [];

    /// <summary>The answer.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="today">Another day has another answer.</param>
    /// <param name="work">Works it out.</param>
    public async Task<T> Of(ReachQuery query, DateOnly today, Func<ReachQuery, DateOnly, Task<T>> work)
    {
        if (kept.TryGetValue(query, out var known) && known.Day == today) return await known.Answer;
        if (kept.Count >= Most) kept.Clear();
        var answer = work(query, today);
        kept[query] = (today, answer);
        try
        {
            return await answer;
        }
        catch
        {
            kept.Remove(query);
            throw;
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => kept.Clear();
}
