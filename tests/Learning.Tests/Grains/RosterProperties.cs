using CsCheck;
using Learning.Domain.Cohorts;
using Learning.Domain.Trainees;

namespace Learning.Tests.Grains;

/// <summary>Random histories of a roster against a model that is nothing but lists of names.</summary>
public sealed class RosterProperties
{
    private enum Act { Enrol, Apply, Withdraw, Decline, Enlarge, Shrink, WalkIn }

    private static readonly DateTimeOffset At = new(2026, 3, 10, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Places_never_exceed_the_capacity_and_the_waitlist_keeps_the_order_of_asking() =>
        Histories(Act.Enlarge).Sample(history =>
        {
            var (cohort, model) = (Empty(capacity: 2), new Model { Capacity = 2 });
            foreach (var (act, who) in history)
            {
                (cohort, _) = (Do(cohort, act, who), model.Do(act, who));
                Assert.Equal(model.Places.Order(StringComparer.Ordinal), In(cohort, EnrolmentState.Enrolled).Order(StringComparer.Ordinal));
                Assert.Equal(model.Queue, In(cohort, EnrolmentState.Waitlisted));
                Assert.True(cohort.Places <= cohort.Plan.Capacity);
                Assert.True(model.Queue.Count == 0 || cohort.Places == cohort.Plan.Capacity);
            }
        }, iter: 20_000);

    [Fact]
    public void Only_walk_ins_and_a_smaller_capacity_lead_beyond_it_and_nobody_is_let_in_while_it_is_exceeded() =>
        Histories(Act.WalkIn).Sample(history =>
        {
            var cohort = Empty(capacity: 2);
            foreach (var (act, who) in history)
            {
                var before = cohort;
                cohort = Do(cohort, act, who);
                if (act != Act.WalkIn) Assert.True(cohort.Places <= Math.Max(before.Places, cohort.Plan.Capacity));
                Assert.Equal(cohort.Roster.Length, cohort.Roster.Select(e => e.TraineeId).Distinct().Count());
                Assert.Equal(cohort.Roster.Length, cohort.Roster.Select(e => e.Order).Distinct().Count());
                Assert.True(before.Roster.All(e => cohort.Find(e.TraineeId) is not null));
            }
        }, iter: 20_000);

    [Fact]
    public void Doing_anything_twice_is_doing_it_once() =>
        Histories(Act.WalkIn).Sample(history =>
        {
            var cohort = Empty(capacity: 2);
            foreach (var (act, who) in history)
            {
                cohort = Do(cohort, act, who);
                if (act is Act.Enlarge or Act.Shrink) continue;
                Assert.Same(cohort, Do(cohort, act, who));
            }
        }, iter: 5_000);

    private static Gen<(Act Act, string Who)[]> Histories(Act last) =>
        Gen.Select(Gen.Int[0, (int)last], Gen.Int[0, 6]).Array[0, 30].Select(acts => acts.Select(a => ((Act)a.Item1, $"p{a.Item2}")).ToArray());

    private static Cohort Empty(int capacity) => new() { Id = "c", State = CohortState.Open, Plan = Training.Plan(capacity) };

    private static IEnumerable<string> In(Cohort cohort, EnrolmentState state) => cohort.Roster.Where(e => e.State == state).OrderBy(e => e.Order).Select(e => e.TraineeId);

    private static Cohort Do(Cohort cohort, Act act, string who)
    {
        var asks = new EnrolmentRequest(who, new PersonAsOf(null, null, 0, Sex.NotStated));
        return act switch
        {
            Act.Enrol => cohort.Enrol(asks, EnrolmentMethod.Staff, At),
            Act.Apply => cohort.Apply(asks, At),
            Act.Withdraw => cohort.Release(who, EnrolmentState.Withdrawn, At),
            Act.Decline => cohort.Release(who, EnrolmentState.Declined, At),
            Act.WalkIn => cohort.AdmitWalkIn(asks, At),
            Act.Enlarge => (cohort with { Plan = cohort.Plan with { Capacity = cohort.Plan.Capacity + 1 } }).Promote(At),
            _ => (cohort with { Plan = cohort.Plan with { Capacity = Math.Max(0, cohort.Plan.Capacity - 1) } }).Promote(At),
        };
    }

    /// <summary>One line of everybody in the order in which they asked; leaving it loses the place in it.</summary>
    private sealed class Model
    {
        private readonly List<string> line = [];
        private readonly HashSet<string> accepted = [];

        public int Capacity { get; set; }

        public HashSet<string> Places { get; } = [];

        public List<string> Queue => [.. line.Where(who => accepted.Contains(who) && !Places.Contains(who))];

        public Model Do(Act act, string who)
        {
            switch (act)
            {
                case Act.Enrol:
                    if (!line.Contains(who)) line.Add(who);
                    accepted.Add(who);
                    break;
                case Act.Apply:
                    if (!line.Contains(who)) line.Add(who);
                    break;
                case Act.Withdraw or Act.Decline:
                    line.Remove(who);
                    accepted.Remove(who);
                    Places.Remove(who);
                    break;
                case Act.Enlarge:
                    Capacity++;
                    break;
            }

            foreach (var next in Queue.Take(Capacity - Places.Count).ToList()) Places.Add(next);
            return this;
        }
    }
}
