using System.Runtime.InteropServices;

namespace SmartNic.Sim.Native;

/// <summary>Owns one snic_sim.</summary>
internal sealed unsafe class SimHandle : SafeHandle
{
    private readonly SimLibrary _library;

    public SimHandle(SimLibrary library, string? tracePath)
        : base(0, ownsHandle: true)
    {
        _library = library;
        nint text = Marshal.StringToCoTaskMemUTF8(tracePath);
        try
        {
            SetHandle(library.Create((byte*)text));
        }
        finally
        {
            Marshal.FreeCoTaskMem(text);
        }
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>The native pointer; keep this object alive over its use.</summary>
    public nint Pointer => IsClosed ? throw new ObjectDisposedException(nameof(SimCore)) : handle;

    protected override bool ReleaseHandle()
    {
        _library.Destroy(handle);
        return true;
    }
}
