namespace SmartNic.Sim.Server;

/// <summary>
/// What clients of a socket may cost, for the control socket and that of a simulated board. A
/// client beyond a limit is told so and closed; others do not notice.
/// </summary>
public sealed record SocketLimits
{
    /// <summary>Connections at a time; one more closes the one that waits for its client longest.
    /// </summary>
    public int Connections { get; init; } = 64;

    /// <summary>
    /// Time for a whole request, from connecting or the last answer; for a board's client: for its
    /// hello.
    /// </summary>
    public TimeSpan Request { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time for a client to take its answer.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time for a client to take a next piece of its answer before others may have its
    /// room.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Longest control request in bytes: a configuration of 16 MiB, its quotes and line ends
    /// escaped.
    /// </summary>
    public int RequestBytes { get; init; } = 20 << 20;

    /// <summary>Bytes of requests and answers of all connections together: two of the longest.
    /// </summary>
    public long BufferedBytes { get; init; } = 40 << 20;

    /// <summary>
    /// Time after which a board that does not answer one access is called silent.
    /// </summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time that a request waits for those in front of it.</summary>
    public TimeSpan Turn { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time for a question, by a board that is slow but answers.</summary>
    public TimeSpan Question { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Time for a change.</summary>
    public TimeSpan Change { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Pause after an error to accept, such as no free descriptor.</summary>
    public TimeSpan AcceptPause { get; init; } = TimeSpan.FromMilliseconds(100);
}
