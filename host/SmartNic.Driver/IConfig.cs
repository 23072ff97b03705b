namespace SmartNic.Driver;

/// <summary>
/// A configuration, as far as the driver must know it; what it wishes in which table only the
/// features can say. Equal to another when both wish the same.
/// </summary>
public interface IConfig
{
    /// <summary>Whether owners without room in a table are left out; else all is refused.</summary>
    bool LeavesOut { get; }

    /// <summary>Text in canonical form; what it is read to is equal to this.</summary>
    string ToText();

    /// <summary>What it becomes by changes, one after the other.</summary>
    IConfig After(IReadOnlyList<IChange> changes);

    /// <summary>Starts to go without owners that have no room.</summary>
    /// <param name="current">The configuration in force.</param>
    IOmission LeaveOut(IConfig current);
}

/// <summary>A configuration that goes without some of its owners.</summary>
public interface IOmission
{
    /// <summary>What is left of the configuration.</summary>
    IConfig Rest { get; }

    /// <summary>Leaves an owner out; a second time without its old state too.</summary>
    /// <param name="owner">Its name.</param>
    /// <returns>True when it is in force and stays as it is.</returns>
    bool Add(string owner);
}
