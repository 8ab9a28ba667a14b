// Loads what reads and counts a reader's table, which the page asks for (`src/pages/file/service/script.rs`).
window.tableModule = () => import("./{{TABLE}}.js");
