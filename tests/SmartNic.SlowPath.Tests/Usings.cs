global using NUnit.Framework;
global using SmartNic.Features;
