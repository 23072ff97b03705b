using SmartNic.Driver;

namespace SmartNic.Features;

/// <summary>Reads what <see cref="StateText"/> wrote, configurations and all.</summary>
public static class SavedState
{
    /// <summary>The state that a text holds.</summary>
    /// <param name="text">As <see cref="StateText.Write"/> gave it.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="StateException">It is damaged, of another version, or has a configuration
    /// that this program does not read.</exception>
    public static GatewayState Read(string text, string name) => StateText.Read(
        text, name, config =>
        {
            var result = ConfigLoader.Parse(config, name);
            return result.Config ?? throw new StateException(
                $"{name} has a configuration that this program does not read: {result.Errors[0]}");
        });
}
