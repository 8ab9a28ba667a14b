// Loads what reads and counts a reader's table, which the page asks for (`src/pages/file/service/module.rs`).
window.tableModule = () => import("./{{TABLE}}.js");
