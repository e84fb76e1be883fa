using Learning.Silo.Content;

namespace Learning.Tests.Content;

public sealed class ContentFolderTests
{
    [Fact]
    public void A_published_program_takes_the_folder_beside_it_before_one_above()
    {
        var root = Directory.CreateTempSubdirectory("learning-folder-").FullName;
        try
        {
            var above = Directory.CreateDirectory(Path.Combine(root, "content", "regions")).Parent!.FullName;
            var program = Directory.CreateDirectory(Path.Combine(root, "app", "bin")).FullName;
            Assert.Equal(above, ContentFolder.Find("", program));

            // A folder of that name that holds something else is passed over.
            Directory.CreateDirectory(Path.Combine(program, "content"));
            Assert.Equal(above, ContentFolder.Find(null, program));

            Directory.CreateDirectory(Path.Combine(program, "content", "regions"));
            Assert.Equal(Path.Combine(program, "content"), ContentFolder.Find(null, program));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public void The_setting_wins_and_must_name_a_content_folder()
    {
        using var copy = new ContentCopy();

        Assert.Equal(copy.Folder, ContentFolder.Find(copy.Folder));
        Assert.Contains("LEARNING_CONTENT", Assert.Throws<DirectoryNotFoundException>(() => ContentFolder.Find(Path.Combine(copy.Folder, "courses"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_none_the_error_says_what_to_set() =>
        Assert.Contains("LEARNING_CONTENT", Assert.Throws<DirectoryNotFoundException>(() => ContentFolder.Find(null, Path.GetPathRoot(Path.GetTempPath()))).Message, StringComparison.Ordinal);
}
