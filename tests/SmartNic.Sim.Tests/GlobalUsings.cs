global using NUnit.Framework;
global using SmartNic.Driver;
global using SmartNic.Features;
global using SmartNic.Testing;
