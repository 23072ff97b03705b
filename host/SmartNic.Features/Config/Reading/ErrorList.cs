namespace SmartNic.Features.Reading;

/// <summary>Collects what is wrong with one file, and what can hardly be meant.</summary>
internal sealed class ErrorList(string file)
{
    /// <summary>Reading stops to collect beyond this: nobody reads more.</summary>
    private const int MaxErrors = 1000;

    private readonly List<ConfigError> _errors = [];
    private readonly List<ConfigError> _warnings = [];
    private readonly string _file = YamlScalar.Printable(file);

    /// <summary>True while nothing is wrong.</summary>
    public bool IsEmpty => _errors.Count == 0;

    /// <summary>True when further errors are not kept.</summary>
    public bool IsFull => _errors.Count > MaxErrors;

    /// <summary>Notes an error at a place.</summary>
    public void Add(int line, int column, string message)
    {
        if (_errors.Count < MaxErrors)
        {
            _errors.Add(new ConfigError(_file, line, column, message));
        }
        else if (_errors.Count == MaxErrors)
        {
            // Not sorted behind the others: it tells where reading gave up.
            _errors.Add(new ConfigError(
                _file, line, column, $"more errors than {MaxErrors}; the rest is not shown"));
        }
    }

    /// <summary>Notes an error at a node.</summary>
    public void Add(YamlNode node, string message) => Add(node.Line, node.Column, message);

    /// <summary>Notes what is allowed but has an effect that is hardly wanted.</summary>
    public void Warn(YamlNode node, string message)
    {
        if (_warnings.Count < MaxErrors)
        {
            _warnings.Add(new ConfigError(_file, node.Line, node.Column, message));
        }
    }

    /// <summary>The errors in file order.</summary>
    public IReadOnlyList<ConfigError> InFileOrder() => Sorted(_errors);

    /// <summary>The warnings in file order.</summary>
    public IReadOnlyList<ConfigError> WarningsInFileOrder() => Sorted(_warnings);

    private static IReadOnlyList<ConfigError> Sorted(List<ConfigError> list) =>
        [.. list.OrderBy(e => e.Line).ThenBy(e => e.Column)];
}
