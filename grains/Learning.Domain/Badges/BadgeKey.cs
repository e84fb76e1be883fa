namespace Learning.Domain.Badges;

/// <summary>
/// A public key that badges are verified with. The field app receives the set of keys with its roster. Keys rotate with
/// overlap: a retired key stays in the set, so that the badges it signed stay good; a key that leaked is taken out of the
/// set and its badges are reissued.
/// </summary>
/// <param name="Kid">The id that badges carry.</param>
/// <param name="Spki">SubjectPublicKeyInfo of a P-256 key, DER in base64.</param>
/// <param name="ValidFrom">First day on which it signs.</param>
/// <param name="ValidTo">Last day on which it signs.</param>
public sealed record BadgeKey(byte Kid, string Spki, DateOnly ValidFrom, DateOnly ValidTo);
