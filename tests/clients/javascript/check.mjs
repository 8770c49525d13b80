// Drives a running simulator with the AWS SDK for JavaScript. Environment: AWS_ENDPOINT_URL_CLOUDCONTROL, AWS_REGION, AWS_ACCESS_KEY_ID,
// AWS_SECRET_ACCESS_KEY, CONNECT_INSTANCE_ARN. The simulator needs a fault rule of kind Exception for user "raise/NAME" per exception.
// Prints one JSON line with what was checked; any failed check ends the process with an error.
import assert from "node:assert/strict";
import * as sdk from "@aws-sdk/client-cloudcontrol";

const instanceArn = process.env.CONNECT_INSTANCE_ARN;
const client = new sdk.CloudControlClient({ maxAttempts: 1 });
const TypeName = "AWS::Connect::User";
const operations = new Set();
const exceptions = new Set();

async function call(name, input) {
  const output = await client.send(new sdk[`${name}Command`](input));
  assert.equal(output.$metadata.httpStatusCode, 200);
  assert.match(output.$metadata.requestId, /^[0-9a-f-]{36}$/);
  operations.add(name);
  return output;
}

async function refused(exception, name, input) {
  const error = await client.send(new sdk[`${name}Command`](input)).then(
    () => assert.fail(`${name} was not refused with ${exception}`),
    (e) => e,
  );
  assert.ok(error instanceof sdk[exception], `${name}: ${error.name} (${error.message}) is no ${exception}`);
  assert.equal(error.name, exception);
  assert.ok(error.message.length > 0);
  exceptions.add(exception);
}

async function finished(event) {
  const result = await sdk.waitUntilResourceRequestSuccess(
    { client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 },
    { RequestToken: event.RequestToken },
  );
  assert.equal(result.state, "SUCCESS");
  const { ProgressEvent } = await call("GetResourceRequestStatus", { RequestToken: event.RequestToken });
  assert.ok(ProgressEvent.EventTime instanceof Date);
  return ProgressEvent;
}

async function operationsWork() {
  const ResourceModel = JSON.stringify({ InstanceArn: instanceArn });
  const identifiers = [];
  for await (const page of sdk.paginateListResources({ client }, { TypeName, ResourceModel })) {
    identifiers.push(...page.ResourceDescriptions.map((item) => item.Identifier));
  }
  operations.add("ListResources");
  assert.equal(new Set(identifiers).size, 150);

  const { ResourceDescription } = await call("GetResource", { TypeName, Identifier: identifiers[0] });
  const sample = JSON.parse(ResourceDescription.Properties);
  const desired = {
    InstanceArn: instanceArn,
    Username: "js.user",
    Password: "JavaScript0Check",
    IdentityInfo: { FirstName: "Java", LastName: "Script" },
    RoutingProfileArn: sample.RoutingProfileArn,
    SecurityProfileArns: sample.SecurityProfileArns,
    PhoneConfig: { PhoneType: "SOFT_PHONE" },
  };
  const created = await call("CreateResource", { TypeName, DesiredState: JSON.stringify(desired) });
  assert.equal(created.ProgressEvent.OperationStatus, "PENDING");
  assert.ok(created.ProgressEvent.RetryAfter instanceof Date);
  const { Identifier } = await finished(created.ProgressEvent);

  const PatchDocument = JSON.stringify([{ op: "add", path: "/PhoneConfig/AutoAccept", value: true }]);
  await finished((await call("UpdateResource", { TypeName, Identifier, PatchDocument })).ProgressEvent);
  const read = await call("GetResource", { TypeName, Identifier });
  assert.equal(JSON.parse(read.ResourceDescription.Properties).PhoneConfig.AutoAccept, true);

  const doomed = await call("DeleteResource", { TypeName, Identifier: identifiers[1] });
  const cancelled = await call("CancelResourceRequest", { RequestToken: doomed.ProgressEvent.RequestToken });
  assert.match(cancelled.ProgressEvent.OperationStatus, /^CANCEL_/);
  await finished((await call("DeleteResource", { TypeName, Identifier })).ProgressEvent);

  const { ResourceRequestStatusSummaries } = await call("ListResourceRequests", {
    ResourceRequestStatusFilter: { Operations: ["CREATE", "UPDATE", "DELETE"] },
  });
  assert.equal(ResourceRequestStatusSummaries.length, 4);
}

async function exceptionsArrive() {
  const modelled = Object.keys(sdk).filter((name) => name.endsWith("Exception") && name !== "CloudControlServiceException");
  const forRequests = ["ConcurrentModificationException", "RequestTokenNotFoundException"];
  for (const name of modelled) {
    const Identifier = `raise/${name}`;
    if (forRequests.includes(name)) {
      await refused(name, "CancelResourceRequest", { RequestToken: Identifier });
      continue;
    }
    await refused(name, "CreateResource", { TypeName, DesiredState: JSON.stringify({ Username: Identifier }) });
    await refused(name, "UpdateResource", { TypeName, Identifier, PatchDocument: "[]" });
    await refused(name, "DeleteResource", { TypeName, Identifier });
  }
  assert.deepEqual([...exceptions].sort(), modelled.sort());

  // The same without a rule: what the simulator finds itself.
  await refused("ResourceNotFoundException", "GetResource", { TypeName, Identifier: `${instanceArn}/agent/none` });
  await refused("TypeNotFoundException", "GetResource", { TypeName: "AWS::Connect::Nothing", Identifier: "x" });
  await refused("InvalidRequestException", "ListResources", { TypeName });
  await refused("UnsupportedActionException", "CreateResource", { TypeName: "AWS::Connect::Instance", DesiredState: "{}" });
  await refused("RequestTokenNotFoundException", "GetResourceRequestStatus", { RequestToken: "none" });
}

async function signaturesCount() {
  const stranger = new sdk.CloudControlClient({
    maxAttempts: 1,
    credentials: { accessKeyId: process.env.AWS_ACCESS_KEY_ID, secretAccessKey: "wrong" },
  });
  await assert.rejects(stranger.send(new sdk.ListResourceRequestsCommand({})), { name: "InvalidSignatureException" });
}

await operationsWork();
await exceptionsArrive();
await signaturesCount();
console.log(JSON.stringify({ operations: [...operations].sort(), exceptions: [...exceptions].sort() }));
