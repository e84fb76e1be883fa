using System.Reflection;
using Learning.Grains.Sessions;
using Learning.Grains.State;
using Orleans;
using Orleans.Runtime;

namespace Learning.Tests.Architecture;

/// <summary>Every state that a grain asks for in its constructor, and the pages of sessions.</summary>
internal static class GrainStates
{
    public static IReadOnlyList<(string Name, Type Type, Type Grain)> All { get; } =
    [
        .. from assembly in (Assembly[])[typeof(GrainStateJson).Assembly, typeof(Learning.Silo.Hosting.LearningSilo).Assembly]
           from grain in assembly.GetTypes()
           where typeof(Grain).IsAssignableFrom(grain)
           from parameter in grain.GetConstructors().SelectMany(c => c.GetParameters())
           let attribute = parameter.GetCustomAttribute<PersistentStateAttribute>()
           where attribute is not null
           select (attribute.StateName, parameter.ParameterType.GetGenericArguments()[0], grain),
        (StoredSessionPage.StateName, typeof(StoredSessionPage), typeof(SessionGrain)),
    ];
}
