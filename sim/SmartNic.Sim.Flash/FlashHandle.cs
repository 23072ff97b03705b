using System.Runtime.InteropServices;

namespace SmartNic.Sim.Flash;

/// <summary>Owns one flash_sim.</summary>
internal sealed unsafe class FlashHandle : SafeHandle
{
    private readonly FlashLibrary library;

    public FlashHandle(FlashLibrary library, uint fpgaId, uint boardId, uint format)
        : base(0, ownsHandle: true)
    {
        this.library = library;
        SetHandle(library.Create(fpgaId, boardId, format));
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>The native pointer; keep this object alive over its use.</summary>
    public nint Pointer =>
        IsClosed ? throw new ObjectDisposedException(nameof(FlashBoard)) : handle;

    protected override bool ReleaseHandle()
    {
        library.Destroy(handle);
        return true;
    }
}
