using System.Text;
using Microsoft.Extensions.Logging;
using SmartNic.Cli.Config;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Cli.Replay;

/// <summary>One replay, from the files to the files.</summary>
internal static class ReplayRun
{
    /// <exception cref="CliException">Nothing was written: an input is wrong.</exception>
    /// <exception cref="SmartNic.Packets.CaptureException">The same, of a capture.</exception>
    public static void Run(
        ReplayOptions options, ILoggerFactory log, TextWriter error, CancellationToken cancel)
    {
        var config = ConfigFile.Load(options.ConfigPath);
        OutputPaths.Check(options);
        var ports = new ReplayPorts(config, options);
        using var resources = new Disposables();
        var totalBytes = options.Inputs.Sum(file => Length(file.Path));
        using var board = ReplayBoards.Open(options, ports.Interfaces);
        var driver = GatewayDriver.Attach(board.Bar, log, () => 0, new AttachOptions
        {
            TablesAreEmpty = true,
            HashKeys = HashKeys.Repeatable(),
        });
        var applied = driver.Apply(config);
        if (!applied.Ok)
        {
            throw new CliException(ExitCode.Failure,
                [.. applied.Errors.Select(e => $"{options.ConfigPath}: {e}")]);
        }

        ReplayInput[] inputs = [.. options.Inputs.Select(file =>
            resources.Add(new ReplayInput(file, ports.Resolve(file.Port, driver), options)))];
        var outputs = resources.Add(new OutputSet([.. options.Outputs.Select(file =>
            (OutputSet.Key(ports.Resolve(file.Port, driver)),
                resources.Add(new ReplayOutput(file))))]));
        var counters = options.CountersPath is { } path
            ? resources.Add(new StagedFile(path)) : null;
        var tables = options.Tables
            .Select(file => (file, Staged: resources.Add(new StagedFile(file.Path)))).ToList();

        var entered = new PortTally();
        var batch = new OutputBatch();
        var progress = new ReplayProgress(error, totalBytes);
        var packets = Feed(board, inputs, outputs, batch, entered, progress, cancel);
        var snapshot = ReplayCounters.Of(driver, config, entered, batch.Left);
        if (options.SkipsCut)
        {
            var cut = (ulong)inputs.Sum(input => input.CutPackets);
            snapshot = snapshot with { Skipped = new SkippedCounters(cut) };
        }

        counters?.Stream.Write(Encoding.UTF8.GetBytes(snapshot.ToJson()));
        counters?.Finish();
        foreach (var (file, staged) in tables)
        {
            staged.Stream.Write(file.Read(driver));
            staged.Finish();
        }

        outputs.Commit();
        counters?.Commit();
        tables.ForEach(table => table.Staged.Commit());
        progress.Done(packets, inputs.SelectMany(input => input.Notes()));
    }

    private static long Feed(
        IReplayBoard board,
        ReplayInput[] inputs,
        OutputSet outputs,
        OutputBatch batch,
        PortTally entered,
        ReplayProgress progress,
        CancellationToken cancel)
    {
        var merge = new InputMerge(inputs);
        var packets = 0L;
        while (merge.Next())
        {
            var input = merge.Current;
            var tag = batch.Accept(input.TimeNs, input.Frame.Length);
            board.Inject(input.Port, input.TimeNs, tag, input.Frame);
            entered.Add(input.Port, input.Frame.Length);
            packets++;
            if (batch.IsFull)
            {
                batch.Drain(board, outputs);
                cancel.ThrowIfCancellationRequested();
                progress.Report(packets, inputs.Sum(i => i.BytesRead));
            }
        }

        batch.Drain(board, outputs);
        return packets;
    }

    private static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;
}
