using Learning.Domain.Certificates;
using Learning.Domain.Ids;

namespace Learning.Contracts.Certificates;

/// <summary>One certificate; the key is its number. Never deleted.</summary>
[Alias("certificate")]
public interface ICertificateGrain : IGrainWithStringKey
{
    /// <summary>The certificate, or <see langword="null"/> if none has this number.</summary>
    [Alias("get")]
    Task<Certificate?> Get();

    /// <summary>Issues it. Issuing again changes nothing: the first snapshot stays.</summary>
    /// <param name="certificate">The snapshot.</param>
    [Alias("issue")]
    Task Issue(Certificate certificate);

    /// <summary>Withdraws it.</summary>
    /// <param name="reason">Why, shown to whoever verifies it.</param>
    [Alias("revoke")]
    Task<OperationResult> Revoke(string reason);

    /// <summary>Replaces it by a new one with today's facts about the holder, e.g. a corrected name.</summary>
    /// <returns>The new certificate's number in <see cref="ReissueAnswer.Number"/>, the same one when asked again.</returns>
    [Alias("reissue")]
    Task<ReissueAnswer> Reissue();
}
