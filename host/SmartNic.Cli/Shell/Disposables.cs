namespace SmartNic.Cli.Shell;

/// <summary>Owns things that were opened one after another; closes them in reverse.</summary>
internal sealed class Disposables : IDisposable
{
    private readonly Stack<IDisposable> owned = new();

    public T Add<T>(T item)
        where T : IDisposable
    {
        owned.Push(item);
        return item;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (owned.TryPop(out var item))
        {
            item.Dispose();
        }
    }
}
