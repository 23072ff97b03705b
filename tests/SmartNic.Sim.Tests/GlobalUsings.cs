global using NUnit.Framework;
global using SmartNic.Driver;
global using SmartNic.Testing;
