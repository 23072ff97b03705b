using SmartNic.Pci.Ring;

namespace SmartNic.Pci.Tests;

/// <summary>Ring memory that outlives its owner. Any file system shows all but the huge page.
/// </summary>
public sealed unsafe class HugePageFileTests
{
    private const string Board = "0000:03:00.0";
    private string folder = "";

    private string FilePath => Path.Combine(folder, $"snic-{Board}.ring");

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("snic-huge-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void TheNextOwnerFindsTheSamePage()
    {
        using (HugePageFile first = HugePageFile.Open(folder, Board))
        {
            first.Address[0] = 0x5A;
            first.Address[first.LengthBytes - 1] = 0xA5;
        }

        using HugePageFile second = HugePageFile.Open(folder, Board);
        Assert.Multiple(() =>
        {
            Assert.That(second.FilePath, Is.EqualTo(FilePath));
            Assert.That(second.LengthBytes, Is.GreaterThanOrEqualTo(PacketRing.MemoryBytes));
            Assert.That(second.Address[0], Is.EqualTo(0x5A));
            Assert.That(second.Address[second.LengthBytes - 1], Is.EqualTo(0xA5));
            Assert.That(File.GetUnixFileMode(FilePath),
                Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        });
    }

    [Test]
    public void ASecondOwnerIsRefused()
    {
        using (HugePageFile.Open(folder, Board))
        {
            Assert.That(() => HugePageFile.Open(folder, Board), Throws.TypeOf<PciException>()
                .With.Message.Contains("another process has").And.Message.Contains(FilePath));
            using HugePageFile other = HugePageFile.Open(folder, "0000:04:00.0");
        }

        using HugePageFile free = HugePageFile.Open(folder, Board);
    }

    [Test]
    public void AFileThatOthersMayReadIsRefused()
    {
        File.WriteAllText(FilePath, "");
        File.SetUnixFileMode(
            FilePath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.That(() => HugePageFile.Open(folder, Board), Throws.TypeOf<PciException>()
            .With.Message.Contains("not a file of this user alone"));
    }

    [Test]
    public void ALinkIsNotFollowed()
    {
        string target = Path.Combine(folder, "target");
        File.WriteAllText(target, "precious");
        File.CreateSymbolicLink(FilePath, target);
        Assert.That(
            () => HugePageFile.Open(folder, Board), Throws.TypeOf<PciException>());
        Assert.That(File.ReadAllText(target), Is.EqualTo("precious"));
    }

    [Test]
    public void TheUsualMountIsTakenFirst()
    {
        string mounts = Mounts(
            "hugetlbfs /mnt/one\\040giga hugetlbfs rw,relatime,pagesize=1024M 0 0",
            "hugetlbfs /mnt/a\\040b hugetlbfs rw,relatime,pagesize=2M 0 0",
            "hugetlbfs /dev/hugepages hugetlbfs rw,relatime,pagesize=2M 0 0");
        Assert.That(HugePageMount.Find(mounts), Is.EqualTo("/dev/hugepages"));
        mounts = Mounts("hugetlbfs /mnt/a\\040b hugetlbfs rw,pagesize=2M 0 0");
        Assert.That(HugePageMount.Find(mounts), Is.EqualTo("/mnt/a b"));
    }

    [TestCase("tmpfs /dev/hugepages tmpfs rw,pagesize=2M 0 0")]
    [TestCase("hugetlbfs /dev/hugepages hugetlbfs rw,pagesize=1024M 0 0")]
    public void WithoutOneItSaysWhatToDo(string line) => Assert.That(
        () => HugePageMount.Find(Mounts(line)),
        Throws.TypeOf<PciException>().With.Property(nameof(PciException.Advice))
            .Contains("mount -t hugetlbfs -o pagesize=2M"));

    private string Mounts(params string[] lines)
    {
        string file = Path.Combine(folder, "mounts");
        File.WriteAllLines(file, ["proc /proc proc rw 0 0", .. lines]);
        return file;
    }
}
