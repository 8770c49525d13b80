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
        Updater = new UserUpdater(connection, run, Writes, Resources, Open);
        TakenUsernames = new TakenUsernames(Lists, run);
        Creator = new UserCreator(connection, run, Writes, Resources, Finder, Updater);
        Remover = new UserRemover(connection, run, Writes, Resources);
        Undoer = new UserUndoer(run, this);
    }

    public ServiceConnection Connection { get; }
    public string Region => Connection.Region;
    public ResourceReader Resources { get; }
    public ConnectResources Directory { get; }
    public HierarchyAncestors Ancestors { get; }
    public NameResolver Names { get; }
    public NamesOfUsers UserNames { get; }
    public ConnectLists Lists { get; }
    public UserFinder Finder { get; }
    public IdentityManagement Identities { get; }
    public RequestReader Requests { get; }
    public RequestHistory History { get; }
    public RequestWaiter Waiter { get; }
    public OpenRequests Open { get; }
    public RequestCanceller Canceller { get; }
    public TakenUsernames TakenUsernames { get; }
    public UserCreator Creator { get; }
    public UserUpdater Updater { get; }
    public UserRemover Remover { get; }
    public UserUndoer Undoer { get; }
    public RequestScheduler Scheduler { get; }
    public WriteRunner Writes { get; }
}
