//! What goes beyond the WebDriver standard in Chromium: the driver's DevTools bridge and its logs.

use serde_json::{Value, json};

use crate::failure::Outcome;
use crate::page::Page;

impl Page {
    /// A DevTools command of Chromium.
    pub async fn devtools(&self, command: &str, params: Value) -> Outcome<Value> {
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": params })).await
    }

    /// What has been added to one of Chromium's logs since the last call.
    pub(crate) async fn log(&self, kind: &str) -> Outcome<Value> {
        self.post("se/log", json!({ "type": kind })).await
    }
}
