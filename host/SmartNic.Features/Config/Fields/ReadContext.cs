using SmartNic.Features.Reading;

namespace SmartNic.Features.Fields;

/// <summary>What is known of a file while it is read.</summary>
/// <param name="errors">Receives what is wrong.</param>
internal sealed class ReadContext(ErrorList errors)
{
    private readonly Dictionary<object, Uniques<object>> _seen = [];

    /// <summary>What is wrong so far.</summary>
    public ErrorList Errors => errors;

    /// <summary>Starts to collect values that may appear once.</summary>
    /// <param name="key">Under which others ask for them; null for nobody.</param>
    public Uniques<object> Begin(object? key)
    {
        var values = new Uniques<object>(errors);
        if (key is not null)
        {
            _seen[key] = values;
        }

        return values;
    }

    /// <summary>Values of all lists of a file that may appear once.</summary>
    /// <param name="key">Under which they are collected.</param>
    public Uniques<object> Shared(object key) =>
        _seen.TryGetValue(key, out var values) ? values : Begin(key);

    /// <summary>Whether a value appeared in a list that was read before.</summary>
    public bool Has(object key, object value) =>
        _seen.TryGetValue(key, out var values) && values.Has(value);
}
