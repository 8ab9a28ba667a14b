//! Scripts that run before the page's own.

use serde_json::json;

use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::host::Host;
use crate::page::Page;

/// The start of the document, which is before its policy: that would not let a script run.
const START: &str = "<head>";

impl Page {
    /// Runs a script before every page's own, from the next time on that the page is opened. Only
    /// Chromium's driver knows of such a thing; elsewhere the page comes from a host that puts the
    /// script into it, and so has another [`home`](Self::home).
    pub async fn before_every_page(&self, script: &str) -> Outcome {
        if self.engine() == Engine::Chromium {
            let params = json!({ "source": script });
            let command = "Page.addScriptToEvaluateOnNewDocument";
            return self.devtools(command, params).await.map(drop);
        }
        if self.host.get().is_none() {
            _ = self.host.set(Host::of_page()?);
        }
        let index = self.host.get().and_then(|host| Some((host, host.get("index.html")?)));
        let (host, index) = index.ok_or_else(|| Failure::new("the page has no index.html"))?;
        let document = String::from_utf8_lossy(&index);
        let with_script = format!("{START}<script>{script}</script>");
        host.put("index.html", document.replacen(START, &with_script, 1));
        Ok(())
    }
}
