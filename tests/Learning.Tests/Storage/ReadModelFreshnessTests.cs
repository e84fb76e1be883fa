using System.Reflection;
using Learning.Contracts.Projections;
using Learning.Silo.Changes;
using Learning.Silo.Projections;

namespace Learning.Tests.Storage;

public sealed class ReadModelFreshnessTests
{
    [Fact]
    public async Task A_run_that_outlasts_the_time_of_a_call_is_waited_for()
    {
        var asked = 0;
        var projector = Answering.With<IProjectorGrain>(_ => ++asked < 3 ? Task.FromException(new TimeoutException()) : Task.CompletedTask);
        var grains = Answering.With<IGrainFactory>(_ => projector);
        var changes = Answering.With<IChangeSet>(method => method.Name == nameof(IChangeSet.Slots) ? Task.FromResult(1) : Task.FromResult(0L));

        await new ReadModelFreshness(grains, changes).CatchUp();

        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task A_run_that_fails_is_not_asked_again()
    {
        var asked = 0;
        var projector = Answering.With<IProjectorGrain>(_ => Task.FromException(new InvalidOperationException($"{++asked}")));
        var grains = Answering.With<IGrainFactory>(_ => projector);
        var changes = Answering.With<IChangeSet>(_ => Task.FromResult(1));

        await Assert.ThrowsAsync<InvalidOperationException>(new ReadModelFreshness(grains, changes).CatchUp);

        Assert.Equal(1, asked);
    }

    /// <summary>Answers every call of an interface alike. A class of its own would be taken for a grain.</summary>
    public class Answering : DispatchProxy
    {
        private Func<MethodInfo, object?> answer = _ => null;

        /// <summary>One that answers so.</summary>
        public static T With<T>(Func<MethodInfo, object?> answer)
            where T : class
        {
            var made = Create<T, Answering>();
            ((Answering)(object)made).answer = answer;
            return made;
        }

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => answer(targetMethod!);
    }
}
