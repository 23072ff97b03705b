using SmartNic.Flash;
using SmartNic.Jtag.Tap;

namespace SmartNic.Jtag.Xilinx;

/// <summary>Why a stream was not taken, from what the part says.</summary>
internal static class LoadFailure
{
    public static JtagException Of(
        JtagDevice device, FpgaImage image, ConfigStatus status, bool isInitHigh)
    {
        string where = $"{device}: {image.Path} was not taken";

        // Read through the same packets that may have gone wrong: believed where INIT_B agrees.
        if (status.IsInitHigh != isInitHigh || status.Value is 0 or uint.MaxValue)
        {
            return new JtagException(
                $"{where}: {(isInitHigh ? "DONE is low" : "INIT is low, as after an error")}; "
                + $"the status register cannot be read ({status.Value:x8})",
                "bits were lost on the way: try a lower --frequency, and a shorter cable");
        }

        var (reason, advice) = Reason(status, image);
        return new JtagException(
            $"{where}: {reason}; status {status.Value:x8}: {string.Join("; ", status.Explain())}",
            advice);
    }

    private static (string Reason, string Advice) Reason(ConfigStatus status, FpgaImage image)
    {
        if (status.HasIdError)
        {
            return ("it is for another part", "build it for this board's part");
        }

        if (status.HasSecurityError)
        {
            return ("decryption or authentication failed",
                "use a bitstream with the key that is in the part, or an unencrypted one");
        }

        if (status.HasCrcError || status.HasBadPacket)
        {
            return ("its check sum is wrong",
                $"if {image.Path} is whole (build or copy it again), bits were lost on the way: "
                + "try a lower --frequency, and a shorter cable");
        }

        if (!status.IsInitHigh)
        {
            return ("INIT_B is low, without an error of the stream",
                "check the board's supplies, and that nothing holds INIT_B low");
        }

        if (status.IsDoneReleased && !status.IsDone)
        {
            return ("something on the board holds DONE low",
                "check the board's DONE pull-up and what else is on that net");
        }

        if (status.IsDone)
        {
            return ($"startup stopped in phase {status.StartupPhase} of 7",
                "the design waits for a clock or a PLL (BITSTREAM.STARTUP): are the board's "
                + "clocks there?");
        }

        return status.IsInterconnectOn
            ? ("startup did not begin", "is the file whole? Build or copy it again")
            : ("it never ended: frames are missing", "is the file whole? Build or copy it again");
    }
}
