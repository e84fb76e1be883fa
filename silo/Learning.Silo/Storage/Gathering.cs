using System.Data.Common;

namespace Learning.Silo.Storage;

/// <summary>Work for many callers at once: what queues up while a batch is under way goes into the next one together.</summary>
/// <typeparam name="TItem">What a caller wants done.</typeparam>
/// <typeparam name="TAnswer">What it hears.</typeparam>
/// <param name="most">Most items of a batch.</param>
/// <param name="work">Does a batch, all or nothing, and returns an answer an item in the same order.</param>
public sealed class Gathering<TItem, TAnswer>(int most, Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TAnswer>>> work)
{
    private readonly Lock turn = new();
    private readonly Queue<Waiting> queue = new();
    private bool working;

    /// <summary>Does one item, perhaps with others; returns once its batch is done.</summary>
    /// <param name="item">The item.</param>
    public Task<TAnswer> Do(TItem item)
    {
        var waiting = new Waiting(item, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (turn)
        {
            queue.Enqueue(waiting);
            if (working) return waiting.Caller.Task;
            working = true;
        }

        // Not where the caller runs, which may be a grain, and for as long as others keep coming.
        using (ExecutionContext.SuppressFlow()) _ = Task.Run(DoAll);
        return waiting.Caller.Task;
    }

    private async Task DoAll()
    {
        while (Next() is { Count: > 0 } batch)
        {
            try
            {
                await Do(batch);
            }
            // The database refused the statement, and one item may have spoilt it for all. When it can't be reached, nothing more is tried.
            catch (DbException e) when (e.SqlState is not null && batch.Count > 1)
            {
                foreach (var waiting in batch) await Alone(waiting);
            }
            catch (Exception e)
            {
                foreach (var waiting in batch) waiting.Caller.SetException(e);
            }
        }
    }

    private async Task Alone(Waiting waiting)
    {
        try
        {
            await Do([waiting]);
        }
        catch (Exception e)
        {
            waiting.Caller.SetException(e);
        }
    }

    private async Task Do(IReadOnlyList<Waiting> batch)
    {
        var answers = await work([.. batch.Select(w => w.Item)]);
        for (var i = 0; i < batch.Count; i++) batch[i].Caller.SetResult(answers[i]);
    }

    private List<Waiting> Next()
    {
        lock (turn)
        {
            var batch = new List<Waiting>(Math.Min(most, queue.Count));
            while (batch.Count < most && queue.TryDequeue(out var waiting)) batch.Add(waiting);
            working = batch.Count > 0;
            return batch;
        }
    }

    private sealed record Waiting(TItem Item, TaskCompletionSource<TAnswer> Caller);
}
