namespace SmartNic.Pci.Ring;

/// <summary>The file systems of huge pages (hugetlbfs) that are mounted.</summary>
internal static class HugePageMount
{
    private const string Mounts = "/proc/mounts";
    private const string Usual = "/dev/hugepages";
    private const string PageSize = "pagesize=2M";

    /// <summary>The folder of one whose pages have 2 MiB, the usual one first.</summary>
    /// <param name="mounts">A list of mounts in the form of <c>/proc/mounts</c>.</param>
    /// <exception cref="PciException">There is none; the advice makes one.</exception>
    public static string Find(string mounts = Mounts)
    {
        string[] folders = [.. File.ReadLines(mounts)
            .Select(line => line.Split(' '))
            .Where(word => word.Length > 3 && word[2] == "hugetlbfs"
                && word[3].Split(',').Contains(PageSize))
            .Select(word => word[1].Replace(@"\040", " ", StringComparison.Ordinal))];
        return folders.FirstOrDefault(folder => folder == Usual) ?? folders.FirstOrDefault()
            ?? throw new PciException(
                "no file system of huge pages of 2 MiB is mounted; the packet rings need one, so "
                + "that their memory outlives this process",
                $"as root: mkdir -p {Usual}; mount -t hugetlbfs -o {PageSize} hugetlbfs {Usual}; "
                + "echo 4 > /proc/sys/vm/nr_hugepages (or give --private-ring-memory)");
    }
}
