using System.Runtime.InteropServices;
using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>
/// The tables of <see cref="RxPipeline"/>: a part in the folder of each feature that has some.
/// </summary>
[Tables]
[StructLayout(LayoutKind.Auto)]
public partial struct RxTables
{
}
