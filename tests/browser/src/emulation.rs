//! Other screens and other readers' preferences, while the browser is open.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::page::Page;
use crate::screen::Screen;

/// The frame that Firefox shows the page in, as wide and high as the screen.
const FRAME: &str = "
    const [width, height, ratio, touch] = arguments;
    for (const [name, size] of [['width', width], ['height', height]])
        for (const bound of ['', 'min-', 'max-']) browser.style.setProperty(bound + name, size + 'px');
    context.overrideDPPX = ratio;
    context.touchEventsOverride = touch ? 'enabled' : 'none';
    for (const name of ['primary', 'all'])
        Services.prefs.setIntPref(`ui.${name}PointerCapabilities`, touch ? 1 : 6);";

impl Page {
    /// Looks at the page on another screen, and returns the width that it has then: a window of
    /// WebKit's is never narrower than 334 pixels. It also keeps its density, and has no touch.
    pub async fn look_on(&self, screen: Screen) -> Outcome<u32> {
        let Screen { width, height, ratio, touch } = screen;
        match self.engine() {
            Engine::Chromium => {
                let metrics = json!({
                    "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": touch,
                });
                self.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
                let touch = json!({ "enabled": touch, "maxTouchPoints": 5 });
                self.devtools("Emulation.setTouchEmulationEnabled", touch).await?;
            }
            Engine::Firefox => {
                let screen = [json!(width), json!(height), json!(ratio), json!(touch)];
                self.privileged(FRAME, &screen).await?;
            }
            Engine::WebKit => {
                self.client().set_window_size(width, height).await?;
                return self.read("return innerWidth").await;
            }
        }
        Ok(width)
    }

    /// Sets media features, such as `("prefers-color-scheme", "dark")`, and takes back those that
    /// were set this way before.
    ///
    /// # Errors
    /// In WebKit, which takes them from [`Settings`](crate::settings::Settings) only.
    pub async fn prefer(&self, features: &[(&str, &str)]) -> Outcome {
        let value = |wanted: &str| {
            features.iter().find(|(name, _)| *name == wanted).map_or("", |(_, value)| *value)
        };
        match self.engine() {
            Engine::Chromium => {
                let features: Vec<Value> = features
                    .iter()
                    .map(|(name, value)| json!({ "name": name, "value": value }))
                    .collect();
                let params = json!({ "features": features });
                self.devtools("Emulation.setEmulatedMedia", params).await.map(drop)
            }
            Engine::Firefox => {
                let script = "
                    const [scheme, motion, forced] = arguments;
                    context.prefersColorSchemeOverride = scheme || 'none';
                    context.forcedColorsOverride = forced || 'none';
                    Services.prefs.setIntPref('ui.prefersReducedMotion', Number(motion === 'reduce'));";
                let names = ["prefers-color-scheme", "prefers-reduced-motion", "forced-colors"];
                self.privileged(script, &names.map(|name| json!(value(name)))).await.map(drop)
            }
            Engine::WebKit => Err(Failure::new("WebKit takes preferences only when it is started")),
        }
    }

    /// Text that a reader finds on the page; works without scripts.
    pub async fn accessible_text(&self) -> Outcome<String> {
        if self.engine() != Engine::Chromium {
            return self.read("return document.body?.innerText ?? ''").await;
        }
        let tree = self.devtools("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        let texts = nodes.iter().filter(|node| {
            node["role"]["value"] == "StaticText" && node["ignored"] != Value::Bool(true)
        });
        let texts: Vec<&str> = texts.filter_map(|node| node["name"]["value"].as_str()).collect();
        Ok(texts.join(" "))
    }
}
