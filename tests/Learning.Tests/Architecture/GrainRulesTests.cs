using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Learning.Grains.State;
using Orleans;
using Orleans.Runtime;

namespace Learning.Tests.Architecture;

public sealed class GrainRulesTests
{
    private static readonly Assembly Contracts = typeof(Learning.Contracts.Cohorts.ICohortGrain).Assembly;
    private static readonly Assembly Domain = typeof(Learning.Domain.Ids.LearningId).Assembly;

    private static IEnumerable<Type> Interfaces => Contracts.GetTypes().Where(t => t.IsInterface && typeof(IGrain).IsAssignableFrom(t));

    /// <summary>The ADO.NET provider's row key leaves the grain type out: two grains with one state name would share rows.</summary>
    [Fact]
    public void State_names_are_unique_over_all_grains() =>
        Assert.Equal(GrainStates.All.Count, GrainStates.All.Select(s => s.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void Every_grain_of_a_contract_is_there_and_sealed()
    {
        var grains = new[] { typeof(GrainStateJson).Assembly, typeof(Learning.Silo.Hosting.LearningSilo).Assembly }.SelectMany(a => a.GetTypes()).Where(t => typeof(Grain).IsAssignableFrom(t)).ToList();
        Assert.All(grains, grain => Assert.True(grain.IsSealed, grain.Name));
        Assert.All(Interfaces, contract => Assert.Single(grains, contract.IsAssignableFrom));
    }

    [Fact]
    public void Every_contract_and_every_method_of_it_has_an_alias_of_its_own()
    {
        Assert.NotEmpty(Interfaces);
        Assert.All(Interfaces, contract => Assert.False(string.IsNullOrEmpty(contract.GetCustomAttribute<AliasAttribute>()?.Alias), contract.Name));
        var aliases = Interfaces.Select(contract => contract.GetCustomAttribute<AliasAttribute>()!.Alias).ToList();
        Assert.Equal(aliases.Count, aliases.Distinct().Count());
        foreach (var contract in Interfaces)
        {
            var methods = contract.GetMethods().ToDictionary(m => m.Name, m => m.GetCustomAttribute<AliasAttribute>()?.Alias);
            Assert.All(methods, m => Assert.False(string.IsNullOrEmpty(m.Value), $"{contract.Name}.{m.Key}"));
            Assert.Equal(methods.Count, methods.Values.Distinct().Count());
        }
    }

    /// <summary>Within a process messages are handed over as they are (docs/decisions/0002), so nobody may be able to change one.</summary>
    [Fact]
    public void Whatever_travels_between_grains_or_is_stored_cannot_be_changed()
    {
        var messages = new HashSet<Type>();
        foreach (var method in Interfaces.SelectMany(i => i.GetMethods()))
            foreach (var type in method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType))
                Collect(type, messages);
        foreach (var (_, state, _) in GrainStates.All) Collect(state, messages);
        Assert.Contains(typeof(Learning.Domain.Cohorts.Enrolment), messages);
        Assert.Empty(messages.SelectMany(Changeable));
    }

    [Fact]
    public void Grains_stay_on_their_scheduler() =>
        Assert.Empty(Source.FilesWith(text => text.Contains("ConfigureAwait(false)", StringComparison.Ordinal), "grains"));

    [Fact]
    public void Nobody_but_the_clock_is_asked_for_the_time() =>
        Assert.Empty(Source.FilesWith(text => Regex.IsMatch(text, @"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b"), "grains", "silo", "web"));

    private static void Collect(Type type, HashSet<Type> found)
    {
        if (type.IsGenericType)
            foreach (var argument in type.GetGenericArguments()) Collect(argument, found);
        if (type.IsArray) Collect(type.GetElementType()!, found);
        if (type.Assembly != Domain && type.Assembly != typeof(GrainStateJson).Assembly || type.IsEnum || !found.Add(type)) return;
        foreach (var property in type.GetProperties().Where(p => p.CanWrite)) Collect(property.PropertyType, found);
    }

    private static IEnumerable<string> Changeable(Type type)
    {
        if (!type.IsSealed) yield return $"{type.Name} is not sealed";
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(f => !f.IsInitOnly && !f.Name.EndsWith("k__BackingField", StringComparison.Ordinal)))
            yield return $"{type.Name}.{field.Name} can be assigned";
        foreach (var property in type.GetProperties())
        {
            var setter = property.SetMethod;
            if (setter is not null && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) && !(type.IsValueType && type.IsDefined(typeof(IsReadOnlyAttribute), false)))
                yield return $"{type.Name}.{property.Name} can be set";
            // What is computed on the way is nobody's to keep.
            if (setter is not null && !IsImmutable(property.PropertyType)) yield return $"{type.Name}.{property.Name} is a {property.PropertyType.Name}";
        }
    }

    private static bool IsImmutable(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsArray) return false;
        if (type.IsGenericType) return type.Namespace == typeof(ImmutableArray<>).Namespace && type.Name.StartsWith("Immutable", StringComparison.Ordinal) && type.GetGenericArguments().All(IsImmutable);
        return type.IsValueType || type == typeof(string) || type.Assembly == Domain || type.Assembly == typeof(GrainStateJson).Assembly;
    }
}
