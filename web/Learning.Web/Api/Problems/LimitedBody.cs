namespace Learning.Web.Api.Problems;

/// <summary>
/// A request's body that may be read up to a limit. The server's own limit would answer without reading the rest, and a sender
/// in the middle of sending then sees a broken connection and never the answer.
/// </summary>
/// <param name="body">The whole body.</param>
/// <param name="limit">In bytes.</param>
/// <param name="declared">The length that the sender declared, if any.</param>
internal sealed class LimitedBody(Stream body, long limit, long? declared) : Stream
{
    // Beyond it somebody is not mistaken but malicious.
    private const long MostIgnored = 256 * 1024 * 1024;

    private long read;

    /// <summary>Whether more came, or was declared, than may be read.</summary>
    public bool IsExceeded { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => read; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (declared > limit) Refuse();
        var count = await body.ReadAsync(buffer, cancellationToken);
        read += count;
        if (read > limit) Refuse();
        return count;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Reads what is left and forgets it, so that the sender gets to read the answer.</summary>
    /// <param name="cancel">Cancels.</param>
    public async Task Ignore(CancellationToken cancel)
    {
        var piece = new byte[81_920];
        for (long ignored = 0; ignored < MostIgnored && await body.ReadAsync(piece, cancel) is > 0 and var count;) ignored += count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Refuse()
    {
        IsExceeded = true;
        throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
    }
}
