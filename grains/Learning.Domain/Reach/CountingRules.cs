using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Learning.Domain.Reach;

/// <summary>The counting rules of content/counting-rules.</summary>
public sealed class CountingRules
{
    /// <summary>The rule that holds where none is named: a person counts once ever.</summary>
    public const string Default = "once-ever";

    private readonly FrozenDictionary<string, CountingRule> byId;

    /// <summary>Takes the rules.</summary>
    /// <param name="rules">Every rule.</param>
    /// <exception cref="ArgumentException">The default rule is missing.</exception>
    public CountingRules(IEnumerable<CountingRule> rules)
    {
        All = [.. rules.OrderBy(r => r.Id, StringComparer.Ordinal)];
        byId = All.ToFrozenDictionary(r => r.Id, StringComparer.Ordinal);
        if (!byId.ContainsKey(Default)) throw new ArgumentException($"There is no counting rule {Default}.", nameof(rules));
    }

    /// <summary>Every rule, by id.</summary>
    public ImmutableArray<CountingRule> All { get; }

    /// <summary>Whether there is a rule of that id.</summary>
    /// <param name="id">Rule id.</param>
    public bool Has(string id) => byId.ContainsKey(id);

    /// <summary>The rule.</summary>
    /// <param name="id">Rule id.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public CountingRule Of(string id) => byId.TryGetValue(id, out var rule) ? rule : throw new ArgumentException($"There is no counting rule {id}.", nameof(id));
}
