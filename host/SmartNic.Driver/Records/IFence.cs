namespace SmartNic.Driver.Records;

/// <summary>Waits until packets are gone.</summary>
internal interface IFence
{
    /// <summary>
    /// Returns when every packet that entered a pipeline before the call has left it. Writes of
    /// tables before it are then seen by all packets that are under way.
    /// </summary>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    void Pass();
}
