using SmartNic.Demo;
using SmartNic.Guest;

var progress = new Progress(Console.Out);
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
try
{
    GuestRun.Run(Path.Combine(Paths.Repository(), "build", "guest"), progress, stop.Token);
}
catch (DemoException e)
{
    Console.Error.WriteLine($"guest: {e.Message}");
    return 1;
}

progress.Text($"guest: {progress.Checked - progress.Failures.Count} of {progress.Checked} "
    + "expectations met");
return progress.Failures.Count == 0 ? 0 : 1;
