namespace Learning.Web.Pages.Mine;

/// <summary>What a badge's address turned out to be.</summary>
public enum BadgeLinkState
{
    /// <summary>A badge in force: its holder's PIN opens their page.</summary>
    Good,

    /// <summary>A badge that was revoked or replaced.</summary>
    Replaced,

    /// <summary>Not one of our badges, or damaged.</summary>
    NotOurs,
}
