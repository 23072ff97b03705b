namespace SmartNic.Demo;

/// <summary>Only one run per prefix at a time: a run removes what it takes for the leftovers of an
/// earlier one.</summary>
internal sealed class RunLock : IDisposable
{
    private readonly FileStream _file;

    /// <exception cref="DemoException">Another run is at work.</exception>
    public RunLock(string prefix)
    {
        string path = Path.Combine(Path.GetTempPath(), $"snic-{prefix}.lock");
        try
        {
            // FileShare.None is an flock(2): it goes with the process, however that ends.
            _file = new FileStream(
                path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new DemoException($"another demo is running ({path} is locked)", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
