using System.Xml.Linq;
using Learning.Silo.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Learning.Web.Accounts.Protection;

/// <summary>
/// Keeps ASP.NET Core's data protection keys in the table <c>data_protection_keys</c>, so that sign-ins survive a restart and every web process
/// reads the others' cookies and tokens.
/// </summary>
/// <param name="database">Where.</param>
public sealed class ProtectionKeys(IDatabase database) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => database.ReadAsync((connection, cancel) => connection.RowsAsync(
        "SELECT xml FROM data_protection_keys ORDER BY friendly_name", [], row => XElement.Parse(row.GetString(0)), cancel)).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => database.WriteAsync((connection, cancel) => connection.ExecuteAsync(
        "INSERT INTO data_protection_keys (friendly_name, xml) VALUES (@name, @xml)",
        [("name", friendlyName), ("xml", element.ToString(SaveOptions.DisableFormatting))], cancel)).GetAwaiter().GetResult();
}
