//! The module that has the service (`crates/table/wasm`), by its script (`assets/table-module.js`).

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Worker;

#[wasm_bindgen]
extern "C" {
    type Script;

    /// Loads the script (`assets/table.js`).
    #[wasm_bindgen(catch, js_name = tableModule)]
    async fn load_script() -> Result<Script, JsValue>;

    #[wasm_bindgen(method, catch, js_name = startWorkbookWorker)]
    fn start_workbook_worker(this: &Script) -> Result<Option<Worker>, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn compile(this: &Script) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = startWorker)]
    fn start_worker(this: &Script, compiled: &JsValue, countries: &str) -> Result<Worker, JsValue>;

    #[wasm_bindgen(method, catch, js_name = serveHere)]
    async fn serve_here(
        this: &Script,
        compiled: &JsValue,
        countries: &str,
    ) -> Result<JsValue, JsValue>;
}

/// What is said where the script says nothing.
const INCOMPLETE: &str = "What reads tables could not be loaded. Reload the page.";

fn words(reason: JsValue) -> String {
    reason.as_string().unwrap_or_else(|| INCOMPLETE.to_owned())
}

/// Starts a worker that reads a workbook. The page as one file has none.
///
/// # Errors
/// Why there is none, in words.
pub async fn start_workbook_worker() -> Result<Option<Worker>, String> {
    load_script().await.map_err(words)?.start_workbook_worker().map_err(words)
}

/// The module, compiled.
pub struct Module {
    script: Script,
    compiled: JsValue,
}

impl Module {
    /// Loads and compiles the module, which is done once.
    ///
    /// # Errors
    /// Why it cannot be had, in words.
    pub async fn load() -> Result<Self, String> {
        let script = load_script().await.map_err(words)?;
        let compiled = script.compile().await.map_err(words)?;
        Ok(Self { script, compiled })
    }

    /// Starts a worker with a service, given the countries in JSON; `None` where none is to be had.
    pub fn start_worker(&self, countries: &str) -> Option<Worker> {
        self.script.start_worker(&self.compiled, countries).ok()
    }

    /// A service on the page, given the countries in JSON: what answers its requests.
    ///
    /// # Errors
    /// Why there is none, in words.
    pub async fn serve_here(&self, countries: &str) -> Result<Function, String> {
        let answer = self.script.serve_here(&self.compiled, countries).await.map_err(words)?;
        answer.dyn_into().map_err(words)
    }
}
