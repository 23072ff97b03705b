// right: rotations by constants beyond the width
using SmartNic.Hls.Language;

static class K
{
    [Kernel("rotates")]
    public static (uint, uint, ulong, ulong) Run(uint x, ulong y) =>
        (BitOperations.RotateLeft(x, 33) ^ BitOperations.RotateRight(x, -3),
            BitOperations.RotateLeft(x, 0) + BitOperations.RotateRight(x, 32),
            BitOperations.RotateLeft(y, -7), BitOperations.RotateRight(y, 71));
}
