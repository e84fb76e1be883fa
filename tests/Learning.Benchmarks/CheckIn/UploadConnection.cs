using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Learning.Benchmarks.CheckIn;

/// <summary>
/// One HTTP connection that sends finished requests one after another and looks only for what it must know of an answer. It does not wait for answers:
/// whoever holds many connections waits for all at once (<see cref="Load"/>). Nor for the program to read: the largest request fits what the system keeps.
/// </summary>
internal sealed class UploadConnection : IDisposable
{
    private readonly byte[] buffer = new byte[256 * 1024];
    private readonly IReadOnlyList<Upload> uploads;
    private readonly List<double> times;
    private long sentAt;
    private int length;

    /// <summary>Connects.</summary>
    /// <param name="address">Of the program.</param>
    /// <param name="uploads">What it will send, in this order.</param>
    public UploadConnection(Uri address, IReadOnlyList<Upload> uploads)
    {
        this.uploads = uploads;
        times = new List<double>(uploads.Count);
        Socket.Connect(new IPEndPoint(IPAddress.Loopback, address.Port));
    }

    /// <summary>What becomes readable when there is something to <see cref="Receive"/>.</summary>
    public Socket Socket { get; } = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, SendBufferSize = 256 * 1024 };

    /// <summary>How long each upload took that has been answered, in ms.</summary>
    public IReadOnlyList<double> Times => times;

    /// <summary>The uploads that have been answered.</summary>
    public IEnumerable<Upload> Answered => uploads.Take(times.Count);

    /// <summary>Sends the next upload; false if there is none.</summary>
    public bool SendNext()
    {
        if (times.Count == uploads.Count) return false;
        length = 0;
        sentAt = Stopwatch.GetTimestamp();
        Socket.Send(uploads[times.Count].Request);
        return true;
    }

    /// <summary>Reads what has come. True once the answer is whole.</summary>
    /// <exception cref="InvalidDataException">Not every scan was stored; the message is the answer.</exception>
    public bool Receive()
    {
        var read = Socket.Receive(buffer, length, buffer.Length - length, SocketFlags.None);
        length += read;
        var answer = buffer.AsSpan(0, length);
        if (read == 0) throw new InvalidDataException($"The connection ended after: {Encoding.UTF8.GetString(answer)}");
        if (!IsWhole(answer)) return false;
        if (!answer.StartsWith("HTTP/1.1 200"u8) || answer.Count("\"status\":\"stored\""u8) != uploads[times.Count].Scans.Count)
            throw new InvalidDataException($"Not everything was stored: {Encoding.UTF8.GetString(answer[..Math.Min(length, 2000)])}");
        times.Add(Stopwatch.GetElapsedTime(sentAt).TotalMilliseconds);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => Socket.Dispose();

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
