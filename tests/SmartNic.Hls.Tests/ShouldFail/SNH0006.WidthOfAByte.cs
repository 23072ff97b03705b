using System.Numerics;
using SmartNic.Hls.Language;

static class K
{
    static T Sum<T>(T a, T b) where T : struct, IAdditionOperators<T, T, T> => [|a + b|];

    [Kernel("bad")]
    static byte Run(byte a, byte b) => Sum(a, b);
}
