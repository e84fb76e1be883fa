using System.Text;
using System.Text.Json.Serialization.Metadata;
using Learning.Domain.Sessions;
using Learning.Silo.Storage;

namespace Learning.Tests.Storage;

public sealed class StateJsonTests
{
    private static readonly StateJson Json = new(StateJson.Options(new DefaultJsonTypeInfoResolver()));

    [Fact]
    public void Cyrillic_stands_as_it_is_written_and_enums_by_name()
    {
        var stored = Json.Serialize(new Sheet("Өвөрхангай «Үүр» <&>", Mark.Present, new DateOnly(2019, 3, 8)));

        Assert.Equal("""{"place":"Өвөрхангай «Үүр» <&>","mark":"present","day":"2019-03-08"}""", Encoding.UTF8.GetString(stored));
        Assert.Equal(new Sheet("Өвөрхангай «Үүр» <&>", Mark.Present, new DateOnly(2019, 3, 8)), Json.Deserialize<Sheet>(stored));
    }

    [Fact]
    public void A_field_that_an_older_program_did_not_know_gets_its_default()
    {
        Assert.Equal(new Sheet("x", Mark.Late, default), Json.Deserialize<Sheet>(new BinaryData("""{"place":"x","mark":"late","gone":1}""")));
    }

    [Fact]
    public void A_state_that_is_not_registered_is_refused_before_anything_is_written()
    {
        var nothing = new StateJson(StateJson.Options(JsonTypeInfoResolver.Combine()));

        Assert.Throws<NotSupportedException>(() => nothing.Serialize(new Sheet("x", Mark.Late, default)));
    }

    private sealed record Sheet(string Place, Mark Mark, DateOnly Day);
}
