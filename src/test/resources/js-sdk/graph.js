// Uses the simulated tenant as any program does that is written with Microsoft's own SDK.
// Prints one JSON object with what it saw.

import 'isomorphic-fetch';
import { BatchRequestContent, BatchResponseContent, Client, HTTPMessageHandler } from '@microsoft/microsoft-graph-client';

const [endpoint, token, user] = process.argv.slice(2);
const root = new URL(endpoint);

// The SDK hands a token to https addresses only; this one is plain http on the same machine.
class Bearer {
  setNext(next) { this.next = next; }
  async execute(context) {
    context.options.headers = { ...context.options.headers, Authorization: `Bearer ${token}` };
    await this.next.execute(context);
  }
}
const bearer = new Bearer();
bearer.setNext(new HTTPMessageHandler());

const client = Client.initWithMiddleware({
  baseUrl: `${root.protocol}//${root.host}/`,
  defaultVersion: 'v1.0',
  middleware: bearer,
});

const users = [];
let page = await client.api('/users').select('id,userPrincipalName').top(2).get();
users.push(...page.value);
while (page['@odata.nextLink']) {
  // For the same reason the SDK takes no link for a whole address that begins with http
  page = await client.api(page['@odata.nextLink'].replace(endpoint, '')).get();
  users.push(...page.value);
}

const created = await client.api(`/users/${user}/authentication/phoneMethods`)
  .post({ phoneNumber: '+1 2065550100', phoneType: 'mobile' });
const phones = await client.api(`/users/${user}/authentication/phoneMethods`).get();

const batch = new BatchRequestContent([
  { id: '1', request: new Request(`${root.origin}/users/${user}/authentication/emailMethods`,
    { method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ emailAddress: 'jan@example.org' }) }) },
  { id: '2', request: new Request(`${root.origin}/users/${user}/authentication/phoneMethods`, { method: 'GET' }) },
]);
const answers = new BatchResponseContent(await client.api('/$batch').post(await batch.getContent()));

let refusal = {};
try {
  await client.api('/users/nobody@contoso.com').get();
}
catch (error) {
  refusal = { status: error.statusCode, code: error.code };
}

console.log(JSON.stringify({
  users: users.length,
  created: created.phoneType,
  phones: phones.value.length,
  batch: [answers.getResponseById('1').status, answers.getResponseById('2').status],
  refusal,
}));
