namespace Learning.Domain.Trainees;

/// <summary>A badge as issued. Its text is stored and reprinted, never signed again.</summary>
/// <param name="Id">16 hexadecimal digits.</param>
/// <param name="Text">The whole QR text.</param>
/// <param name="ShortCode">What a person can type instead.</param>
/// <param name="NotBefore">First valid day.</param>
/// <param name="NotAfter">Last valid day.</param>
/// <param name="IssuedAt">When, UTC.</param>
/// <param name="RevokedAt">When it was revoked or replaced, UTC.</param>
public sealed record Badge(string Id, string Text, string ShortCode, DateOnly NotBefore, DateOnly NotAfter, DateTimeOffset IssuedAt, DateTimeOffset? RevokedAt = null);
