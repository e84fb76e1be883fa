using System.Collections.Immutable;

namespace Learning.Domain.Reach.Cascade;

/// <summary>Whom a training of trainers reached, itself and through those whom it trained.</summary>
/// <param name="Direct">People reached by the training of trainers itself.</param>
/// <param name="Generations">Those reached through it, nearest first.</param>
public sealed record CascadeReach(int Direct, ImmutableArray<CascadeGeneration> Generations)
{
    /// <summary>People reached through those whom it trained and not by itself; each once, however many trainers reached them.</summary>
    public int Indirect => Generations.Sum(g => g.New);
}
