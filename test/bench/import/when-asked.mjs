/**
 * A worker of the bench: says when it is ready, runs once for what it is given, and answers what came of it.
 * @template Asked what it is given
 * @param {(asked: Asked) => Promise<unknown>} run
 * @param {Promise<unknown>} ready what has to be there before
 */
export function whenAsked(run, ready = Promise.resolve()) {
  addEventListener('message', ({ data }) => {
    run(data).then(
      (answer) => postMessage({ answer }),
      (thrown) => postMessage({ fault: String(thrown?.stack ?? thrown) }),
    );
  });
  ready.then(
    () => postMessage({ ready: true }),
    (thrown) => postMessage({ fault: String(thrown?.stack ?? thrown) }),
  );
}
