using SmartNic.Hls.Tool;

return HlsTool.Run(args, Console.Out, Console.Error);
