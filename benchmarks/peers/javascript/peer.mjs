// Reads users with the AWS SDK for JavaScript, for comparison: all pages first, then the users, a number of them in flight.
// One JSON request a line on standard input, one JSON answer a line on standard output, until the input ends.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { CloudControlClient, GetResourceCommand, ListResourcesCommand } from '@aws-sdk/client-cloudcontrol';

const TypeName = 'AWS::Connect::User';
const clients = new Map();

// One client for all runs, as the module has it; its pool of connections is as large as the number in flight (the SDK's own is 50).
function clientFor({ endpoint, region, accessKey, secretKey, inFlight }) {
  const key = `${endpoint} ${inFlight}`;
  if (!clients.has(key)) {
    clients.set(key, new CloudControlClient({
      endpoint,
      region,
      credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
      requestHandler: { httpAgent: { keepAlive: true, maxSockets: inFlight } },
    }));
  }

  return clients.get(key);
}

async function listIdentifiers(client, instanceArn) {
  const identifiers = [];
  let NextToken;
  do {
    const page = await client.send(new ListResourcesCommand({ TypeName, ResourceModel: JSON.stringify({ InstanceArn: instanceArn }), NextToken }));
    identifiers.push(...page.ResourceDescriptions.map((description) => description.Identifier));
    NextToken = page.NextToken;
  } while (NextToken);
  return identifiers;
}

async function readAll(client, identifiers, inFlight) {
  const users = new Array(identifiers.length);
  let next = 0;
  async function work() {
    while (next < identifiers.length) {
      const index = next++;
      const answer = await client.send(new GetResourceCommand({ TypeName, Identifier: identifiers[index] }));
      users[index] = JSON.parse(answer.ResourceDescription.Properties);
    }
  }

  await Promise.all(Array.from({ length: inFlight }, work));
  return users;
}

async function answer(request) {
  const client = clientFor(request);
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  const users = await readAll(client, await listIdentifiers(client, request.instanceArn), request.inFlight);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const used = process.cpuUsage(cpu);
  return { count: users.length, seconds, cpuSeconds: (used.user + used.system) / 1e6 };
}

const sdk = createRequire(import.meta.url)('@aws-sdk/client-cloudcontrol/package.json').version;
process.stdout.write(`${JSON.stringify({ ready: process.version, sdk })}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  let reply;
  try {
    reply = await answer(JSON.parse(line));
  } catch (error) {
    reply = { error: `${error.name}: ${error.message}` };
  }

  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
