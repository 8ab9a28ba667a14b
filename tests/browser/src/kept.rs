//! A browser that a test leaves to the next one with the same settings: to start one takes longer than
//! many tests. On two cores, Firefox computes for six seconds until it is there.
//!
//! The next test has a window or tab of its own, at an origin of its own ([`crate::origin`]), and all that was
//! emulated is gone with the window before. Whether that is so is looked at: where the new window
//! differs from the browser's first one, the browser is not taken.

use std::time::{Duration, Instant};

use fantoccini::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::environment::Environment;
use crate::failure::{Failure, Outcome};
use crate::input::Point;
use crate::page::Page;
use crate::session;
use crate::settings::Settings;

/// How long a new window may take to be like the first one.
const PATIENCE: Duration = Duration::from_secs(3);
/// How often to look meanwhile.
const PACE: Duration = Duration::from_millis(15);

/// What tells one window from another that is as new.
const FEATURES: &str = "
    const matches = feature => matchMedia(feature).matches;
    return {
        ratio: String(devicePixelRatio),
        dark: matches('(prefers-color-scheme: dark)'),
        calm: matches('(prefers-reduced-motion: reduce)'),
        others: [innerWidth, innerHeight, history.length, document.visibilityState, document.hasFocus(),
            navigator.maxTouchPoints, ...['(forced-colors: active)', '(any-pointer: coarse)',
                '(pointer: fine)', '(hover: hover)', 'print'].map(matches)],
    };";

/// What Firefox takes from its preferences at any time, and what [`Page::look_on`] and
/// [`Page::prefer`] have set for all of it.
const PREFERENCES: &str = "
    const [ratio, light, calm] = arguments;
    Services.prefs.setStringPref('layout.css.devPixelsPerPx', ratio);
    Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', light);
    Services.prefs.setIntPref('ui.prefersReducedMotion', calm);
    for (const name of ['primary', 'all'])
        Services.prefs.clearUserPref(`ui.${name}PointerCapabilities`);";

/// A running browser, between two tests.
#[derive(Debug)]
pub struct Kept {
    /// Its session with the driver.
    session: String,
    settings: Settings,
    /// The features of its first window, but for what the settings say.
    features: Value,
}

impl Kept {
    /// The features of the window that is open.
    pub async fn features(client: &Client) -> Outcome<Value> {
        Ok(client.execute(FEATURES, vec![]).await?)
    }

    /// Leaves a browser as it is, which lives on without this client.
    pub async fn leave(client: &Client, settings: Settings, features: Value) -> Outcome<Self> {
        client.persist().await?;
        let session = client.session_id().await?;
        let session = session.ok_or_else(|| Failure::new("the browser has no session"))?;
        Ok(Self { session, settings, features })
    }

    /// Whether a test with these settings can have it. Only Firefox, which takes longest to start,
    /// learns of most of them while it runs, and nobody has to tell it to keep a log.
    pub fn suits(&self, settings: &Settings, engine: Engine) -> bool {
        let Settings { dark, calm, ratio, logs, .. } = self.settings;
        let told = Settings { dark, calm, ratio, logs, ..*settings };
        self.settings == if engine == Engine::Firefox { told } else { *settings }
    }

    /// A client of it; the browser is closed with that one's last copy.
    pub async fn client(&self, driver: &str) -> Outcome<Client> {
        let client =
            Client::with_existing_session(driver, &self.session, HttpConnector::new()).await;
        client.map_err(|error| Failure::new(format!("no way back to the browser: {error}")))
    }

    /// Makes it as new for the next test, and returns the features of its window.
    ///
    /// # Errors
    /// If it does not become so.
    pub async fn renew(
        mut self,
        client: &Client,
        settings: Settings,
        environment: &Environment,
    ) -> Outcome<Value> {
        let engine = environment.engine;
        client.release_actions().await?;
        let before = client.windows().await?;
        let window = session::open_window(client, engine).await?;
        for window in before {
            client.switch_to_window(window).await?;
            client.close_window().await?;
        }
        client.switch_to_window(window).await?;
        let page = Page::new(client.clone(), settings, engine, "about:blank");
        match engine {
            Engine::Chromium => {
                // The keyboard is still where the window before was.
                page.devtools("Page.bringToFront", json!({})).await?;
                client.set_window_size(session::SCREEN.0, session::SCREEN.1).await?;
            }
            Engine::Firefox => {
                let Settings { dark, calm, .. } = settings;
                let ratio = settings.ratio.to_string();
                let values = [json!(ratio), json!(u8::from(!dark)), json!(u8::from(calm))];
                page.privileged(PREFERENCES, &values).await?;
                client.set_window_size(session::WINDOW.0, session::WINDOW.1).await?;
                // Where the mouse has been is known to all tabs; there is nothing in the corner.
                page.move_mouse(Point { x: 0.0, y: 0.0 }).await?;
                for (feature, value) in
                    [("ratio", json!(ratio)), ("dark", json!(dark)), ("calm", json!(calm))]
                {
                    self.features[feature] = value;
                }
            }
            Engine::WebKit => {}
        }
        if engine == Engine::Chromium && settings.logs {
            for kind in ["browser", "performance"] {
                page.log(kind).await?;
            }
        }
        // A window has its size and the keyboard a moment after it is asked for.
        let start = Instant::now();
        loop {
            let features = Self::features(client).await?;
            if features == self.features {
                return Ok(features);
            }
            if start.elapsed() > PATIENCE {
                let first = self.features;
                return Err(Failure::new(format!("a window is {features}, the first was {first}")));
            }
            tokio::time::sleep(PACE).await;
        }
    }
}
