//! A session with a browser, as each engine's driver wants to be asked for it.

use std::path::Path;
use std::time::Duration;

use fantoccini::wd::WindowHandle;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::environment::Environment;
use crate::failure::{Failure, Outcome};
use crate::settings::Settings;
use crate::stuck;

/// The window of Chromium, with all that it has above the page.
pub const SCREEN: (u32, u32) = (1440, 900);
/// Room for a desktop's 1,440 × 900 pixels and what Firefox has above them.
pub const WINDOW: (u32, u32) = (1440, 985);

/// Starts a browser with a fresh profile.
pub async fn start(
    environment: &Environment,
    driver: &str,
    settings: &Settings,
) -> Outcome<Client> {
    let mut capabilities = match environment.engine {
        Engine::Chromium => chromium(settings),
        Engine::Firefox => firefox(driver, settings),
        Engine::WebKit => webkit(environment, driver, settings)?,
    };
    if let (Some(binary), Some(options)) = (&environment.browser, options(environment.engine)) {
        capabilities[options]["binary"] = json!(binary);
    }
    let longest = if settings.measuring { 1_800_000 } else { 60_000 };
    capabilities["timeouts"] = json!({ "script": longest, "pageLoad": longest });
    let client = ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities.as_object().cloned().unwrap_or_default())
        .connect(driver)
        .await
        .map_err(|error| {
            Failure::new(format!("no browser from the driver at {driver}: {error}"))
        })?;
    if environment.engine == Engine::WebKit {
        let first = client.window().await?;
        let window = open_window(&client, Engine::WebKit).await?;
        client.switch_to_window(first).await?;
        client.close_window().await?;
        client.switch_to_window(window).await?;
    }
    Ok(client)
}

/// Opens another window, or where tabs have all that is emulated to themselves, a tab, which takes a
/// third of the time; and does not yet go there.
pub async fn open_window(client: &Client, engine: Engine) -> Outcome<WindowHandle> {
    match engine {
        Engine::Chromium | Engine::Firefox => Ok(client.new_window(true).await?.handle),
        Engine::WebKit => without_toolbars(client).await,
    }
}

/// Where the engine's path is named. WebKit's is in a command line of its own.
const fn options(engine: Engine) -> Option<&'static str> {
    match engine {
        Engine::Chromium => Some("goog:chromeOptions"),
        Engine::Firefox => Some("moz:firefoxOptions"),
        Engine::WebKit => None,
    }
}

fn chromium(settings: &Settings) -> Value {
    let mut arguments = vec![
        "--headless=new".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-quic".to_owned(),
        "--lang=en-US".to_owned(),
        format!("--window-size={},{}", SCREEN.0, SCREEN.1),
        format!("--force-device-scale-factor={}", settings.ratio),
        format!(
            "--blink-settings=preferredColorScheme={},scriptEnabled={}",
            u8::from(!settings.dark),
            settings.scripts
        ),
    ];
    arguments.extend(settings.calm.then(|| "--force-prefers-reduced-motion".to_owned()));
    if settings.measuring {
        arguments.push("--js-flags=--expose-gc".to_owned());
        // Otherwise memory is told of only when garbage happens to be collected.
        arguments.push("--enable-blink-features=ForceEagerMeasureMemory".to_owned());
    }
    let mut capabilities = json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "args": arguments,
        },
    });
    if settings.logs {
        capabilities["goog:loggingPrefs"] = json!({ "browser": "ALL", "performance": "ALL" });
    }
    capabilities
}

fn firefox(driver: &str, settings: &Settings) -> Value {
    let (width, height) = WINDOW;
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "env": { (stuck::DRIVER): driver },
            "args": ["-headless", "-width", width.to_string(), "-height", height.to_string()],
            "prefs": {
                "javascript.enabled": settings.scripts,
                "intl.accept_languages": "en-US",
                "layout.css.devPixelsPerPx": settings.ratio.to_string(),
                "layout.css.prefers-color-scheme.content-override": u8::from(!settings.dark),
                "ui.prefersReducedMotion": u8::from(settings.calm),
                // What is emulated belongs to a browsing context, and this keeps it for all pages.
                "fission.bfcacheInParent": false,
            },
        },
    })
}

/// MiniBrowser takes the density and the wish for less motion from its surroundings only.
fn webkit(environment: &Environment, driver: &str, settings: &Settings) -> Outcome<Value> {
    let browser = environment.browser.as_deref();
    let browser =
        browser.ok_or_else(|| Failure::new("BROWSER_BINARY does not name MiniBrowser"))?;
    let mut words = vec![
        format!("{}={driver}", stuck::DRIVER),
        format!("GDK_SCALE={}", settings.ratio.ceil()),
        // Layers of a graphics card that is only computed take four times as long.
        "WEBKIT_DISABLE_COMPOSITING_MODE=1".to_owned(),
    ];
    if settings.calm {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("calm-desktop");
        words.push(format!("XDG_CONFIG_HOME={}", folder.display()));
    }
    words.push(browser.to_owned());
    words.push("--automation".to_owned());
    words.push("--javascript-can-open-windows-automatically=true".to_owned());
    words.push("--javascript-can-access-clipboard=true".to_owned());
    words.push(format!("--enable-javascript={}", settings.scripts));
    words.extend(settings.dark.then(|| "--dark-mode".to_owned()));
    Ok(json!({ "webkitgtk:browserOptions": { "binary": "/usr/bin/env", "args": words } }))
}

/// Opens a window that can be as narrow as a phone: MiniBrowser's toolbars cannot, and a window that a
/// page opens may have none.
async fn without_toolbars(client: &Client) -> Outcome<WindowHandle> {
    let before = client.windows().await?;
    // The page that is open may be one that opens no windows.
    client.goto("about:blank").await?;
    let open = "window.open('about:blank', '_blank', 'popup,noopener,width=1440,height=900')";
    client.execute(open, vec![]).await?;
    for _ in 0..400 {
        let windows = client.windows().await?;
        if let Some(window) = windows.into_iter().find(|window| !before.contains(window)) {
            return Ok(window);
        }
        tokio::time::sleep(Duration::from_millis(15)).await;
    }
    Err(Failure::new("WebKit did not open a window without toolbars"))
}
