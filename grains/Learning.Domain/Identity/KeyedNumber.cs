namespace Learning.Domain.Identity;

/// <summary>
/// A register or phone number as it may be kept: who holds the federation's secret can tell whether two are the same, and a
/// person recognises their own by its end. The number itself is in no type of this program once it has been read.
/// </summary>
/// <param name="Hash">HMAC-SHA256 of the number under the <see cref="IdentitySecret"/>, base64url, 43 characters.</param>
/// <param name="LastTwo">The last two digits, for showing.</param>
public sealed record KeyedNumber(string Hash, string LastTwo);
