using SmartNic.Hls.Language;

/// <summary>Quotients and remainders of loop constants are constants, negative ones too.</summary>
public static class LoopConstants
{
    [Kernel("snic_loop_constants")]
    public static ulong Run(ulong x)
    {
        ulong sum = 0;
        for (int i = -5; i < 9; i++)
        {
            if (i % 3 == -1) continue;
            sum ^= (x >> (i + 5)) + (ulong)(i / 3) + (ulong)(i % 7);
        }

        for (uint i = 1; i < 8; i++) sum += (x >> (int)(64 / i)) & (100 % i);
        return sum;
    }
}
