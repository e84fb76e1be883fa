using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Learning.Benchmarks.CheckIn;

/// <summary>One HTTP connection that sends finished requests and looks only for what it must know of an answer.</summary>
internal sealed class UploadConnection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[256 * 1024];

    private UploadConnection()
    {
    }

    /// <summary>Connects.</summary>
    /// <param name="address">Of the program.</param>
    public static async Task<UploadConnection> OpenAsync(Uri address)
    {
        var connection = new UploadConnection();
        await connection.socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port));
        return connection;
    }

    /// <summary>Sends an upload and waits for the whole answer.</summary>
    /// <param name="upload">The upload.</param>
    /// <exception cref="InvalidDataException">Not every scan of it was stored; the message is the answer.</exception>
    public async ValueTask SendAsync(Upload upload)
    {
        await socket.SendAsync(upload.Request, SocketFlags.None);
        var length = 0;
        while (!IsWhole(buffer.AsSpan(0, length)))
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), SocketFlags.None);
            if (read == 0) throw new InvalidDataException($"The connection ended after: {Encoding.UTF8.GetString(buffer, 0, length)}");
            length += read;
        }

        var answer = buffer.AsSpan(0, length);
        if (!answer.StartsWith("HTTP/1.1 200"u8) || answer.Count("\"status\":\"stored\""u8) != upload.Scans.Count)
            throw new InvalidDataException($"Not everything was stored: {Encoding.UTF8.GetString(answer[..Math.Min(length, 2000)])}");
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    /// <summary>The program answers in chunks, or with a length.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        var at = answer[..head].IndexOf("Content-Length: "u8);
        if (at < 0) return answer.EndsWith("\r\n0\r\n\r\n"u8);
        var value = answer[(at + 16)..head];
        var end = value.IndexOf((byte)'\r');
        return answer.Length == head + 4 + int.Parse(end < 0 ? value : value[..end]);
    }
}
