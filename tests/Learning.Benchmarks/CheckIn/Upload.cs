using System.Globalization;
using System.Text;

namespace Learning.Benchmarks.CheckIn;

/// <summary>One upload of a phone, ready to be sent: the load program shares the machine's cores with what it measures.</summary>
/// <param name="Request">The whole HTTP request.</param>
/// <param name="Scans">What is in it.</param>
internal sealed record Upload(byte[] Request, IReadOnlyList<(string ScanId, Seat Seat)> Scans)
{
    /// <summary>Writes an upload.</summary>
    /// <param name="phone">Whose.</param>
    /// <param name="host">Of the program.</param>
    /// <param name="seats">Who is checked in where.</param>
    public static Upload Of(Phone phone, string host, IEnumerable<Seat> seats)
    {
        var now = TimeProvider.System.GetUtcNow();
        var scans = seats.Select(seat => (Guid.CreateVersion7(now).ToString(), seat)).ToList();
        var body = new StringBuilder($$"""{"deviceId":"{{phone.Id}}","deviceNow":"{{now:O}}","items":[""");
        foreach (var (id, seat) in scans)
        {
            if (body[^1] == '}') body.Append(',');
            body.Append(CultureInfo.InvariantCulture, $$"""
                {"scanId":"{{id}}","deviceSeq":{{++phone.LastNumber}},"sessionId":"{{seat.Session}}","kind":"in","badgeId":"{{seat.Person.BadgeId}}","method":"qr","operator":"{{phone.Owner}}","capturedAt":"{{now:O}}","monotonicMs":{{phone.LastNumber * 2000}},"bootId":"b1","lastClockOffsetMs":0,"localVerdict":"ok","rosterVersion":"1","appVersion":"0.1.0"}
                """);
        }

        body.Append("]}");
        var bytes = Encoding.UTF8.GetBytes(body.ToString());
        var head = $"POST /api/sync/scans HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {phone.Token}\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\n\r\n";
        return new Upload([.. Encoding.ASCII.GetBytes(head), .. bytes], scans);
    }
}
