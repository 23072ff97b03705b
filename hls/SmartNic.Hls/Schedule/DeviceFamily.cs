namespace SmartNic.Hls.Schedule;

/// <summary>Devices with a table of delays.</summary>
public enum DeviceFamily
{
    /// <summary>AMD UltraScale+, speed grade -2.</summary>
    UltraScalePlus,

    /// <summary>AMD 7 series (Kintex, Virtex), speed grade -2.</summary>
    Series7,
}
