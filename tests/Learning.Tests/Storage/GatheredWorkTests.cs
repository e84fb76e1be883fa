using System.Collections.Concurrent;
using System.Data.Common;
using Learning.Silo.Storage;

namespace Learning.Tests.Storage;

/// <summary>Work for many callers at once: each hears of its own.</summary>
public sealed class GatheredWorkTests
{
    private readonly ConcurrentQueue<int[]> batches = new();
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task What_queues_up_while_a_batch_is_under_way_is_done_together_and_in_order()
    {
        var answers = await DoAsync(Gathering(most: 4), 1, 2, 3, 4, 5, 6);
        var heard = await Task.WhenAll(answers);

        Assert.Equal([10, 20, 30, 40, 50, 60], heard);
        Assert.Equal([[0], [1, 2, 3, 4], [5, 6]], batches);
    }

    [Fact]
    public async Task One_item_that_the_database_refuses_fails_alone()
    {
        var gathering = Gathering(most: 10, bad: 3, state: "23514");

        var answers = await DoAsync(gathering, 1, 2, 3, 4, 5);

        await Assert.ThrowsAsync<DatabaseFault>(() => answers[2]);
        var heard = await Task.WhenAll(answers.Where((_, i) => i != 2));
        Assert.Equal([10, 20, 40, 50], heard);
        Assert.Equal(60, await gathering.Do(6));
    }

    [Fact]
    public async Task When_the_database_cannot_be_reached_everybody_hears_it_at_once_and_the_next_are_tried_again()
    {
        var gathering = Gathering(most: 10, bad: 3, state: null);

        var answers = await DoAsync(gathering, 1, 2, 3, 4, 5);

        foreach (var answer in answers) await Assert.ThrowsAsync<DatabaseFault>(() => answer);
        Assert.Equal([[0], [1, 2, 3, 4, 5]], batches);
        Assert.Equal(60, await gathering.Do(6));
    }

    /// <summary>Lets them queue up behind a batch of one.</summary>
    private async Task<Task<int>[]> DoAsync(Gathering<int, int> gathering, params int[] items)
    {
        var ahead = gathering.Do(0);
        await begun.Task;
        var answers = items.Select(gathering.Do).ToArray();
        first.SetResult();
        Assert.Equal(0, await ahead);
        return answers;
    }

    private Gathering<int, int> Gathering(int most, int? bad = null, string? state = null) => new(most, async items =>
    {
        batches.Enqueue([.. items]);
        begun.TrySetResult();
        await first.Task;
        return bad is { } item && items.Contains(item) ? throw new DatabaseFault(state) : [.. items.Select(i => i * 10)];
    });

    private sealed class DatabaseFault(string? state) : DbException
    {
        public override string? SqlState => state;
    }
}
