using System.Reflection;
using Learning.Silo.Storage;
using Xunit.Sdk;

namespace Learning.Tests.Databases;

/// <summary>Runs a theory on PostgreSQL, or skips that row with the reason: its first parameter is the kind of database.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = PostgresServer.Missing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseKind.Postgres]];
}
