System.Console.WriteLine("AwsccConnect shell");
