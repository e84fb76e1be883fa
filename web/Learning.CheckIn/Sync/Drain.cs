using System.Text;
using System.Text.Json;
using Learning.CheckIn.Browser;
using Learning.CheckIn.Enrolment;
using Learning.Domain.Checkin;
using Learning.Domain.Sync;

namespace Learning.CheckIn.Sync;

/// <summary>
/// Sends the queue: after each scan, when the line or the app comes back, and on a timer; one at a time across tabs. Whatever
/// goes wrong, a scan stays until the server has acknowledged it.
/// </summary>
public sealed class Drain(ServerLine line, PhoneEnrolment enrolment, TimeProvider clock) : IDisposable
{
    private const string Lock = "learning-drain";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private DrainPace pace = DrainPace.Start;
    private Task<bool>? running;
    private bool again;
    private ITimer? next;

    /// <summary>How many scans stand where.</summary>
    public QueueCounts Counts { get; private set; } = new(0, 0, 0);

    /// <summary>Whether it is sending.</summary>
    public bool IsRunning => running is not null;

    /// <summary>What went wrong on this phone itself the last time; <see langword="null"/> if nothing did.</summary>
    public string? Problem { get; private set; }

    /// <summary>Counts, or whether it is sending, changed.</summary>
    public event Action? Changed;

    /// <summary>The server answered for scans.</summary>
    public event Action<IReadOnlyCollection<Acknowledgement>>? Answered;

    /// <summary>Counts anew.</summary>
    public async Task Count()
    {
        Counts = JsonSerializer.Deserialize(await Store.Counts(), FieldJson.Default.QueueCounts)!;
        Changed?.Invoke();
    }

    /// <summary>Sends soon, without waiting for it.</summary>
    public void Nudge() => _ = Run(byHand: false);

    /// <summary>The line is another than before: what was too much for that one need not be for this.</summary>
    public void Afresh() => pace = DrainPace.Start;

    /// <summary>Sends everything that waits.</summary>
    /// <param name="byHand">Whether somebody asked for it: then also with a grant that has ended, which puts the scans into review.</param>
    /// <returns>Whether nothing waits any more.</returns>
    public async Task<bool> Run(bool byHand)
    {
        if (running is { } other)
        {
            // What was written after the other read its last batch must not wait for the timer.
            again = true;
            return await other;
        }

        if (enrolment.Device is null) return false;
        var done = new TaskCompletionSource<bool>();
        running = done.Task;
        next?.Dispose();
        Changed?.Invoke();
        var isEmpty = false;
        try
        {
            isEmpty = await Locked(byHand);
            Problem = null;
        }
        catch (Exception e)
        {
            // Whatever failed on this phone, nothing is lost by it: what was not acknowledged is sent again. The sync sheet says so.
            Problem = e.Message;
            pace = pace.Failed();
        }
        finally
        {
            running = null;
            done.SetResult(isEmpty);
        }

        await Count();
        if (!isEmpty && line.State is not LineState.SignIn) next = clock.CreateTimer(_ => Nudge(), null, pace.Pause(Random.Shared.NextDouble()), Timeout.InfiniteTimeSpan);
        return isEmpty;
    }

    /// <inheritdoc/>
    public void Dispose() => next?.Dispose();

    private async Task<bool> Locked(bool byHand)
    {
        var token = await Handset.TryLock(Lock);
        // Another tab is at it; this one looks again later.
        if (token == 0) return false;
        try
        {
            while (true)
            {
                again = false;
                var rows = JsonSerializer.Deserialize(await Store.Waiting(pace.Batch), FieldJson.Default.ScanRowArray)!;
                if (rows.Length == 0 && !again)
                {
                    pace = DrainPace.Start;
                    return true;
                }

                if (rows.Length > 0 && !await Send(rows, byHand)) return false;
            }
        }
        finally
        {
            Handset.Unlock(token);
        }
    }

    /// <summary>Sends a batch; false if it is time to pause.</summary>
    private async Task<bool> Send(ScanRow[] rows, bool byHand)
    {
        if (!byHand && enrolment.HasEnded)
        {
            line.AsksToSignIn();
            return false;
        }

        var reply = await line.Call("POST", "/api/sync/scans", Body(rows), Limit);
        var answer = reply.Read(FieldJson.Default.UploadAnswer);
        switch (UploadReply.Read(reply.Status, reply.IsLate, answer, [.. rows.Select(r => r.ScanId)]))
        {
            case UploadOutcome.Answered:
                await Acknowledge(answer!);
                // Retry means that the server could not tell whether it has them: no progress, and no hurry.
                var progress = answer!.Results.Any(r => r.Status != ScanStatus.Retry);
                pace = progress ? pace.Succeeded() : pace.Failed(rows.Length);
                return progress;
            case UploadOutcome.SignIn:
                line.AsksToSignIn();
                return false;
            case var outcome:
                pace = outcome == UploadOutcome.Smaller ? pace.Failed(rows.Length) : pace.NotOnline();
                line.Silent();
                return false;
        }
    }

    private async Task Acknowledge(UploadAnswer answer)
    {
        var now = clock.GetUtcNow();
        Acknowledgement[] answers = [.. answer.Results.Where(r => r.ScanId is not null).Select(r => new Acknowledgement(r.ScanId!, r, now))];
        await Store.Acknowledge(JsonSerializer.Serialize(answers, FieldJson.Default.AcknowledgementArray));
        await line.Heard(answer.ServerTime);
        Answered?.Invoke(answers);
        await Count();
    }

    private string Body(ScanRow[] rows)
    {
        var body = new StringBuilder();
        body.Append("{\"deviceId\":\"").Append(rows[0].DeviceId).Append("\",\"deviceNow\":\"").Append(clock.GetUtcNow().ToString("O")).Append("\",\"items\":[");
        body.AppendJoin(',', rows.Select(r => r.Item.GetRawText()));
        return body.Append("]}").ToString();
    }
}
