namespace Learning.Silo.Content;

/// <summary>How one kind of certificate is worded.</summary>
/// <param name="TitleMn">Mongolian heading.</param>
/// <param name="TitleEn">English heading.</param>
/// <param name="StatementMn">Mongolian words between the holder's name and the course's title.</param>
/// <param name="StatementEn">English words there.</param>
public sealed record CertificateText(string TitleMn, string TitleEn, string StatementMn, string StatementEn);
