//! What the browser has noticed: messages of its console, and requests.

use serde::Deserialize;
use serde_json::Value;

use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::page::Page;

/// A console message.
#[derive(Debug, Clone, Deserialize)]
pub struct ConsoleMessage {
    /// `SEVERE`, `WARNING`, `INFO`, …
    pub level: String,
    /// Where and what.
    pub message: String,
}

/// A request that the browser made.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Request {
    /// What was asked for.
    pub url: String,
    /// `Document` for the start of a document; else each engine has words of its own.
    pub kind: String,
}

/// Notes in the page what a console would show.
const LISTEN: &str = "
    window.heard = [];
    const hear = (level, ...what) => window.heard.push({ level, message: what.map(String).join(' ') });
    for (const [name, level] of Object.entries(
        { error: 'SEVERE', assert: 'SEVERE', warn: 'WARNING', info: 'INFO', log: 'INFO', debug: 'DEBUG' })) {
        const tell = console[name];
        console[name] = (...what) => { hear(level, ...what); tell.apply(console, what); };
    }
    addEventListener('error', event => {
        // Not an error: what follows a size may follow it one frame later.
        if (event.message?.startsWith('ResizeObserver loop')) return;
        hear('SEVERE', event.message ?? `${event.target.outerHTML} does not load`);
    }, true);
    addEventListener('unhandledrejection', event => hear('SEVERE', event.reason));
    addEventListener('securitypolicyviolation', event =>
        hear('SEVERE', 'refused by the policy:', event.violatedDirective, event.blockedURI));";

/// What the page's own timeline has of its requests.
const TIMELINE: &str = "
    const requests = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .filter(entry => entry.entryType !== 'navigation' || (entry.name.startsWith('http') && !window.told))
        .map(entry => ({ url: entry.name, kind: entry.entryType === 'navigation' ? 'Document' : entry.initiatorType }));
    window.told = true;
    performance.clearResourceTimings();
    return requests;";

impl Page {
    /// Begins to listen to the console, from the next time on that the page is opened. Chromium
    /// does from its start; of the others, only what a page can notice of itself is heard.
    ///
    /// # Errors
    /// If the settings are without [`logs`](crate::settings::Settings::logs).
    pub async fn listen(&self) -> Outcome {
        self.has_logs()?;
        match self.engine() {
            Engine::Chromium => Ok(()),
            Engine::Firefox | Engine::WebKit => self.before_every_page(LISTEN).await,
        }
    }

    /// Console messages since the last call (or the page was opened), the page's own and the
    /// browser's about the page.
    ///
    /// # Errors
    /// If nobody [listens](Self::listen).
    pub async fn console(&self) -> Outcome<Vec<ConsoleMessage>> {
        self.has_logs()?;
        if self.engine() == Engine::Chromium {
            return Ok(serde_json::from_value(self.log("browser").await?)?);
        }
        let heard: Option<Vec<ConsoleMessage>> =
            self.read("return window.heard?.splice(0) ?? null").await?;
        heard.ok_or_else(|| Failure::new("nobody listens to the console: call `listen` first"))
    }

    /// Requests since the last call (or the page was opened).
    ///
    /// # Errors
    /// If the settings are without [`logs`](crate::settings::Settings::logs).
    pub async fn requests(&self) -> Outcome<Vec<Request>> {
        #[derive(Deserialize)]
        struct Entry {
            message: String,
        }
        self.has_logs()?;
        if self.engine() != Engine::Chromium {
            return self.read(TIMELINE).await;
        }
        let entries: Vec<Entry> = serde_json::from_value(self.log("performance").await?)?;
        let mut requests = Vec::new();
        for entry in entries {
            let event: Value = serde_json::from_str(&entry.message)?;
            let event = &event["message"];
            if event["method"] == "Network.requestWillBeSent" {
                let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                requests.push(Request {
                    url: text(&event["params"]["request"]["url"]),
                    kind: text(&event["params"]["type"]),
                });
            }
        }
        Ok(requests)
    }

    /// A log that nobody keeps would be empty, and look as if all were well.
    fn has_logs(&self) -> Outcome {
        let none = || Failure::new("nobody keeps a log: the test needs `Settings::LOGGED`");
        self.settings().logs.then_some(()).ok_or_else(none)
    }
}
