namespace Learning.Silo.Storage;

/// <summary>Keys of services by what they use the database for. Everything else has the service without a key.</summary>
internal static class DatabaseUse
{
    /// <summary>Writes grain states.</summary>
    public const string States = "states";

    /// <summary>Reads states past their grains, writes the read model and reads facts for the reach shards.</summary>
    public const string Projections = "projections";
}
