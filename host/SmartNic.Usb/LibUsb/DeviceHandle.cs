using System.Runtime.InteropServices;

namespace SmartNic.Usb.LibUsb;

/// <summary>Owns one libusb_device_handle, and keeps its context alive.</summary>
internal sealed class DeviceHandle : SafeHandle
{
    private readonly ContextHandle _context;
    private readonly bool _counted;

    public DeviceHandle(ContextHandle context, nint handle)
        : base(0, ownsHandle: true)
    {
        _context = context;
        context.DangerousAddRef(ref _counted);
        SetHandle(handle);
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeCalls.Close(handle);
        if (_counted)
        {
            _context.DangerousRelease();
        }

        return true;
    }
}

/// <summary>Owns one libusb_context.</summary>
internal sealed class ContextHandle : SafeHandle
{
    public ContextHandle(nint context)
        : base(0, ownsHandle: true) => SetHandle(context);

    public override bool IsInvalid => handle == 0;

    /// <summary>The native pointer; keep this object alive over its use.</summary>
    public nint Pointer => handle;

    protected override bool ReleaseHandle()
    {
        NativeCalls.Exit(handle);
        return true;
    }
}
