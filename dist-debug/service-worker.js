const BUILD="9695a88bf7573ca9";
const FILES = {"./":"02ZjO+0eWabHfnbsAxvEmB","explorer-page-46676ae161627b8c.js":"ycqNfSQujdjNFFBWjp4+Rr","explorer-page-46676ae161627b8c_bg.wasm":"VcmsuCk44aSbt7ChTT5QCt","icon-512.png":"H6MBq4Aaa68XGXoCWGMFFn","icon.svg":"11cup1UFFFvjLDmZCzYjxe","manifest.webmanifest":"z+bKKO8Mn2rVrqPD/R+Ya8","own-file-9bd8735d.js":"onM9bmtiPxkIKZ4znRRNTI","own-file-9bd8735d_bg.wasm":"YQXIUJ3rWrqEZR9T+z17v3","style-2ae886b8.css":"KuiGuF1JtsP6YLEAKLvZiU","workbook-9cb187d2.js":"uKamh0kgKjJic//fB8DReV","workbook-9cb187d2_bg.wasm":"+AYCKJljSIcA9Rjtq8sIla"};
const SCOPE = self.registration.scope;
const OURS = `security-diplomacy-explorer ${SCOPE} `;
const NAME = OURS + BUILD;
const OLDER_TABS = new URL("service-worker-older-tabs", SCOPE).href;
self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
if (event.data !== "activate") return;
event.waitUntil(noteOlderTabs().catch(() => {}).then(() => self.skipWaiting()));
});
self.addEventListener("fetch", (event) => {
const { request, clientId } = event;
const url = request.url.split(/[?#]/)[0];
if (request.method !== "GET" || !url.startsWith(SCOPE)) return;
const path = url.slice(SCOPE.length);
const file = path === "" || path === "index.html" ? "./" : path;
if (Object.hasOwn(FILES, file)) {
event.respondWith(answer(() => keptHere(file), request));
event.waitUntil(forgetOthers().catch(() => {}));
} else if (clientId && request.mode !== "navigate") {
event.respondWith(answer(() => keptElsewhere(file), request));
}
});
async function keepAll() {
const kept = await Promise.all(Object.keys(FILES).map(async (path) => [path, await fetched(path)]));
const cache = await caches.open(NAME);
await Promise.all(kept.map(([path, response]) => cache.put(path, response)));
}
async function fetched(path) {
for (const cache of ["default", "reload"]) {
const response = await fetch(path, { cache });
const bytes = await response.arrayBuffer();
const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
if (response.ok && btoa(String.fromCharCode(...digest)).startsWith(FILES[path])) {
const headers = new Headers(response.headers);
for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
return new Response(bytes, { headers });
}
}
throw new Error(`${path} is not of build ${BUILD}`);
}
async function answer(kept, request) {
return (await kept().catch(() => undefined)) ?? fetch(request);
}
async function keptHere(file) {
const cache = await caches.open(NAME);
return cache.match(file);
}
async function keptElsewhere(file) {
for (const name of await otherNames()) {
const response = await (await caches.open(name)).match(file);
if (response) return response;
}
}
async function otherNames() {
const names = await caches.keys();
return names.filter((name) => name.startsWith(OURS) && name !== NAME);
}
const tabs = () => self.clients.matchAll({ type: "window", includeUncontrolled: true });
async function noteOlderTabs() {
const ids = (await tabs()).map((tab) => tab.id);
const cache = await caches.open(NAME);
await cache.put(OLDER_TABS, new Response(JSON.stringify(ids)));
}
async function takeOver() {
const note = await (await caches.open(NAME)).match(OLDER_TABS);
if (!note) await forget(await otherNames());
}
async function forget(names) {
await Promise.all(names.map((name) => caches.delete(name)));
}
async function forgetOthers() {
const others = await otherNames();
if (others.length === 0) return;
const note = await (await caches.open(NAME)).match(OLDER_TABS);
const older = note ? await note.json() : [];
if ((await tabs()).some((tab) => older.includes(tab.id))) return;
await forget(others);
}