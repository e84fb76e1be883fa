using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Metadata;
using Orleans.Runtime;
using Learning.Contracts.Sessions;

namespace Learning.Silo.Hosting;

/// <summary>
/// Remembers how the interfaces of Learning.Contracts are called. Orleans 10.4 asks their attributes and composes the name anew
/// at every <c>GetGrain</c>, which was a twentieth of a check-in.
/// </summary>
/// <param name="services">Has the resolver; asked only later, because the resolver asks for this.</param>
internal sealed class KnownInterfaceTypes(IServiceProvider services) : IGrainInterfaceTypeProvider
{
    private readonly ConcurrentDictionary<Type, GrainInterfaceType> known = new();

    /// <summary>Puts it before those of Orleans.</summary>
    /// <param name="services">Where to register.</param>
    public static void AddTo(IServiceCollection services) => services.Insert(0, ServiceDescriptor.Singleton<IGrainInterfaceTypeProvider, KnownInterfaceTypes>());

    /// <inheritdoc/>
    public bool TryGetGrainInterfaceType(Type type, [NotNullWhen(true)] out GrainInterfaceType grainInterfaceType)
    {
        grainInterfaceType = default;
        if (type.Assembly != typeof(ISessionGrain).Assembly || type.IsGenericType) return false;
        grainInterfaceType = known.GetOrAdd(type, static (t, services) => services.GetRequiredService<GrainInterfaceTypeResolver>().GetGrainInterfaceTypeByConvention(t), services);
        return true;
    }
}
