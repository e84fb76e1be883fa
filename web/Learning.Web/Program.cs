using Learning.Silo.Secrets;
using Learning.Silo.Content;
using Learning.Silo.Storage;
using Learning.Silo.Storage.Schema;
using Learning.Web;
using Learning.Web.Accounts;

try
{
    return await Verbs.Run(args);
}
catch (Exception e) when (e is DatabaseSettingsException or ContentException or StartRefusedException or SchemaException or DirectoryNotFoundException)
{
    // These say what to do; where in the program they were found helps nobody.
    Console.Error.WriteLine(e.Message);
    return 1;
}
