using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Learning.Silo.Projections;

/// <summary>A projection written as one function.</summary>
internal sealed class StateProjection<TState>(string stateName, JsonTypeInfo<TState> json, Action<string, TState, ReadModelBatch> project) : IStateProjection
{
    /// <inheritdoc/>
    public string StateName => stateName;

    /// <inheritdoc/>
    public void Project(string key, ReadOnlySpan<byte> state, ReadModelBatch batch) =>
        project(key, JsonSerializer.Deserialize(state, json) ?? throw new JsonException($"The state {stateName} of {key} is null."), batch);
}
