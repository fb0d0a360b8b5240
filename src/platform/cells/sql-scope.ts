/** Everything by which code in a worker could reach another place or keep something. */
const WAYS_OUT = [
  'fetch',
  'Request',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'BroadcastChannel',
  'SharedWorker',
  'Worker',
  'importScripts',
  'indexedDB',
  'caches',
  'cookieStore',
  'chrome',
  'browser',
];

/** The same of `navigator`: beacons and the private file system. */
const NAVIGATOR_WAYS = ['sendBeacon', 'storage', 'storageBuckets', 'serviceWorker', 'locks', 'usb', 'hid', 'serial'];

/**
 * Takes the network and every store away from a worker's global scope. What code got hold of before goes on working: a
 * database that is open stays open.
 * @throws where one of them cannot be taken away.
 */
export function closeScope(scope: object): void {
  for (const name of WAYS_OUT) takeAway(scope, name);
  const navigator: unknown = Reflect.get(scope, 'navigator');
  if (typeof navigator !== 'object' || navigator === null) return;
  for (const name of NAVIGATOR_WAYS) takeAway(navigator, name);
}

/** From the object itself and from all that it inherits from. */
function takeAway(target: object, name: string): void {
  for (let owner: object | null = target; owner; owner = Reflect.getPrototypeOf(owner))
    if (Object.hasOwn(owner, name)) Reflect.deleteProperty(owner, name);
  Object.defineProperty(target, name, { value: undefined, writable: false, configurable: false });
  if (Reflect.get(target, name) !== undefined) throw new Error(`${name} cannot be taken away`);
}
