namespace SmartNic.Driver.Reading;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class ErrorList(string file)
{
    /// <summary>Reading stops to collect beyond this: nobody reads more.</summary>
    private const int MaxErrors = 1000;

    private readonly List<ConfigError> _errors = [];

    /// <summary>True while nothing is wrong.</summary>
    public bool IsEmpty => _errors.Count == 0;

    /// <summary>Notes an error at a place.</summary>
    public void Add(int line, int column, string message)
    {
        if (_errors.Count < MaxErrors)
        {
            _errors.Add(new ConfigError(file, line, column, message));
        }
    }

    /// <summary>Notes an error at a node.</summary>
    public void Add(YamlNode node, string message) => Add(node.Line, node.Column, message);

    /// <summary>The errors in file order.</summary>
    public IReadOnlyList<ConfigError> InFileOrder() =>
        [.. _errors.OrderBy(e => e.Line).ThenBy(e => e.Column)];
}
