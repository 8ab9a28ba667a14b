// The element that shows the view of a reader's own file. Its module (`own-file-module.js`) is loaded
// when it is first asked for: what stands here is all that other views pay for it. `carried` and
// `show_own` are of the page's own Wasm, which runs before it makes such an element.
const load = () => import("./{{OWN FILE}}.js");
// Without a way to the view (a chart alone, in a frame) nothing can be dropped.
const link = () => document.querySelector("nav [href^='#/file']");

customElements.define(
  "own-file",
  class extends HTMLElement {
    connectedCallback() {
      this.textContent = "Loading …";
      // What breaks in the module itself is for the listeners of `index.html`.
      load().then(
        (module) => module.mount(this, show_own, ...carried()),
        () => (this.textContent = "This view could not be loaded. Reload the page."),
      );
    }
  },
);

addEventListener("dragover", (event) => {
  if (link() && event.dataTransfer.types.includes("Files")) event.preventDefault();
});
addEventListener("drop", (event) => {
  const [file] = event.dataTransfer.files;
  if (!file || !link()) return;
  event.preventDefault();
  link().click();
  load().then((module) => module.open(file));
});
