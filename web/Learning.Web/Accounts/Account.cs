using Microsoft.AspNetCore.Identity;

namespace Learning.Web.Accounts;

/// <summary>Somebody of the federation's staff who signs in by user name and password. Table <c>users</c>.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>How screens name the person.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Among <see cref="Accounts.Roles.OfAccounts"/>, in that order.</summary>
    public IReadOnlyList<string> Roles { get; set; } = [];

    /// <summary>Made by demo mode, with a password that everybody knows.</summary>
    public bool IsDemo { get; set; }

    /// <summary>May not sign in, and whatever was signed in before is refused. Accounts are not deleted: the audit log names them.</summary>
    public bool Disabled { get; set; }

    /// <summary>The trainee who this is, for trainers who were trained here; <see langword="null"/> when unknown. Said by an administrator, never guessed.</summary>
    public string? TraineeId { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
