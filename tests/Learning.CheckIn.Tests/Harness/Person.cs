namespace Learning.CheckIn.Tests.Harness;

/// <summary>Somebody with a badge.</summary>
/// <param name="Id">Trainee id.</param>
/// <param name="Name">Patronymic and given name, as registered.</param>
/// <param name="BadgeId">16 hexadecimal digits.</param>
/// <param name="Qr">What the badge's QR code says.</param>
/// <param name="ShortCode">What can be typed instead.</param>
public sealed record Person(string Id, string Name, string BadgeId, string Qr, string ShortCode);
