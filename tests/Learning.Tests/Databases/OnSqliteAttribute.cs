using System.Reflection;
using Learning.Silo.Storage;
using Xunit.Sdk;

namespace Learning.Tests.Databases;

/// <summary>Runs a theory on SQLite: its first parameter is the kind of database.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseKind.Sqlite]];
}
