namespace Learning.Web.Accounts;

/// <summary>Tells whoever remembers something of accounts that it may be out of date, at once in this process. Other processes are not told.</summary>
public sealed class AccountChanges
{
    private long count;

    /// <summary>What is remembered holds as long as this is what it was before it was read.</summary>
    public long Count => Interlocked.Read(ref count);

    /// <summary>Says that an account was made or changed, durably.</summary>
    public void Happened() => Interlocked.Increment(ref count);
}
