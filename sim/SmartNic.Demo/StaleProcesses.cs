using System.Diagnostics;
using System.Globalization;

namespace SmartNic.Demo;

/// <summary>Remembers processes in a file, so that the next run can end what a killed run left.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="program">Only processes of this program are ended: ids are used again.</param>
internal sealed class StaleProcesses(string path, string program)
{
    /// <summary>Ends the processes of an earlier run that still run.</summary>
    public void End()
    {
        if (!File.Exists(path))
        {
            return;
        }

        foreach (string line in File.ReadAllLines(path))
        {
            if (int.TryParse(line, CultureInfo.InvariantCulture, out int id) && IsOurs(id))
            {
                using Process process = Process.GetProcessById(id);
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
        }

        File.Delete(path);
    }

    /// <summary>Remembers a process.</summary>
    public void Add(int id) =>
        File.AppendAllText(path, id.ToString(CultureInfo.InvariantCulture) + "\n");

    /// <summary>All have ended.</summary>
    public void Forget() => File.Delete(path);

    private bool IsOurs(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Split('\0')[0] == program;
        }
        catch (IOException)
        {
            return false; // it has ended
        }
    }
}
