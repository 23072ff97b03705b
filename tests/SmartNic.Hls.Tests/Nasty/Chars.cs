// right: arithmetic on characters
using SmartNic.Hls.Language;

static class K
{
    const char Zero = '0';
    [Kernel("chars")]
    public static (int, char, bool, uint, char) Run(char c, byte d)
    {
        int v = c - Zero;
        char hex = (char)(d < 10 ? Zero + d : 'a' + d - 10);
        bool letter = (c | ' ') is >= 'a' and <= 'z';
        uint w = c switch { >= '0' and <= '9' => (uint)(c - '0'), 'x' or 'X' => 16, _ => c };
        char up = c;
        up -= (char)32;
        return (v, hex, letter, w, up);
    }
}
