using SmartNic.Registers;

namespace SmartNic.Driver;

/// <summary>A live board: registers, and the slow path's way in and out.</summary>
public interface IBoard : IDisposable
{
    /// <summary>The application register window.</summary>
    IBar Bar { get; }

    /// <summary>The slow port of the board.</summary>
    ISlowPort Slow { get; }
}
