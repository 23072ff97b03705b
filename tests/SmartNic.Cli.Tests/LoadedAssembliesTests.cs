using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Tests;

public sealed class LoadedAssembliesTests
{
    [Test]
    public void All_that_is_referred_to_is_loaded()
    {
        var root = typeof(SnicCli).Assembly;
        Assert.That(LoadedAssemblies.LoadAll(root),
            Is.GreaterThan(root.GetReferencedAssemblies().Length));
        var loaded = AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetName().Name);
        Assert.That(loaded, Is.SupersetOf(
            root.GetReferencedAssemblies().Select(name => name.Name)));
        Assert.That(loaded, Does.Contain("System.IO.Pipelines"));
    }
}
