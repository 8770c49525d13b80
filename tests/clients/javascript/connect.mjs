// Drives a running simulator with the AWS SDK for JavaScript: Amazon Connect's own operations and their modelled exceptions. Environment:
// AWS_ENDPOINT_URL_CONNECT, AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, CONNECT_INSTANCE_ARN. The simulator needs 150 users, a quota
// of 5 calls of SearchUsers, the denied action connect:ListSecurityProfiles, and a fault rule that refuses the first ListRoutingProfiles with
// InternalServiceException. Prints one JSON line with what was checked; any failed check ends the process with an error.
import assert from "node:assert/strict";
import * as sdk from "@aws-sdk/client-connect";

const instanceArn = process.env.CONNECT_INSTANCE_ARN;
const InstanceId = instanceArn.split("/")[1];
const client = new sdk.ConnectClient({ maxAttempts: 1 });
const operations = new Set();
const exceptions = new Set();

async function call(name, input) {
  const output = await client.send(new sdk[`${name}Command`](input));
  assert.equal(output.$metadata.httpStatusCode, 200);
  assert.match(output.$metadata.requestId, /^[0-9a-f-]{36}$/);
  operations.add(name);
  return output;
}

async function refused(exception, status, name, input) {
  const error = await client.send(new sdk[`${name}Command`](input)).then(
    () => assert.fail(`${name} was not refused with ${exception}`),
    (e) => e,
  );
  assert.ok(error instanceof (sdk[exception] ?? sdk.ConnectServiceException), `${name}: ${error.name} (${error.message}) is no ${exception}`);
  assert.equal(error.name, exception);
  assert.equal(error.$metadata.httpStatusCode, status);
  assert.ok(error.message.length > 0);
  exceptions.add(exception);
}

const { InstanceSummaryList } = await call("ListInstances", {});
assert.equal(InstanceSummaryList[0].Arn, instanceArn);
assert.ok(InstanceSummaryList[0].CreatedTime instanceof Date);

const users = [];
for await (const page of sdk.paginateListUsers({ client, pageSize: 40 }, { InstanceId })) {
  users.push(...page.UserSummaryList);
}
operations.add("ListUsers");
assert.equal(new Set(users.map((user) => user.Id)).size, 150);
assert.ok(users[0].LastModifiedTime instanceof Date);
assert.equal((await call("ListUsers", { InstanceId: instanceArn })).UserSummaryList.length, 100);

await refused("InternalServiceException", 500, "ListRoutingProfiles", { InstanceId });
assert.ok((await call("ListRoutingProfiles", { InstanceId })).RoutingProfileSummaryList[0].Name);
const groups = (await call("ListUserHierarchyGroups", { InstanceId })).UserHierarchyGroupSummaryList;
assert.ok(groups[0].Arn.startsWith(instanceArn));
await refused("AccessDeniedException", 403, "ListSecurityProfiles", { InstanceId });

const found = await call("SearchUsers", {
  InstanceId,
  SearchCriteria: { StringCondition: { FieldName: "Username", Value: users[3].Username, ComparisonType: "EXACT" } },
});
assert.deepEqual(found.Users.map((user) => user.Arn), [users[3].Arn]);
assert.equal(found.ApproximateTotalCount, 1);
assert.ok(found.Users[0].Tags.Team);
const site = await call("SearchUsers", {
  InstanceId,
  MaxResults: 500,
  SearchFilter: { TagFilter: { TagCondition: { TagKey: "Site", TagValue: found.Users[0].Tags.Site } } },
});
assert.ok(site.Users.length > 1 && site.Users.every((user) => user.Tags.Site === found.Users[0].Tags.Site));

await refused("ResourceNotFoundException", 404, "ListUsers", { InstanceId: "11111111-2222-3333-4444-555555555555" });
await refused("InvalidParameterException", 400, "ListUsers", { InstanceId, MaxResults: 1001 });
await refused("InvalidRequestException", 400, "ListUsers", { InstanceId, NextToken: "none" });
for (let calls = 2; calls < 5; calls++) {
  await call("SearchUsers", { InstanceId });
}
await refused("ThrottlingException", 429, "SearchUsers", { InstanceId });

const stranger = new sdk.ConnectClient({
  maxAttempts: 1,
  credentials: { accessKeyId: process.env.AWS_ACCESS_KEY_ID, secretAccessKey: "wrong" },
});
await assert.rejects(stranger.send(new sdk.ListInstancesCommand({})), { name: "InvalidSignatureException" });
console.log(JSON.stringify({ operations: [...operations].sort(), exceptions: [...exceptions].sort() }));
