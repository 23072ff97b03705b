using NUnit.Framework;

namespace SmartNic.Testing;

/// <summary>Captures recorded by others.</summary>
public static class ForeignCaptures
{
    /// <summary>
    /// A capture recorded by others, which is read where it lies: in the folder that SNIC_CAPTURES
    /// names, or in ../shared/captures beside the repository. Skips the test where it is absent.
    /// </summary>
    public static string Find(string name)
    {
        string folder = Environment.GetEnvironmentVariable("SNIC_CAPTURES")
            ?? Path.GetFullPath(Checkout.At("..", "shared", "captures"));
        string path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            Assert.Ignore($"{path} is not there; name the folder of {name} in SNIC_CAPTURES");
        }

        return path;
    }
}
