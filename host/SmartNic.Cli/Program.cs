using SmartNic.Cli;

return await SnicCli.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
