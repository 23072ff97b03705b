using System.CommandLine;
using SmartNic.Demo;

// After Ctrl-C the step in hand ends, and then all is removed: that has to be waited for.
var configuration = new InvocationConfiguration
{
    ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
};
return await DemoCommand.Create().Parse(args).InvokeAsync(configuration);
