//! A browser that a test leaves to the next one with the same settings: to start one takes longer than
//! most tests.
//!
//! The next test has a window of its own, at an origin of its own ([`crate::origin`]), and all that was
//! emulated is gone with the window before. Whether that is so is looked at: where the new window
//! differs from the browser's first one, the browser is not taken.

use std::time::{Duration, Instant};

use fantoccini::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::environment::Environment;
use crate::failure::{Failure, Outcome};
use crate::page::Page;
use crate::session;
use crate::settings::Settings;

/// How long a new window may take to be like the first one.
const PATIENCE: Duration = Duration::from_secs(3);
/// How often to look meanwhile.
const PACE: Duration = Duration::from_millis(15);

/// What tells one window from another that is as new.
const FEATURES: &str = "
    const features = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)',
        '(forced-colors: active)', '(any-pointer: coarse)', '(pointer: fine)', '(hover: hover)', 'print'];
    return [innerWidth, innerHeight, devicePixelRatio, history.length, document.visibilityState,
        document.hasFocus(), navigator.maxTouchPoints, ...features.map(feature => matchMedia(feature).matches)];";

/// A running browser, between two tests.
#[derive(Debug)]
pub struct Kept {
    /// Its session with the driver.
    session: String,
    settings: Settings,
    /// The features of its first window.
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

    /// Whether a test with these settings could have it.
    pub fn suits(&self, settings: &Settings) -> bool {
        self.settings == *settings
    }

    /// A client of it; the browser is closed with that one's last copy.
    pub async fn client(&self, driver: &str) -> Outcome<Client> {
        let client =
            Client::with_existing_session(driver, &self.session, HttpConnector::new()).await;
        client.map_err(|error| Failure::new(format!("no way back to the browser: {error}")))
    }

    /// Makes it as new for the next test, and returns the features of its first window.
    ///
    /// # Errors
    /// If it does not become so.
    pub async fn renew(self, client: &Client, environment: &Environment) -> Outcome<Value> {
        let engine = environment.engine;
        client.release_actions().await?;
        let before = client.windows().await?;
        let window = session::open_window(client, engine).await?;
        for window in before {
            client.switch_to_window(window).await?;
            client.close_window().await?;
        }
        client.switch_to_window(window).await?;
        let page = Page::new(client.clone(), self.settings, engine, "about:blank");
        match engine {
            Engine::Chromium => {
                // The keyboard is still where the window before was.
                page.devtools("Page.bringToFront", json!({})).await?;
                client.set_window_size(session::SCREEN.0, session::SCREEN.1).await?;
            }
            Engine::Firefox => {
                let calm = u8::from(self.settings.calm);
                page.privileged(AS_STARTED, &[json!(calm)]).await?;
                client.set_window_size(session::WINDOW.0, session::WINDOW.1).await?;
            }
            Engine::WebKit => {}
        }
        if engine == Engine::Chromium && self.settings.logs {
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

/// What [`Page::look_on`] and [`Page::prefer`] set for all of Firefox.
const AS_STARTED: &str = "
    Services.prefs.setIntPref('ui.prefersReducedMotion', arguments[0]);
    for (const name of ['primary', 'all'])
        Services.prefs.clearUserPref(`ui.${name}PointerCapabilities`);";
