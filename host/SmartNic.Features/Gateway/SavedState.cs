using SmartNic.Driver;

namespace SmartNic.Features;

/// <summary>Reads what <see cref="StateText"/> wrote, configurations and all.</summary>
public static class SavedState
{
    /// <summary>The state that a text holds, and changes behind it.</summary>
    /// <param name="text">As <see cref="StateText.Write"/> gave it.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="journal">As <see cref="JournalText"/> gave it.</param>
    /// <exception cref="StateException">It is damaged, of another version, or has a configuration
    /// that this program does not read.</exception>
    public static GatewayState Read(string text, string name, string journal = "")
    {
        var state = StateText.Read(text, name, config =>
        {
            var result = ConfigLoader.Parse(config, name);
            return result.Config ?? throw new StateException(
                $"{name} has a configuration that this program does not read: {result.Errors[0]}");
        });
        return state.After(JournalText.Read(journal, text, $"the journal of {name}", change =>
        {
            try
            {
                return GatewayChange.Parse(change);
            }
            catch (FormatException e)
            {
                throw new StateException(
                    $"{name} has a change that this program does not read: {e.Message}");
            }
        }));
    }
}
