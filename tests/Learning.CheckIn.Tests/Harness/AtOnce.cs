// The tests of a class share a server and take turns, the classes don't wait for each other: a phone spends most of a scenario waiting,
// and two cores serve three.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
