using Microsoft.EntityFrameworkCore;

namespace Learning.Tests.Storage;

public sealed class NotesContext(DbContextOptions<NotesContext> options) : DbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Note>(note =>
    {
        note.ToTable("note");
        note.Property(n => n.Id).HasColumnName("id");
        note.Property(n => n.Text).HasColumnName("text");
        note.HasIndex(n => n.Text).IsUnique();
    });
}
