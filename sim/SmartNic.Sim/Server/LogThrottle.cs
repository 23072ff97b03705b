namespace SmartNic.Sim.Server;

/// <summary>
/// Lets through a few log lines in a while, so that no client fills the log. Thread safe.
/// </summary>
public sealed class LogThrottle
{
    private const int LinesPerWindow = 10;
    private const long WindowMs = 10_000;

    private readonly Lock _turn = new();
    private long _windowEndMs;
    private int _left;
    private long _suppressed;

    /// <summary>Whether a line may be written now.</summary>
    /// <param name="suppressed">Lines that were not, since the last one that was.</param>
    public bool Allows(out long suppressed)
    {
        lock (_turn)
        {
            if (Environment.TickCount64 >= _windowEndMs)
            {
                _windowEndMs = Environment.TickCount64 + WindowMs;
                _left = LinesPerWindow;
            }

            suppressed = _suppressed;
            if (_left == 0)
            {
                _suppressed++;
                return false;
            }

            _left--;
            _suppressed = 0;
            return true;
        }
    }
}
