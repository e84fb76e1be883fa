using Orleans.Concurrency;
using Orleans.Runtime;

namespace Learning.Tests.Storage;

[Reentrant]
public sealed class AttendanceGrain([PersistentState("attendance")] IPersistentState<Attendance> state) : Grain, IAttendanceGrain
{
    public async Task<int> Add(int hours)
    {
        state.State = state.State with { Hours = state.State.Hours + hours };
        var answer = state.State.Hours;
        await state.WriteStateAsync();
        return answer;
    }
}
