using AwsccConnect.Core.Changes;
using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Requests;
using AwsccConnect.Core.Operations.Users;

namespace AwsccConnect.Core.Operations;

/// <summary>
/// The operations of one run of a command in one Region. Here, and nowhere else, they are put together: each has what it
/// uses from its constructor.
/// </summary>
internal sealed class ConnectOperations
{
    /// <summary>Puts the operations together.</summary>
    public ConnectOperations(ServiceConnection connection, CommandRun run)
    {
        Connection = connection;
        var calls = new RetryingClient(connection, run);
        Resources = new ResourceReader(connection, calls, run.Timeout);
        Lists = new ConnectLists(connection, calls, run);
        Directory = new ConnectResources(connection, Resources, Lists);
        Ancestors = new HierarchyAncestors(Directory, connection.Names, run.Stop);
        Names = new NameResolver(connection, Lists, Directory, Ancestors, run.Stop, run.NameReads);
        Finder = new UserFinder(connection, Lists, Directory, Resources, run);
        UserNames = new NamesOfUsers(Names, run);
        Identities = new IdentityManagement(connection.Names, Directory, run);
        Requests = new RequestReader(connection, calls, run.Timeout);
        History = new RequestHistory(connection.Region, Requests, run);
        Scheduler = new RequestScheduler(connection, run, Requests, calls);
        Waiter = new RequestWaiter(connection, Scheduler, Requests, run.Timeout);
        Open = new OpenRequests(connection.Region, History, Waiter);
        Canceller = new RequestCanceller(connection, calls, Requests, run.Timeout);
        Writes = new WriteRunner(connection, run, calls, Scheduler);
        Users = new UserReader(connection, Resources);
        Updater = new UserUpdater(connection, run, Writes, Resources, Open);
        TakenUsernames = new TakenUsernames(Lists, run);
        Creator = new UserCreator(connection, run, Writes, Resources, Finder, Updater);
        Remover = new UserRemover(connection, run, Writes, Resources);
        Undoer = new UserUndoer(run, this);
    }

    /// <summary>The connection to the Region.</summary>
    public ServiceConnection Connection { get; }

    /// <summary>AWS Region, for example <c>eu-west-2</c>.</summary>
    public string Region => Connection.Region;

    /// <summary>Reads and lists resources of any type.</summary>
    public ResourceReader Resources { get; }

    /// <summary>Instances and what they hold.</summary>
    public ConnectResources Directory { get; }

    /// <summary>Which hierarchy groups are below which.</summary>
    public HierarchyAncestors Ancestors { get; }

    /// <summary>Resolves names and ids to ARNs.</summary>
    public NameResolver Names { get; }

    /// <summary>Reads the names that users have beside their ARNs.</summary>
    public NamesOfUsers UserNames { get; }

    /// <summary>Amazon Connect's own lists.</summary>
    public ConnectLists Lists { get; }

    /// <summary>Finds the users of instances.</summary>
    public UserFinder Finder { get; }

    /// <summary>The rules for users by how their instances manage identities.</summary>
    public IdentityManagement Identities { get; }

    /// <summary>Reads how requests stand.</summary>
    public RequestReader Requests { get; }

    /// <summary>The requests of the last 7 days.</summary>
    public RequestHistory History { get; }

    /// <summary>Waits for requests that were sent before.</summary>
    public RequestWaiter Waiter { get; }

    /// <summary>The requests that AWS is carrying out.</summary>
    public OpenRequests Open { get; }

    /// <summary>Cancels requests.</summary>
    public RequestCanceller Canceller { get; }

    /// <summary>Reads users.</summary>
    public UserReader Users { get; }

    /// <summary>Which usernames new users cannot have.</summary>
    public TakenUsernames TakenUsernames { get; }

    /// <summary>Creates users.</summary>
    public UserCreator Creator { get; }

    /// <summary>Changes users.</summary>
    public UserUpdater Updater { get; }

    /// <summary>Removes users.</summary>
    public UserRemover Remover { get; }

    /// <summary>Takes changes back.</summary>
    public UserUndoer Undoer { get; }

    /// <summary>Polls the requests in flight.</summary>
    public RequestScheduler Scheduler { get; }

    /// <summary>Carries writes through.</summary>
    public WriteRunner Writes { get; }
}
