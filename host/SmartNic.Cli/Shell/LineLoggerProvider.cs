using System.Globalization;
using Microsoft.Extensions.Logging;

namespace SmartNic.Cli.Shell;

/// <summary>
/// Writes log lines as <c>time level category: message</c>, exceptions below, moved in, with their
/// stack from level debug on. Messages hold words of clients: whatever these are, an entry is one
/// line.
/// </summary>
/// <param name="output">Receives the lines; a verb's standard error.</param>
/// <param name="least">Lines below this level are not written.</param>
internal sealed class LineLoggerProvider(TextWriter output, LogLevel least) : ILoggerProvider
{
    private readonly Lock turn = new();
    private readonly LogLevel least = least;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) =>
        new LineLogger(this, categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (turn)
        {
            output.Flush();
        }
    }

    private void Write(LogLevel level, string category, string message, Exception? exception)
    {
        var time = DateTime.Now.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
        var word = level switch
        {
            LogLevel.Trace => "trace",
            LogLevel.Debug => "debug",
            LogLevel.Information => "info ",
            LogLevel.Warning => "warn ",
            LogLevel.Error => "error",
            _ => "fatal",
        };
        lock (turn)
        {
            output.WriteLine($"{time} {word} {category}: {SafeText.Line(message)}");
            if (exception is not null)
            {
                // The stack is for who asked for it.
                output.WriteLine(SafeText.Block(
                    least <= LogLevel.Debug ? exception.ToString() : exception.Message));
            }
        }
    }

    private sealed class LineLogger(LineLoggerProvider owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) =>
            logLevel >= owner.least && logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                owner.Write(logLevel, category, formatter(state, exception), exception);
            }
        }
    }
}
