using Learning.Domain.Requests;

namespace Learning.Contracts.Requests;

/// <summary>One creating call that carries an <c>Idempotency-Key</c>; the key is the id derived from caller and key.</summary>
[Alias("request")]
public interface IRequestGrain : IGrainWithStringKey
{
    /// <summary>Notes what is asked, unless something was before.</summary>
    /// <param name="digest">Digest of the call and its body.</param>
    [Alias("begin")]
    Task<RequestStanding> Begin(string digest);

    /// <summary>Keeps the answer; the first one stays.</summary>
    /// <param name="answer">Without secrets and without personal data.</param>
    [Alias("keep")]
    Task Keep(KeptAnswer answer);
}
