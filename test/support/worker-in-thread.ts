import { expose } from 'comlink';

/** A worker in this thread, which answers with a service. What goes to and fro passes a channel, as between threads. */
export class WorkerInThread extends EventTarget implements Worker {
  isEnded = false;
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  private readonly channel = new MessageChannel();

  constructor(service: object) {
    super();
    const { port1, port2 } = this.channel;
    expose(service, port2);
    port1.addEventListener('message', ({ data }) => this.dispatchEvent(new MessageEvent('message', { data })));
    port1.start();
  }

  postMessage(message: unknown, transfer: Transferable[] | StructuredSerializeOptions = []): void {
    if (Array.isArray(transfer)) this.channel.port1.postMessage(message, transfer);
    else this.channel.port1.postMessage(message, transfer);
  }

  /** An error that nobody in the worker has caught. */
  fail(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }

  terminate(): void {
    this.isEnded = true;
    this.channel.port1.close();
  }
}
