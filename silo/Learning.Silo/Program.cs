using Learning.Silo.Content;
using Learning.Silo.Hosting;
using Learning.Silo.Secrets;
using Learning.Silo.Storage;
using Learning.Silo.Storage.Schema;
using Microsoft.Extensions.Hosting;

// A silo alone, for a cluster on PostgreSQL; on one machine Learning.Web hosts the silo itself.
try
{
    var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
    var database = LearningDatabase.From(builder.Configuration);
    if (database.Clustering != ClusteringKind.Database)
        throw new DatabaseSettingsException("A silo alone needs LEARNING_DATABASE=postgres and ConnectionStrings__learning, where the others find it. On one machine start Learning.Web: it hosts the silo itself.");
    builder.Services.AddLearningContent(builder.Configuration);
    builder.Services.AddLearningSecrets(builder.Configuration, database);
    builder.UseOrleans(silo => silo.AddLearningSilo(database));
    await builder.Build().RunAsync();
    return 0;
}
catch (Exception e) when (e is DatabaseSettingsException or ContentException or StartRefusedException or SchemaException or DirectoryNotFoundException)
{
    // These say what to do; where in the program they were found helps nobody.
    Console.Error.WriteLine(e.Message);
    return 1;
}
