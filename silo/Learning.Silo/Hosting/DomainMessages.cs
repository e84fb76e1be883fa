using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;

namespace Learning.Silo.Hosting;

/// <summary>
/// Lets the records of Learning.Domain be the messages between grains (docs/decisions/0002). Between processes they travel as
/// JSON; within one they are handed over as they are, because they are immutable. A test guards that they are.
/// </summary>
public static class DomainMessages
{
    private static readonly string Namespace = typeof(Learning.Domain.Ids.LearningId).Assembly.GetName().Name!;

    /// <summary>Registers codec and copier, and the names of the grain interfaces; needed by silos and clients alike.</summary>
    /// <param name="services">Where to register.</param>
    public static IServiceCollection AddDomainMessages(this IServiceCollection services)
    {
        services.AddSerializer(serializer => serializer.AddJsonSerializer(IsMessage, _ => false, options => options.Configure(codec => codec.SerializerOptions = new JsonSerializerOptions(JsonSerializerDefaults.Web))));
        services.AddSingleton<IGeneralizedCopier, SameInstance>();
        KnownInterfaceTypes.AddTo(services);
        return services;
    }

    private static bool IsMessage(Type type) => type.Namespace?.StartsWith(Namespace, StringComparison.Ordinal) == true && !type.IsEnum;

    private sealed class SameInstance : IGeneralizedCopier
    {
        public bool IsSupportedType(Type type) => IsMessage(type);

        public object? DeepCopy(object? input, CopyContext context) => input;
    }
}
