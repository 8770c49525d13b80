// Finds users with the AWS SDK for JavaScript, for comparison: one by name, or those with tags and a routing profile.
// One JSON request a line on standard input, one JSON response a line on standard output, until the input ends.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { CloudControlClient, GetResourceCommand } from '@aws-sdk/client-cloudcontrol';
import {
  ConnectClient, paginateListInstances, paginateListRoutingProfiles, paginateListSecurityProfiles, paginateListUserHierarchyGroups, paginateListUsers, paginateSearchUsers,
} from '@aws-sdk/client-connect';

const InFlight = 16;

// The three attempts that the SDK makes by itself lose users under the quotas.
const options = { maxAttempts: 10, requestHandler: { httpAgent: { keepAlive: true, maxSockets: InFlight } } };

async function first(pages, read, isMatch) {
  for await (const page of pages) {
    const found = read(page).find(isMatch);
    if (found) {
      return found;
    }
  }

  throw new Error('Not found.');
}

async function all(pages, read) {
  const items = [];
  for await (const page of pages) {
    items.push(...read(page));
  }

  return items;
}

async function find({ alias, username, routingProfile, tags }) {
  const client = new ConnectClient(options);
  const control = new CloudControlClient(options);
  const instance = await first(paginateListInstances({ client, pageSize: 10 }, {}), (page) => page.InstanceSummaryList, (item) => item.InstanceAlias === alias);
  const scope = { InstanceId: instance.Id };
  const paging = { client, pageSize: 1000 };
  const [routing, security, groups] = await Promise.all([
    all(paginateListRoutingProfiles(paging, { ...scope }), (page) => page.RoutingProfileSummaryList),
    all(paginateListSecurityProfiles(paging, { ...scope }), (page) => page.SecurityProfileSummaryList),
    all(paginateListUserHierarchyGroups(paging, { ...scope }), (page) => page.UserHierarchyGroupSummaryList),
  ]);
  const names = new Map([...routing, ...security, ...groups].map((item) => [item.Arn, item.Name]));
  const found = username
    ? [await first(paginateListUsers(paging, { ...scope }), (page) => page.UserSummaryList, (item) => item.Username === username)]
    : await all(paginateSearchUsers({ client, pageSize: 500 }, {
      ...scope,
      SearchCriteria: { StringCondition: { FieldName: 'RoutingProfileId', Value: routing.find((item) => item.Name === routingProfile).Id, ComparisonType: 'EXACT' } },
      SearchFilter: { TagFilter: { AndConditions: Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })) } },
    }), (page) => page.Users);

  const users = new Array(found.length);
  let next = 0;
  async function work() {
    while (next < found.length) {
      const index = next++;
      const response = await control.send(new GetResourceCommand({ TypeName: 'AWS::Connect::User', Identifier: found[index].Arn }));
      const user = JSON.parse(response.ResourceDescription.Properties);
      user.RoutingProfile = names.get(user.RoutingProfileArn);
      user.SecurityProfiles = user.SecurityProfileArns.map((arn) => names.get(arn));
      user.HierarchyGroup = names.get(user.HierarchyGroupArn);
      users[index] = user;
    }
  }

  await Promise.all(Array.from({ length: InFlight }, work));
  client.destroy();
  control.destroy();
  return users.filter((user) => user.RoutingProfile && user.HierarchyGroup && user.SecurityProfiles.every(Boolean)).length;
}

const sdk = createRequire(import.meta.url)('@aws-sdk/client-connect/package.json').version;
process.stdout.write(`${JSON.stringify({ ready: process.version, sdk })}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  let reply;
  try {
    const start = process.hrtime.bigint();
    const count = await find(JSON.parse(line));
    reply = { count, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
  } catch (error) {
    reply = { error: `${error.name}: ${error.message}` };
  }

  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
