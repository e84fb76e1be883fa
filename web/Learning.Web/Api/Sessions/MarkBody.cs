using System.Text.Json.Serialization;
using Learning.Domain.Sessions;

namespace Learning.Web.Api.Sessions;

/// <summary>A mark set at the desk.</summary>
public sealed record MarkBody
{
    /// <summary>Whose mark.</summary>
    public string? TraineeId { get; init; }

    /// <summary>The mark; <see langword="null"/> goes back to what the scans say. Must be there.</summary>
    public Mark? Mark
    {
        get;
        init
        {
            field = value;
            IsGiven = true;
        }
    }

    /// <summary>Why; kept with the correction.</summary>
    public string? Reason { get; init; }

    /// <summary>The caller's id for the correction, up to 64 characters; the same id is applied once.</summary>
    public string? Id { get; init; }

    /// <summary>Whether <see cref="Mark"/> was there, be it as null: leaving it out by mistake must not take a mark back.</summary>
    [JsonIgnore]
    internal bool IsGiven { get; private init; }
}
