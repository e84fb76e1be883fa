using Learning.Domain.Ids;
using Learning.Domain.Trainees;

namespace Learning.Contracts.Trainees;

/// <summary>One person; the key is the trainee id. Owns profile, consents, badges, certificate numbers and the merge redirect.</summary>
[Alias("trainee")]
public interface ITraineeGrain : IGrainWithStringKey
{
    /// <summary>The trainee, or <see langword="null"/> if nobody is registered under this id.</summary>
    [Alias("get")]
    Task<Trainee?> Get();

    /// <summary>Registers the person. When already registered, only fills what was blank before.</summary>
    /// <param name="profile">What is known.</param>
    /// <param name="by">User name, <c>import:id</c>, <c>walkIn:scan</c> or <c>self</c>.</param>
    [Alias("register")]
    Task<Trainee> Register(Profile profile, string by);

    /// <summary>Corrects the profile.</summary>
    /// <param name="profile">The whole profile as it is to be.</param>
    [Alias("update")]
    Task<OperationResult> Update(Profile profile);

    /// <summary>Issues a badge; the one in force until now is revoked.</summary>
    /// <param name="badge">The badge, signed.</param>
    [Alias("issue-badge")]
    Task<OperationResult> IssueBadge(Badge badge);

    /// <summary>Revokes a badge.</summary>
    /// <param name="badgeId">Which.</param>
    [Alias("revoke-badge")]
    Task<OperationResult> RevokeBadge(string badgeId);

    /// <summary>Notes a certificate.</summary>
    /// <param name="number">Its number.</param>
    [Alias("add-certificate")]
    Task AddCertificate(string number);

    /// <summary>Sets the PIN of the person's own page: 4 to 8 digits.</summary>
    /// <param name="pin">The PIN.</param>
    [Alias("set-pin")]
    Task<OperationResult> SetPin(string pin);

    /// <summary>Tries a PIN. Five wrong tries lock it for a quarter of an hour.</summary>
    /// <param name="pin">What was typed.</param>
    [Alias("try-pin")]
    Task<PinCheck> TryPin(string pin);

    /// <summary>Marks a person whom only an undone import had brought.</summary>
    /// <param name="importId">The import; a person brought by another is left alone.</param>
    [Alias("retract")]
    Task Retract(string importId);

    /// <summary>Merges this record into another. <see cref="IMergingGrain"/> has seen to it that it may be.</summary>
    /// <param name="request">What is asked; repeated, it is answered as before.</param>
    [Alias("merge-into")]
    Task<MergeOutcome> MergeInto(MergeRequest request);

    /// <summary>Takes a merge of this record back; repeated, it is answered as before.</summary>
    /// <param name="mergeId">Which.</param>
    /// <param name="by">User name.</param>
    [Alias("undo-merge")]
    Task<MergeOutcome> UndoMerge(string mergeId, string by);

    /// <summary>Notes in the record that stands for a person which other record is about to be merged into it.</summary>
    /// <param name="traineeId">The other record.</param>
    [Alias("add-record")]
    Task AddRecord(string traineeId);

    /// <summary>Takes that note away, after the merge was taken back.</summary>
    /// <param name="traineeId">The other record.</param>
    [Alias("remove-record")]
    Task RemoveRecord(string traineeId);
}
