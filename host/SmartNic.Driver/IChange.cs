namespace SmartNic.Driver;

/// <summary>
/// A change of single entries of a configuration in force, as far as the driver must know it; what
/// it puts and removes in which table only the features can say.
/// </summary>
public interface IChange
{
    /// <summary>Text of one line; what it is read to does the same.</summary>
    string ToText();
}
