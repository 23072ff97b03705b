using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Sim;
using SmartNic.Sim.Model;

namespace SmartNic.Cli.Replay;

/// <summary>The boards that a capture can be replayed on.</summary>
internal static class ReplayBoards
{
    /// <summary>The native kernels.</summary>
    public const string Model = "model";

    /// <summary>The Verilog, in Verilator.</summary>
    public const string Sim = "sim";

    /// <summary>Starts a board.</summary>
    /// <exception cref="CliException">The options do not fit the backend.</exception>
    public static IReplayBoard Open(ReplayOptions options, int interfaces) => options switch
    {
        { Backend: Sim } => new SimBoard(new SimOptions
        {
            DataWidthBits = options.WidthBits,
            Interfaces = interfaces,
            TracePath = options.TracePath,
        }),
        { TracePath: not null } =>
            throw CliException.Usage("--trace needs --backend sim: the model has no signals"),
        _ => new ModelBoard(interfaces),
    };
}
