using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Learning.Silo.ReadModel;

/// <summary>Moments as UTC milliseconds since 1970: the one form that both databases store, compare and sort alike.</summary>
public sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(at => at.ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));
