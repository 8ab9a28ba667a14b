//! What goes beyond the WebDriver standard in Firefox: scripts of the browser itself.

use serde_json::{Value, json};

use crate::failure::Outcome;
use crate::page::Page;

/// What all of them are about.
const WORDS: &str = "
    const browser = Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser;
    const context = browser.browsingContext;";

impl Page {
    /// Runs a script that may do all that Firefox can, with the page's `browser` and its
    /// `context` at hand.
    pub(crate) async fn privileged(&self, script: &str, arguments: &[Value]) -> Outcome<Value> {
        let context = |name: &str| json!({ "context": name });
        self.post("moz/context", context("chrome")).await?;
        let done = self.client().execute(&format!("{WORDS}{script}"), arguments.to_vec()).await;
        self.post("moz/context", context("content")).await?;
        Ok(done?)
    }
}
