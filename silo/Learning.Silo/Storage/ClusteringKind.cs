namespace Learning.Silo.Storage;

/// <summary>How silos find each other and where reminders are kept.</summary>
public enum ClusteringKind
{
    /// <summary>One silo on this machine; reminders in memory, so whoever needs one sweeps at start.</summary>
    Localhost,

    /// <summary>Membership and reminders in the database, for any number of silos. PostgreSQL only.</summary>
    Database,

    /// <summary>The host sets clustering itself, as test clusters do; reminders in memory.</summary>
    Host,
}
