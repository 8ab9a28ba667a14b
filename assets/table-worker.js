// A worker that reads, counts and keeps a reader's table. It is a classic worker made of a blob, as one of a
// file is not to be had from `file://` or in a sandbox. `makeGlue` makes wasm-bindgen's script.
let workerScript;

// Starts one, given the compiled Wasm and the countries in JSON. It throws where none is to be had. The first
// thing that a worker says is that it is ready.
export function startWorker(compiled, countries) {
  workerScript ??= URL.createObjectURL(
    new Blob([`(${serve})((${makeGlue})());`], { type: "text/javascript" }),
  );
  const worker = new Worker(workerScript);
  try {
    worker.postMessage([compiled, countries]);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return worker;
}

// What the worker runs, and nothing beside it: first it gets the compiled Wasm, then requests, each of which it
// answers.
function serve(glue) {
  addEventListener("message", ({ data: [first, second] }) => {
    if (first instanceof WebAssembly.Module) {
      glue.initSync({ module: first });
      glue.serve(second);
      return postMessage("ready");
    }
    const reply = glue.answer(first, second);
    postMessage(reply, reply?.buffer ? [reply.buffer] : []);
  });
}
