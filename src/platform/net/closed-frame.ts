import type { Wire } from './web';

/** A host, letters of any script already encoded: nothing of it can end the policy it is written into. */
const HOST = /^[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,8}$/;
/** Frames kept at a time. An answer can be read only as long as its frame is there. */
const MOST = 4;

interface ClosedFrame {
  readonly element: HTMLIFrameElement;
  /** Addresses that the policy kept from being asked. */
  refusals: number;
}

const frames = new Map<string, Promise<ClosedFrame>>();

/**
 * Sends from a frame whose own policy lets it connect to one site and nowhere else. `fetch` shows no redirect that it does not
 * follow, and what it follows can lead into the user's own network; the browser holds the policy against every address on the
 * way before it is asked. The frame has the rights of this page and runs nothing.
 */
export const closedFrameWire: Wire = async (url, hosts, signal, headers) => {
  const frame = await frameFor(hosts);
  const before = frame.refusals;
  try {
    const inner = frame.element.contentWindow;
    if (!inner) throw new TypeError('no frame');
    return await inner.fetch(url, {
      headers,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
      signal,
    });
  } catch (failure) {
    // The report of what was refused comes in a turn of its own.
    await new Promise((resolve) => setTimeout(resolve));
    if (frame.refusals > before && !signal.aborted) return 'left-site';
    throw failure;
  }
};

function frameFor(hosts: readonly string[]): Promise<ClosedFrame> {
  if (!hosts.every((host) => HOST.test(host))) throw new TypeError('no host');
  const site = hosts.join(' ');
  const known = frames.get(site);
  if (known) return known;
  const [oldest] = frames;
  if (oldest && frames.size >= MOST) {
    frames.delete(oldest[0]);
    void oldest[1].then(({ element }) => element.remove());
  }
  const opened = openFrame(hosts);
  frames.set(site, opened);
  return opened;
}

async function openFrame(hosts: readonly string[]): Promise<ClosedFrame> {
  const sources = hosts.flatMap((host) => [`https://${host}`, `http://${host}`]).join(' ');
  const element = document.createElement('iframe');
  element.hidden = true;
  element.srcdoc = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src ${sources}">`;
  const loaded = new Promise<void>((resolve) => element.addEventListener('load', () => resolve(), { once: true }));
  document.body.append(element);
  await loaded;
  const frame: ClosedFrame = { element, refusals: 0 };
  element.contentDocument?.addEventListener('securitypolicyviolation', () => {
    frame.refusals++;
  });
  return frame;
}
