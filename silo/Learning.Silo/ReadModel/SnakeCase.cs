using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Learning.Silo.ReadModel;

/// <summary>Columns are named as the SQL files name them.</summary>
public static class SnakeCase
{
    /// <summary>Names every column of the model <c>in_snake_case</c>.</summary>
    /// <param name="model">The model, its entities known.</param>
    public static void UseSnakeCase(this ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(Of(property.Name));
    }

    /// <summary><c>HomeRegion</c> becomes <c>home_region</c>.</summary>
    /// <param name="name">A property's name.</param>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
