using NUnit.Framework;

namespace SmartNic.Registers.Tests;

/// <content>Live records in a pipeline: the kernels of sessions, which no pipeline has yet.
/// </content>
public sealed partial class NewFeatureTests
{
    private const string FirstStage = "        EndpointStage.Run(";
    private const string SessionCall =
        "        SessionStage.Run(ref p, frame, tables.Session);\n";

    private const string Check = "sim/SessionCheck";

    /// <summary>
    /// Memories, their layouts and their places on the table bus follow from the declaration.
    /// Sessions come and go, at indices that others had; another owner adopts them; packets are
    /// noted in their own, on the model and in Verilog.
    /// </summary>
    [Test]
    [DependsOnTest(nameof(AFeatureIsItsFoldersAndACall), AllowFailure = true)]
    public void PacketsFindLiveRecords()
    {
        // Small, so that indices are used again.
        const string Tables = "hls/kernels/session/SessionTables.cs";
        Write(Tables, File.ReadAllText(At(Tables))
            .Replace("Depth(8192)", "Depth(64)").Replace("Depth(65536)", "Depth(256)"));
        Write("hls/kernels/session/SessionStage.cs", Template("SessionStage.cs"));
        Write("hls/kernels/session/RxTables.Session.cs", Template("RxTables.Session.cs"));
        Write("host/SmartNic.Features/Session/SessionCheck.cs", Template("SessionCheck.cs"));
        Write($"{Check}/Program.cs", Template("Program.cs"));
        Write($"{Check}/SessionCheck.csproj", Template("SessionCheck.csproj"));
        var text = File.ReadAllText(At(Pipeline));
        Assert.That(text, Does.Contain(FirstStage));
        File.WriteAllText(At(Pipeline), text.Replace(FirstStage, SessionCall + FirstStage));
        Make("gen");
        Tool.MustPassIn(_copy, Limit, "dotnet", "build", Check, "-c", Checkout.Configuration, "-v",
            "q", "--nologo");
        var model = Sessions("model");
        Assert.That(model.Split('\n'), Has.Length.GreaterThan(800));
        Assert.That(model, Does.Contain("another owner's: 0 "));
        if (IsLong)
        {
            Make("sim");
            Assert.That(Sessions("sim"), Is.EqualTo(model));
        }
    }

    private string Sessions(string backend) => Tool.MustPassIn(_copy, Limit,
        At($"{Check}/bin/{Checkout.Configuration}/net10.0/SessionCheck"), backend);

    private static string Template(string file) => File.ReadAllText(
        Checkout.At("tests", "SmartNic.Registers.Tests", "Records", $"{file}.txt"));

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), text);
    }
}
