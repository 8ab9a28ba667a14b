//! Commands beyond the WebDriver standard: the driver's DevTools bridge and its logs.

use fantoccini::wd::WebDriverCompatibleCommand;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::failure::Outcome;
use crate::page::Page;
use crate::screen::Screen;

/// A POST to a path below the session's.
#[derive(Debug)]
pub(crate) struct Post {
    pub(crate) path: &'static str,
    pub(crate) body: Value,
}

impl WebDriverCompatibleCommand for Post {
    fn endpoint(
        &self,
        base_url: &url::Url,
        session_id: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base_url.join(&format!("session/{}/{}", session_id.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

/// A console message.
#[derive(Debug, Clone, Deserialize)]
pub struct ConsoleMessage {
    /// `SEVERE`, `WARNING`, `INFO`, …
    pub level: String,
    /// Where and what.
    pub message: String,
}

/// A request that the browser made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What was asked for.
    pub url: String,
    /// Whether it is the start of a document, a script, an image, …
    pub kind: String,
}

impl Page {
    /// A DevTools command.
    pub async fn devtools(&self, command: &str, params: Value) -> Outcome<Value> {
        let body = json!({ "cmd": command, "params": params });
        Ok(self.client().issue_cmd(Post { path: "goog/cdp/execute", body }).await?)
    }

    /// Console messages since the last call, the page's own and the browser's about the page.
    pub async fn console(&self) -> Outcome<Vec<ConsoleMessage>> {
        Ok(serde_json::from_value(self.log("browser").await?)?)
    }

    /// Requests since the last call.
    pub async fn requests(&self) -> Outcome<Vec<Request>> {
        #[derive(Deserialize)]
        struct Entry {
            message: String,
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

    async fn log(&self, kind: &str) -> Outcome<Value> {
        let body = json!({ "type": kind });
        Ok(self.client().issue_cmd(Post { path: "se/log", body }).await?)
    }

    /// Runs a script before every page's own, from the next navigation on.
    pub async fn before_every_page(&self, script: &str) -> Outcome {
        let params = json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", params).await.map(drop)
    }

    /// Looks at the page on another screen.
    pub async fn look_on(&self, screen: Screen) -> Outcome {
        let metrics = json!({
            "width": screen.width,
            "height": screen.height,
            "deviceScaleFactor": screen.ratio,
            "mobile": screen.touch,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
        let touch = json!({ "enabled": screen.touch, "maxTouchPoints": 5 });
        self.devtools("Emulation.setTouchEmulationEnabled", touch).await.map(drop)
    }

    /// Sets media features, such as `("prefers-color-scheme", "dark")`.
    pub async fn prefer(&self, features: &[(&str, &str)]) -> Outcome {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        let params = json!({ "features": features });
        self.devtools("Emulation.setEmulatedMedia", params).await.map(drop)
    }

    /// Text that assistive technology, and so a reader, finds on the page; works without scripts.
    pub async fn accessible_text(&self) -> Outcome<String> {
        let tree = self.devtools("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        let texts = nodes.iter().filter(|node| {
            node["role"]["value"] == "StaticText" && node["ignored"] != Value::Bool(true)
        });
        let texts: Vec<&str> = texts.filter_map(|node| node["name"]["value"].as_str()).collect();
        Ok(texts.join(" "))
    }
}
